import type {Filing} from './stage-file';
import type {Progress} from './types';

/** Tells how far an import of several files is. */
export class Tracker {
  readonly #tell: (progress: Progress) => void;
  readonly #total: number;
  #before = {bytes: 0, rows: 0};
  #now = {bytes: 0, rows: 0};
  #file: string | undefined;

  constructor(filings: readonly Filing[], tell: (progress: Progress) => void) {
    this.#tell = tell;
    this.#total = filings.reduce((sum, {source}) => sum + source.blob.size, 0);
  }

  /** Another file begins. */
  begin({source}: Filing): void {
    const {bytes, rows} = this.#now;
    this.#before = {bytes: this.#before.bytes + bytes, rows: this.#before.rows + rows};
    this.#now = {bytes: 0, rows: 0};
    this.#file = source.name;
    this.tell('reading');
  }

  /** Bytes and rows read of the file that began last. */
  readonly read = (bytes: number, rows: number): void => {
    this.#now = {bytes, rows};
    this.tell('reading');
  };

  tell(stage: Progress['stage']): void {
    const {bytes, rows} = this.#before;
    const file = stage === 'reading' && this.#file !== undefined ? {file: this.#file} : {};
    this.#tell({stage, ...file, bytes: bytes + this.#now.bytes, total_bytes: this.#total, rows: rows + this.#now.rows});
  }
}
