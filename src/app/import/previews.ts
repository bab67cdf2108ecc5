import {AppError} from '../../engine/errors';
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

  /** @param tell told of every outcome, also of mappings that are not the newest any more */
  constructor(read: Reader['preview'], tell: (file: DraftFile, shown: Shown) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** The file's rows are wanted, unless they are there. */
  want(file: DraftFile): void {
    if (!file.mapping || file.preview?.mapping === file.mapping) return;
    const {id} = file.source;
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#ask(file), file.preview ? pause : 0)
    );
  }

  async #ask(file: DraftFile): Promise<void> {
    const {inspection, mapping} = file;
    if (!inspection || !mapping) return;
    try {
      const result = await this.#read(inspection, mapping);
      this.#tell(file, {preview: {inspection, mapping, result}});
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#tell(file, {failure: error});
    }
  }
}
