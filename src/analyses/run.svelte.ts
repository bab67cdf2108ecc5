import type {Engine} from '../engine/engine';
import {AppError, QueryError} from '../engine/errors';
import {completed, release, runAnalysis, type Answer, type Question} from './run';

/**
 * One analysis on screen: the newest question, and the newest answer.
 * An answer stays until the next is there, so that a chart never blinks.
 */
export class Run {
  readonly #engine: Engine;
  #stop = new AbortController();
  #before: Promise<void> = Promise.resolve();

  #question = $state.raw<Question>();
  #answer = $state.raw<Answer>();
  #error = $state.raw<AppError>();
  #pending = $state(false);

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** what was asked last */
  get question(): Question | undefined {
    return this.#question;
  }

  /** the newest answer; its `question` says to what */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  /** why the last question has no answer */
  get error(): AppError | undefined {
    return this.#error;
  }

  /** whether an answer is on its way */
  get pending(): boolean {
    return this.#pending;
  }

  /** Asks. Stops what was asked before; only the last of several overlapping questions is answered. */
  async ask(question: Question): Promise<void> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.#question = question;
    this.#pending = true;
    const before = this.#before;
    const asking = before.then(() => this.#run(question, stop.signal));
    this.#before = asking.catch(() => undefined);
    await asking;
  }

  /** Asks the last question again where memory ran out over it. */
  async again(): Promise<void> {
    if (this.#question && outOfMemory(this.#error)) await this.ask(this.#question);
  }

  /** Stops what is being asked and forgets the answer. The run can't be used afterwards. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#before;
    this.#error = undefined;
    if (this.#answer) await release(this.#engine, this.#answer);
  }

  async #run(question: Question, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    try {
      const answer = await this.#answered(question, signal);
      if (signal.aborted) return await release(this.#engine, answer, this.#answer);
      await this.#replace(answer);
      const whole = await completed(this.#engine, answer, {signal});
      if (signal.aborted) return;
      this.#answer = whole;
      performance.mark('rapport:answered', {detail: {analysis: question.analysis.name}});
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!stopped(error, signal)) this.#error = error;
    } finally {
      if (!signal.aborted) this.#pending = false;
    }
  }

  /** The new answer beside the old one; where memory doesn't hold both, without it. */
  async #answered(question: Question, signal: AbortSignal): Promise<Answer> {
    const old = this.#answer;
    try {
      return await runAnalysis(this.#engine, question, {signal, before: old});
    } catch (error) {
      if (!old || !outOfMemory(error)) throw error;
      this.#answer = undefined;
      await release(this.#engine, old);
      return runAnalysis(this.#engine, question, {signal});
    }
  }

  async #replace(answer: Answer): Promise<void> {
    const old = this.#answer;
    this.#answer = answer;
    this.#error = undefined;
    if (old) await release(this.#engine, old, answer);
  }
}

const outOfMemory = (error: unknown): boolean => error instanceof QueryError && error.reason === 'memory';

function stopped(error: AppError, signal: AbortSignal): boolean {
  return signal.aborted && error instanceof QueryError && error.reason === 'cancelled';
}
