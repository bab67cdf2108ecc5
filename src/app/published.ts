import {FileError, QueryError} from '../engine/errors';
import {shell} from '../messages/shell';

/** A file that the address of the page asks to be loaded. */
export interface Published {
  /** whole, as it would be fetched */
  url: string;
  /** the part of it that names the file */
  name: string;
  /** where it lies; null beside the app */
  host: string | null;
}

/** The files that `?data=…` names, each once: addresses on the web, or relative to the page. Others are left out. */
export function publishedIn(page: string): Published[] {
  const {searchParams} = new URL(page);
  const found = new Map<string, Published>();
  for (const text of searchParams.getAll('data')) {
    const url = URL.canParse(text, page) ? new URL(text, page) : null;
    if (url && isWeb(url)) found.set(url.href, {url: url.href, name: nameOf(url), host: hostOf(url, page)});
  }
  return [...found.values()];
}

export interface FetchOptions {
  signal: AbortSignal;
  /** told the bytes so far, and of all files, where that is known */
  onbytes: (bytes: number) => void;
}

/** The most that is fetched of one file. */
const mostBytes = 2 * 2 ** 30;

/**
 * Fetches the files. Nothing of the person goes along: no cookies, no referrer.
 *
 * @throws {FileError} if one can't be had
 * @throws {QueryError} with reason `cancelled`
 */
export async function fetchPublished(files: readonly Published[], options: FetchOptions): Promise<File[]> {
  const bytes = new Map<string, number>();
  const told = (file: Published, count: number): void => {
    bytes.set(file.url, count);
    options.onbytes([...bytes.values()].reduce((sum, count) => sum + count, 0));
  };
  return Promise.all(files.map((file) => fetched(file, options.signal, (count) => told(file, count))));
}

async function fetched(file: Published, signal: AbortSignal, onbytes: (bytes: number) => void): Promise<File> {
  try {
    const response = await fetch(file.url, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      mode: 'cors'
    });
    if (!response.ok || !response.body) throw refused(file, 'missing', response.status);
    return new File(await partsOf(file, response.body, onbytes), file.name);
  } catch (error) {
    if (error instanceof FileError) throw error;
    if (signal.aborted) throw new QueryError('fetching was cancelled', '', 'cancelled');
    throw refused(file, file.host === null ? 'unreachable' : 'barred', 0, error);
  }
}

async function partsOf(
  file: Published,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onbytes: (bytes: number) => void
): Promise<Blob[]> {
  const reader = body.getReader();
  const parts: Blob[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return parts;
    size += value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw refused(file, 'large', 0);
    }
    parts.push(new Blob([value]));
    onbytes(size);
  }
}

function refused(
  file: Published,
  why: 'missing' | 'unreachable' | 'barred' | 'large',
  status: number,
  cause?: unknown
) {
  const fill = {name: file.name, host: file.host ?? '', status: String(status)};
  return new FileError(
    shell.t(`published.${why}`, fill),
    {file: file.name},
    shell.t(`published.${why}.remedy`, fill),
    cause === undefined ? {} : {cause}
  );
}

const isWeb = ({protocol}: URL): boolean => protocol === 'http:' || protocol === 'https:';

const hostOf = (url: URL, page: string): string | null => (url.origin === new URL(page).origin ? null : url.host);

function nameOf({pathname, host}: URL): string {
  const last = pathname
    .split('/')
    .filter((part) => part !== '')
    .at(-1);
  if (last === undefined) return host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // not percent-encoded: its name as it stands
  }
}
