import {AppError} from '../../engine/errors';
import type {Rules} from '../../ingest/types';
import type {LookupFile} from '../../ingest/joins/lookup-table';
import type {DraftFile, DraftPreview} from './draft-file';
import type {Reader} from './reader';

/** What came of a file's newest mapping. */
export type Shown = {preview: DraftPreview} | {failure: AppError};

const pause = 80;

/** Reads the first rows of files as their mappings say: once after several changes, at once where nothing is shown yet. */
export class Previews {
  readonly #read: Reader['preview'];
  readonly #tell: (file: DraftFile, shown: Shown) => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** by file: how those were read in which its columns were last looked up, and by which rule */
  readonly #basis = new Map<string, string>();

  /** @param tell told of every outcome, also of mappings that are not the newest any more */
  constructor(read: Reader['preview'], tell: (file: DraftFile, shown: Shown) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** The file's rows are wanted, unless they are there. `files` are all files, in which it may look columns up; `rules` say what counts. */
  want(file: DraftFile, files: readonly LookupFile[] = [], rules?: Rules): void {
    const {id} = file.source;
    const keeps = rules?.anonymous === 'keep' ? 'with rows without a customer' : '';
    const basis = keeps + basisOf(file.mapping?.lookups, files);
    const isThere = file.preview?.mapping === file.mapping && (this.#basis.get(id) ?? '') === basis;
    if (!file.mapping || isThere) return;
    this.#basis.set(id, basis);
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#ask(file, files, rules), file.preview ? pause : 0)
    );
  }

  async #ask(file: DraftFile, files: readonly LookupFile[], rules: Rules | undefined): Promise<void> {
    const {inspection, mapping} = file;
    if (!inspection || !mapping) return;
    try {
      const result = await this.#read(inspection, mapping, files, rules);
      this.#tell(file, {preview: {inspection, mapping, result}});
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#tell(file, {failure: error});
    }
  }
}

/** How the files are read in which columns are looked up, as one text; '' where there are none. */
export function basisOf(lookups: {file: string}[] | undefined, files: readonly LookupFile[]): string {
  if (!lookups || lookups.length === 0) return '';
  const read = lookups.map(({file}) => {
    const found = files.find(({source}) => source.name === file);
    if (!found) return null;
    const {encoding, dialect, region, header} = found.mapping;
    return [found.source.id, encoding, dialect, region, header.length];
  });
  return JSON.stringify(read);
}
