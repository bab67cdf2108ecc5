import type {Progress, Source} from './types';

/** Tells how far an import of several files is. */
export class Tracker {
  readonly #tell: (progress: Progress) => void;
  readonly #total: number;
  #before = {bytes: 0, rows: 0};
  #now = {bytes: 0, rows: 0};
  #file: string | undefined;

  constructor(files: readonly {source: Source}[], tell: (progress: Progress) => void) {
    this.#tell = tell;
    this.#total = files.reduce((sum, {source}) => sum + source.blob.size, 0);
  }

  /** A file is looked into, before any is read. */
  look(source: Source): void {
    this.#file = source.name;
    this.looked(0);
  }

  /** Bytes of that file that were looked at. */
  looked(bytes: number): void {
    this.#tell({stage: 'dates', ...this.#name('dates'), bytes, total_bytes: this.#total, rows: 0});
  }

  /** Another file begins. */
  begin({source}: {source: Source}): void {
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
    this.#tell({
      stage,
      ...this.#name(stage),
      bytes: bytes + this.#now.bytes,
      total_bytes: this.#total,
      rows: rows + this.#now.rows
    });
  }
  #name(stage: Progress['stage']): Pick<Progress, 'file'> {
    return (stage === 'reading' || stage === 'dates') && this.#file !== undefined ? {file: this.#file} : {};
  }
}
