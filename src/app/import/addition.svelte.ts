import {AppError} from '../../engine/errors';
import {combined, type Adding, type Additions, type Files} from '../../ingest/adding/adding';
import type {Known} from '../../ingest/adding/adding-look';
import type {FileMapping, Rules, Source} from '../../ingest/types';
import type {TableName} from '../../tables/canonical';
import {proposal} from './adding';

/** How many transactions at the beginning of a file are loaded already. @throws {AppError} */
export type Look = (source: Source, mapping: FileMapping) => Promise<Known | null>;

/** What new files do to what is loaded. Proposed from their first rows until the person says something. */
export class Addition {
  readonly loaded: Files;
  readonly #look: Look;
  readonly #propose: (rules: Partial<Rules>) => void;
  readonly #looked = new WeakSet<FileMapping>();
  #how = $state.raw<Additions>({});
  #alone = $state(false);
  #known = $state.raw<ReadonlyMap<string, Known>>(new Map());
  #said = false;

  /** @param propose told which rules fit what is found */
  constructor(loaded: Files, {look, propose}: {look: Look; propose: (rules: Partial<Rules>) => void}) {
    this.loaded = loaded;
    this.#look = look;
    this.#propose = propose;
  }

  /** by table */
  get how(): Additions {
    return this.#how;
  }
  /** the new files take the place of everything */
  get alone(): boolean {
    return this.#alone;
  }
  /** by the ids of the new files: what of them is loaded already */
  get known(): ReadonlyMap<string, Known> {
    return this.#known;
  }

  say(table: TableName, adding: Adding): void {
    this.#said = true;
    this.#how = {...this.#how, [table]: adding};
  }

  sayAlone(alone: boolean): void {
    this.#alone = alone;
  }

  /** All files that are going to be read. */
  with(fresh: Files): Files {
    return this.#alone ? fresh : combined(this.loaded, fresh, this.#how);
  }

  /** Looks how much of a file is loaded already; once for each mapping. Where that can't be known, nothing is proposed. */
  async consider(source: Source, mapping: FileMapping): Promise<void> {
    if (this.#looked.has(mapping)) return;
    this.#looked.add(mapping);
    try {
      const known = await this.#look(source, mapping);
      if (known) this.#take(source, known);
    } catch (error) {
      if (!(error instanceof AppError)) throw error; // the preview of the same rows says it
    }
  }

  #take(source: Source, known: Known): void {
    this.#known = new Map([...this.#known, [source.id, known]]);
    const proposed = proposal(known);
    if (!proposed || this.#said) return;
    this.#how = {...this.#how, purchase: proposed.adds};
    this.#propose(proposed.rules);
  }
}
