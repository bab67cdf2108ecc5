import type {Engine} from '../../engine/engine';
import {AppError, QueryError} from '../../engine/errors';
import {checks, type Check, type Finding, type Patient} from '../../models/health/checks';
import {filledColumns, type FilledColumn} from '../../models/health/columns';
import {profile, type Profile} from '../../models/health/profile';
import type {Data} from '../session.svelte';
import {Effects} from './effect';

/** Columns that are examined without being asked for: a file may have thousands. */
const columnsAtOnce = 60;

/**
 * The examination of what is loaded: check by check, then column by column. It stops when it is left, and goes on from
 * there when it is come back to.
 */
export class Checkup {
  readonly effects: Effects;
  /** the checks that this data can be put to */
  readonly asked: readonly Check[];
  /** those for which it has no columns */
  readonly lacking: readonly Check[];
  readonly columns: readonly FilledColumn[];
  readonly #patient: Omit<Patient, 'options'>;
  #stop = new AbortController();

  #found = $state.raw<ReadonlyMap<string, readonly Finding[]>>(new Map());
  #skipped = $state.raw<readonly Check[]>([]);
  #profiles = $state.raw<readonly Profile[]>([]);
  #wanted = $state(columnsAtOnce);
  #error = $state.raw<AppError>();

  constructor(engine: Engine, data: Data) {
    const {facts, loaded} = data;
    const {anonymous} = loaded.receipt.kinds;
    this.effects = new Effects(engine, facts);
    this.asked = checks.filter((check) => check.asks(facts));
    this.lacking = checks.filter((check) => !check.asks(facts));
    this.columns = filledColumns(facts);
    this.#patient = {
      engine,
      loaded: facts,
      imported: loaded.receipt.imported_at.slice(0, 10),
      anonymous: {rows: anonymous.rows, amount: anonymous.amount, kept: facts.anonymous > 0}
    };
  }

  /** what was found so far, what touches totals first */
  get findings(): Finding[] {
    const order = ['totals', 'counts', 'cosmetic'];
    return [...this.#found.values()].flat().sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  }

  /** the checks that found nothing */
  get fine(): Check[] {
    return this.asked.filter(({name}) => this.#found.get(name)?.length === 0);
  }

  /** the checks that memory didn't allow */
  get skipped(): readonly Check[] {
    return this.#skipped;
  }

  get checked(): number {
    return this.#found.size + this.#skipped.length;
  }

  get profiles(): readonly Profile[] {
    return this.#profiles;
  }

  /** columns that are examined when asked for */
  get further(): number {
    return Math.max(0, this.columns.length - this.#wanted);
  }

  /** null when all is done */
  get progress(): {what: 'checks' | 'columns'; done: number; of: number} | null {
    if (this.checked < this.asked.length) return {what: 'checks', done: this.checked, of: this.asked.length};
    const of = Math.min(this.columns.length, this.#wanted);
    return this.#profiles.length < of ? {what: 'columns', done: this.#profiles.length, of} : null;
  }

  /** why it ended before the end */
  get error(): AppError | undefined {
    return this.#error;
  }

  /** Examines what is left. */
  async run(): Promise<void> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.#error = undefined;
    try {
      await this.#examine(stop.signal);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const stopped = stop.signal.aborted || (error instanceof QueryError && error.reason === 'cancelled');
      if (!stopped) this.#error = error;
    }
  }

  /** Examines the columns that are left too. */
  async more(): Promise<void> {
    this.#wanted = this.columns.length;
    await this.run();
  }

  stop(): void {
    this.#stop.abort();
  }

  async #examine(signal: AbortSignal): Promise<void> {
    const patient = {...this.#patient, options: {signal}};
    for (const check of this.asked) {
      if (this.#found.has(check.name) || this.#skipped.includes(check)) continue;
      const findings = await found(check, patient);
      if (findings) this.#found = new Map([...this.#found, [check.name, findings]]);
      else this.#skipped = [...this.#skipped, check];
    }
    while (this.#profiles.length < Math.min(this.columns.length, this.#wanted)) {
      const column = this.columns[this.#profiles.length];
      if (!column) return;
      const next = await profile(patient, column);
      if (signal.aborted) return;
      this.#profiles = [...this.#profiles, next];
    }
  }
}

/** Null where memory doesn't allow it: the other checks go on. @throws {QueryError} */
async function found(check: Check, patient: Patient): Promise<Finding[] | null> {
  try {
    return await check.find(patient);
  } catch (error) {
    if (error instanceof QueryError && error.reason === 'memory') return null;
    throw error;
  }
}

const known = new WeakMap<Data, Checkup>();

/** The examination of a data set; there is one for each. */
export function checkupOf(engine: Engine, data: Data): Checkup {
  const before = known.get(data);
  if (before) return before;
  const checkup = new Checkup(engine, data);
  known.set(data, checkup);
  return checkup;
}
