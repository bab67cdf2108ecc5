/** Where the person is: `#/NAME?key=value&key=value`. The address bar is the only place that holds it. */
export interface Address {
  name: string;
  search: URLSearchParams;
}

export const home = 'overview';

/** Reads a hash; an empty one is the first page. */
export function parseHash(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return {name: decodeName(path), search: new URLSearchParams(query)};
}

/** The hash of an address; parameters in the order given. */
export function hashOf(name: string, search: URLSearchParams = new URLSearchParams()): string {
  const query = search.toString();
  return `#/${encodeURIComponent(name)}${query && `?${query}`}`;
}

function decodeName(path: string): string {
  try {
    return decodeURIComponent(path) || home;
  } catch {
    return path;
  }
}

/** The current address, as state. */
export class Route {
  #address = $state.raw<Address>(parseHash(''));
  readonly #window: Window;

  constructor(from: Window = window) {
    this.#window = from;
    this.#address = parseHash(from.location.hash);
    from.addEventListener('hashchange', () => (this.#address = parseHash(from.location.hash)));
  }

  get name(): string {
    return this.#address.name;
  }

  get search(): URLSearchParams {
    return this.#address.search;
  }

  /** Goes to a page: a new entry of the browser's history. */
  go(name: string, search?: URLSearchParams): void {
    this.#window.location.hash = hashOf(name, search);
  }

  /** Changes the parameters of the page: the same entry of the history, so that Back leaves the page. */
  replace(search: URLSearchParams): void {
    const url = new URL(this.#window.location.href);
    url.hash = hashOf(this.name, search);
    this.#window.history.replaceState(null, '', url);
    this.#address = {name: this.name, search};
  }
}
