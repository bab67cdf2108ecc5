export type TableRow = Readonly<Record<string, unknown>>;

export interface Sort {
  column: string;
  descending: boolean;
}

/** Some rows of a source in the order asked for, and how many rows the search leaves in all. */
export type PageSource = (
  offset: number,
  limit: number,
  sort: Sort | null,
  search: string
) => Promise<{rows: readonly TableRow[]; count: number}>;

export interface PagesOptions {
  page: PageSource;
  /** rows in all, before any search */
  count: number;
  sort?: Sort | null;
  /** told each page that comes */
  onrows?: (rows: readonly TableRow[]) => void;
}

const pageSize = 200;
const kept = 40;
const atOnce = 2;

/**
 * Rows of a source too long to hold, fetched by pages as they come into view; the pages used last are kept.
 * After a change of order, search or source the old rows stay until the first new ones are there.
 */
export class Pages {
  #source: PageSource;
  #onrows: (rows: readonly TableRow[]) => void;
  #wanted = {start: 0, end: 1};
  #turn = 0;
  #underWay = new Set<number>();

  #sort = $state.raw<Sort | null>(null);
  #search = $state.raw('');
  #count = $state.raw(0);
  #error = $state.raw<Error>();
  #busy = $state.raw(false);
  #held = $state.raw<Held>({turn: 0, pages: new Map()});

  constructor({page, count, sort = null, onrows = () => {}}: PagesOptions) {
    this.#source = page;
    this.#count = count;
    this.#sort = sort;
    this.#onrows = onrows;
  }

  get sort(): Sort | null {
    return this.#sort;
  }

  get search(): string {
    return this.#search;
  }

  get count(): number {
    return this.#count;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get error(): Error | undefined {
    return this.#error;
  }

  /** undefined while the row is on its way */
  row(index: number): TableRow | undefined {
    return this.#held.pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** Asks for the rows from `start` up to, not with, `end` that are not there; what was asked for before is not, any more. */
  want(start: number, end: number): void {
    this.#wanted = {start, end};
    this.#ask();
  }

  /** Sorts, or with null leaves the source's own order; begins at the first row. */
  order(sort: Sort | null): void {
    this.#sort = sort;
    this.#toFirst();
    this.#renew();
  }

  /** Keeps the rows that the source finds by this text; begins at the first row. */
  find(search: string): void {
    if (search === this.#search) return;
    this.#search = search;
    this.#toFirst();
    this.#renew();
  }

  /** Shows another source, in the same order and with the same search. */
  replace(source: PageSource, count: number): void {
    if (source === this.#source) return;
    this.#source = source;
    if (this.#search === '') this.#count = count;
    this.#renew();
  }

  retry(): void {
    this.#error = undefined;
    this.#ask();
  }

  #toFirst(): void {
    this.#wanted = {start: 0, end: this.#wanted.end - this.#wanted.start};
  }

  #renew(): void {
    this.#turn += 1;
    this.#underWay = new Set();
    this.#error = undefined;
    this.#ask();
  }

  #ask(): void {
    const current = this.#held.turn === this.#turn ? this.#held.pages : undefined;
    const missing = pagesOf(this.#wanted).filter((page) => !current?.has(page) && !this.#underWay.has(page));
    while (!this.#error && missing.length > 0 && this.#underWay.size < atOnce) void this.#fetch(missing.shift() ?? 0);
    this.#busy = this.#underWay.size > 0;
  }

  async #fetch(page: number): Promise<void> {
    const turn = this.#turn;
    this.#underWay.add(page);
    try {
      const {rows, count} = await this.#source(page * pageSize, pageSize, this.#sort, this.#search);
      if (turn === this.#turn) this.#keep(page, rows, count);
    } catch (error) {
      if (turn === this.#turn) this.#error = error instanceof Error ? error : new Error(String(error));
    } finally {
      if (turn === this.#turn) {
        this.#underWay.delete(page);
        this.#ask();
      }
    }
  }

  #keep(page: number, rows: readonly TableRow[], count: number): void {
    const pages = new Map(this.#held.turn === this.#turn ? this.#held.pages : []);
    const seen = pagesOf(this.#wanted);
    for (const old of pages.keys()) {
      if (pages.size < kept) break;
      if (!seen.includes(old)) pages.delete(old);
    }
    pages.set(page, rows);
    this.#held = {turn: this.#turn, pages};
    this.#count = count;
    this.#onrows(rows);
  }
}

interface Held {
  /** of the order, search and source that the pages belong to */
  turn: number;
  pages: ReadonlyMap<number, readonly TableRow[]>;
}

function pagesOf({start, end}: {start: number; end: number}): number[] {
  const first = Math.floor(start / pageSize);
  const last = Math.floor(Math.max(start, end - 1) / pageSize);
  return Array.from({length: last - first + 1}, (_, index) => first + index);
}
