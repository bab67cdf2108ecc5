import type {Progress} from '../../ingest/types';

/** Milliseconds before anything is said: the first ones are no measure. */
const quiet = 2000;

/** Milliseconds over which the pace is averaged: what is longer ago counts less. */
const memory = 4000;

/** How long the reading of files still takes, at the pace of the last seconds. */
export class TimeLeft {
  readonly #started: number;
  #last: {at: number; bytes: number} | undefined;
  /** bytes per millisecond */
  #pace = 0;

  /** @param started in milliseconds, as `performance.now()` */
  constructor(started: number) {
    this.#started = started;
  }

  /** Seconds; null while too little is known, or all bytes are read. */
  at(now: number, {stage, bytes, total_bytes}: Progress): number | null {
    if (stage !== 'reading') {
      this.#last = undefined;
      return null;
    }
    this.#learn(now, bytes);
    if (now - this.#started < quiet || this.#pace === 0 || bytes >= total_bytes) return null;
    return rounded((total_bytes - bytes) / this.#pace / 1000);
  }

  #learn(now: number, bytes: number): void {
    const last = this.#last ?? {at: this.#started, bytes: 0};
    const passed = now - last.at;
    if (passed <= 0 || bytes <= last.bytes) return;
    const pace = (bytes - last.bytes) / passed;
    const weight = this.#pace === 0 ? 1 : 1 - Math.exp(-passed / memory);
    this.#pace += (pace - this.#pace) * weight;
    this.#last = {at: now, bytes};
  }
}

/** Up, and to five seconds from ten on: more would be said than is known. */
const rounded = (seconds: number): number => (seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5);
