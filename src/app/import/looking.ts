import {FileError, type Place} from '../../engine/errors';
import {trustBlobWorkers} from '../../engine/trusted';
import type {Overrides} from '../../ingest/look/inspect';
import type {Inspection, Source} from '../../ingest/types';

/** A file to be looked into. */
export interface Question {
  id: number;
  source: Source;
  asked: Overrides;
}

/** What came of it. */
export type Answer = {id: number} & (
  {found: Inspection} | {refused: {message: string; place: Place; remedy: string}} | {broken: string}
);

/** Looks into files: in a worker where there are any, so that the page stays at hand with wide tables. */
export class Looking {
  #worker: Promise<Worker> | undefined;
  #asked = 0;
  #closing = false;
  readonly #waiting = new Map<number, {resolve: (answer: Answer) => void; reject: (error: Error) => void}>();

  /** @throws {FileError} if the file is no delimited text, or has no rows */
  async look(source: Source, asked: Overrides): Promise<Inspection> {
    if (typeof Worker === 'undefined') return (await import('../../ingest/look/inspect')).inspect(source, asked);
    const answer = await this.#ask(source, asked);
    if ('broken' in answer) throw new Error(answer.broken);
    if ('found' in answer) return {...answer.found, source};
    throw new FileError(answer.refused.message, answer.refused.place, answer.refused.remedy);
  }

  /** Ends the worker once it has answered; the next file starts another. */
  close(): void {
    if (this.#waiting.size > 0) {
      this.#closing = true;
      return;
    }
    void this.#worker?.then((worker) => worker.terminate());
    this.#worker = undefined;
  }

  async #ask(source: Source, asked: Overrides): Promise<Answer> {
    this.#closing = false;
    this.#worker ??= this.#start();
    const worker = await this.#worker;
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      worker.postMessage({id, source, asked} satisfies Question);
    });
  }

  async #start(): Promise<Worker> {
    trustBlobWorkers();
    const {default: LookWorker} = await import('./look.worker?worker&inline');
    const worker = new LookWorker();
    worker.onmessage = ({data}: MessageEvent<Answer>) => {
      this.#waiting.get(data.id)?.resolve(data);
      this.#waiting.delete(data.id);
      if (this.#closing) this.close();
    };
    worker.onerror = ({message}) => this.#fail(new Error(`look worker: ${message}`));
    return worker;
  }

  #fail(error: Error): void {
    for (const {reject} of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
