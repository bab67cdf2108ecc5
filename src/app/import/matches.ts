import {AppError} from '../../engine/errors';
import type {LookupFile} from '../../ingest/joins/lookup-table';
import type {LookupReceipt} from '../../ingest/types';
import {basisOf} from './previews';
import type {Reader} from './reader';

/** What counting the matches of a file came to. */
export interface Matched {
  /** what was counted: lookups that have changed since are counted again */
  readonly asked: string;
  /** in the order of the lookups; null while they are counted */
  readonly lookups: readonly LookupReceipt[] | null;
  /** why they can't be counted */
  readonly failure: AppError | null;
}

const pause = 250;

/** Counts in the background what lookups find, one file after the other; what has changed meanwhile is begun anew. */
export class Matches {
  readonly #count: Reader['matches'];
  readonly #tell: (id: string, matched: Matched | null) => void;
  readonly #running = new Map<string, {asked: string; ending: AbortController}>();
  #turn: Promise<void> = Promise.resolve();

  constructor(count: Reader['matches'], tell: (id: string, matched: Matched | null) => void) {
    this.#count = count;
    this.#tell = tell;
  }

  /** The matches of a file are wanted, unless they are counted already. */
  want(file: LookupFile, files: readonly LookupFile[]): void {
    const {id} = file.source;
    const {lookups = [], table} = file.mapping;
    const asked = table === null || lookups.length === 0 ? '' : keyOf(file, files);
    if (asked === (this.#running.get(id)?.asked ?? '')) return;
    this.#running.get(id)?.ending.abort();
    this.#running.delete(id);
    if (asked === '') return this.#tell(id, null);
    const ending = new AbortController();
    this.#running.set(id, {asked, ending});
    this.#tell(id, {asked, lookups: null, failure: null});
    setTimeout(() => (this.#turn = this.#turn.then(() => this.#ask({file, files, asked, ending}))), pause);
  }

  /** Stops all counting; what is wanted again later is counted anew. */
  stop(): void {
    for (const {ending} of this.#running.values()) ending.abort();
    this.#running.clear();
  }

  async #ask({file, files, asked, ending}: Asking): Promise<void> {
    if (ending.signal.aborted) return;
    try {
      const lookups = await this.#count(file, files, ending.signal);
      if (!ending.signal.aborted) this.#tell(file.source.id, {asked, lookups, failure: null});
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!ending.signal.aborted) this.#tell(file.source.id, {asked, lookups: null, failure: error});
    }
  }
}

interface Asking {
  file: LookupFile;
  files: readonly LookupFile[];
  asked: string;
  ending: AbortController;
}

/** All that the numbers depend on. */
function keyOf({source, mapping}: LookupFile, files: readonly LookupFile[]): string {
  const {encoding, dialect, region, header, lookups = [], fill} = mapping;
  const keys = lookups.map(({file, from, key, columns}) => [file, from, key, columns]);
  return JSON.stringify([source.id, encoding, dialect, region, header.length, keys, fill, basisOf(lookups, files)]);
}
