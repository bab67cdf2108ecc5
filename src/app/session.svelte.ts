import type {Loading} from '../engine/driver';
import type {Engine} from '../engine/engine';
import {AppError, FileError, QueryError} from '../engine/errors';
import type {PersonsMapping} from '../ingest/mapping/apply';
import type {Unfolded, UnfoldOptions} from '../ingest/formats/unfold';
import {combined, type Adding, type Additions} from '../ingest/adding/adding';
import type {Known} from '../ingest/adding/adding-look';
import type {Finished, Loaded} from '../ingest/load';
import type {FileMapping, Progress, Receipt, Recipe, Refusal, Rules, Source} from '../ingest/types';
import {tableNames} from '../tables/canonical';
import {lookAt, type Loaded as Facts} from '../models/loaded';
import type {Draft} from './import/draft.svelte';

/** The data on screen: where it came from, how it was read, what came of it. */
export interface Data {
  /** what the workspace is called: the files' names, or the sample company's */
  label: string;
  sample: boolean;
  sources: Source[];
  recipe: Recipe;
  loaded: Loaded;
  /** what the tables hold */
  facts: Facts;
  /** what was loaded before files were added to it */
  before?: Receipt['before'];
  /** what of the files could not be read */
  refused?: readonly Refusal[];
  /** counts the imports of this visit; results of an older version are stale */
  version: number;
}

/** What is said of an import besides its files. */
interface About extends Pick<Data, 'label' | 'sample'> {
  before?: Receipt['before'];
  refused?: readonly Refusal[];
  /** takes what is loaded out of memory first */
  free?: boolean;
}

/** Files and how to read them. */
export interface Plan {
  sources: Source[];
  recipe: Recipe;
  /** parts of the files that can't be read */
  refused?: readonly Refusal[];
}

/** What the session needs of the world; tests pass their own. */
export interface Effects {
  /** starts DuckDB; `onLoading` is told as its bytes arrive */
  start(onLoading: (loading: Loading) => void): Promise<Engine>;
  /** the tables that a file holds */
  unfold(file: File, options: UnfoldOptions): Promise<Unfolded>;
  /** guesses how to read files, and applies what a script says of it. @throws {AppError} where a role is missing */
  plan(sources: Source[], mapping?: PersonsMapping, loaded?: Recipe): Promise<Recipe>;
  /** how many transactions at the beginning of a file are loaded already */
  known(engine: Engine, source: Source, mapping: FileMapping): Promise<Known | null>;
  /** an import to be prepared on the mapping screen; `nextId` names its files for SQL */
  draft(engine: Engine, nextId: () => string): Promise<Draft>;
  /** reads files into tables */
  load(
    engine: Engine,
    sources: Source[],
    recipe: Recipe,
    options: {signal?: AbortSignal; onprogress?: (progress: Progress) => void; free?: boolean}
  ): Promise<Loaded>;
  /** keeps how files were read, for those with the same columns */
  remember?(recipe: Recipe): Promise<void>;
  /** the files of the sample company */
  sample(): Promise<{label: string; files: File[]}>;
}

/**
 * What the person opened. The files and the recipe are the truth; the tables in the engine are made from them, and made
 * again after the engine was lost. An import that fails or is cancelled leaves what was there.
 */
export class Session {
  readonly #effects: Effects;
  #engine = $state.raw<Engine>();
  #loading = $state.raw<Loading | null>(null);
  #data = $state.raw<Data>();
  #draft = $state.raw<Draft>();
  #progress = $state.raw<Progress | null>(null);
  #error = $state.raw<AppError | null>(null);
  #failure = $state.raw<AppError | null>(null);
  #rebuilding = $state(false);
  #using = $state(false);
  #loads = $state(0);
  #version = 0;
  /** the tables are those of an import that is not on screen yet */
  #ahead = false;
  #files = 0;
  #running: AbortController | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #starting: Promise<Engine> | undefined;
  #finishing: Promise<void> | undefined;
  #finished = $state.raw<Finished | AppError | null>(null);

  constructor(effects: Effects) {
    this.#effects = effects;
  }

  /** undefined until DuckDB runs */
  get engine(): Engine | undefined {
    return this.#engine;
  }
  /** how much of DuckDB has arrived; null before and after */
  get loading(): Loading | null {
    return this.#loading;
  }
  get data(): Data | undefined {
    return this.#data;
  }
  get receipt(): Receipt | undefined {
    const data = this.#data;
    const duplicates = this.finished?.duplicates;
    return data && {...(duplicates ? {duplicates} : {}), ...receiptOf(data)};
  }
  /** what came to light after the first picture; null until then */
  get finished(): Finished | null {
    return this.#finished instanceof AppError ? null : this.#finished;
  }
  /** why the marts could not be built; null where they are, or will be */
  get unfinished(): AppError | null {
    return this.#finished instanceof AppError ? this.#finished : null;
  }
  /** the import being prepared on the mapping screen */
  get draft(): Draft | undefined {
    return this.#draft;
  }
  /** how far the import of the mapping screen is; null while it doesn't run */
  get progress(): Progress | null {
    return this.#using ? this.#progress : null;
  }
  /** DuckDB runs and nothing is being read */
  get idle(): boolean {
    return this.#engine !== undefined && this.#loads === 0;
  }
  /** why the last import failed */
  get error(): AppError | null {
    return this.#error;
  }
  /** why there is no engine, or no sample */
  get failure(): AppError | null {
    return this.#failure;
  }
  /** DuckDB was lost and the tables are being made again */
  get rebuilding(): boolean {
    return this.#rebuilding;
  }

  /** Starts DuckDB once. @throws {AppError} */
  start(): Promise<Engine> {
    return (this.#starting ??= this.#boot());
  }

  /** Opens the sample company. @throws {AppError} */
  async openSample(): Promise<Receipt> {
    this.#loads++;
    try {
      const [{label, plan}] = await Promise.all([this.#sample(), this.start()]);
      return await this.#use(plan, {label, sample: true});
    } finally {
      this.#loads--;
    }
  }

  /** Opens the sample company, and says on the screen why if it can't. */
  async showSample(): Promise<void> {
    try {
      await this.openFirst();
    } catch (error) {
      if (!(error instanceof AppError)) throw error; // those are on the screen
    }
  }

  /** Opens what a first visit shows. Files that the person opens meanwhile come first. @throws {AppError} also shown */
  async openFirst(): Promise<void> {
    try {
      await this.openSample();
    } catch (error) {
      if (error instanceof QueryError && error.reason === 'cancelled') return;
      if (error instanceof AppError) this.#failure = error;
      throw error;
    }
  }

  /** Guesses how to read files, without asking. @throws {AppError} if nothing of a file can be read */
  async plan(files: readonly File[], mapping?: PersonsMapping, loaded?: Recipe): Promise<Plan> {
    const sources: Source[] = [];
    const refused: Refusal[] = [];
    for (const file of files) {
      const unfolded = await this.#unfolded(file);
      sources.push(...unfolded.sources);
      refused.push(...unfolded.refused.map(({name, error}) => refusalOf(name, error)));
    }
    return {sources, recipe: await this.#effects.plan(sources, mapping, loaded), refused};
  }

  /** Reads files and adds them to what is loaded, without asking; in place of the sample. @throws {AppError} what was loaded stays */
  async add(files: readonly File[], how: Adding, mapping?: PersonsMapping): Promise<Receipt> {
    const loaded = this.#data && !this.#data.sample ? this.#data : undefined;
    const fresh = await this.plan(files, mapping, loaded?.recipe);
    if (!loaded) return this.read(fresh);
    const ways: Additions = Object.fromEntries(tableNames.map((table) => [table, how]));
    const rules = {...loaded.recipe.rules, ...(mapping && 'rules' in mapping ? mapping.rules : {})};
    const plan = combined(loaded, {...fresh, recipe: {...fresh.recipe, rules}}, ways);
    const refused = [...(loaded.refused ?? []), ...(fresh.refused ?? [])];
    return this.read({...plan, refused}, {before: totalsOf(loaded)});
  }

  /** Shows the mapping screen for the files; further files join those already there. */
  async open(files: readonly File[]): Promise<void> {
    this.#error = null;
    if (this.#draft) return this.#draft.add([...files]);
    const engine = await this.start();
    const draft = await this.#effects.draft(engine, this.#id);
    this.#draft = draft;
    const data = this.#data;
    if (data && !data.sample) draft.join(data, (...given) => this.#effects.known(engine, ...given));
    await draft.add([...files]);
  }

  /** Shows the mapping screen for what is loaded, as it was read; with other rules where they are given. */
  async reopen(rules?: Partial<Rules>): Promise<void> {
    const data = this.#data;
    if (!data || this.#draft) return;
    this.#error = null;
    const draft = await this.#effects.draft(await this.start(), this.#id);
    this.#draft = draft;
    await draft.restore(data.sources, data.recipe);
    if (rules) draft.setRules(rules);
  }

  /** Leaves the mapping screen without reading anything. */
  dismiss(): void {
    if (this.#using) this.stop();
    void this.#draft?.close();
    this.#draft = undefined;
    this.#error = null;
  }

  /** Goes from the mapping screen to another page; while an import runs, the screen stays. */
  leave(): void {
    if (!this.#using) this.dismiss();
  }

  /** Reads the files of the mapping screen as it says; `free`: without keeping what is loaded. True when their data is on screen. */
  async use({free = false}: {free?: boolean} = {}): Promise<boolean> {
    const draft = this.#draft;
    if (!draft || this.#using) return false;
    this.#using = true;
    try {
      await draft.close();
      const {sources, recipe} = draft.plan;
      const data = this.#data;
      const isAdded = data !== undefined && draft.addition !== null && !draft.addition.alone;
      const about = {...(isAdded ? {before: totalsOf(data)} : {}), ...(free ? {free} : {})};
      const refused = [...(isAdded ? (data.refused ?? []) : []), ...refusedOf(draft)];
      await this.read({sources: [...sources], recipe, refused}, about);
      await this.#effects.remember?.(draft.recipe);
      if (this.#draft === draft) this.#draft = undefined;
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#error = error instanceof QueryError && error.reason === 'cancelled' ? null : error;
      return false;
    } finally {
      this.#using = false;
    }
  }

  /** Reads files as a plan says, in place of what was loaded or is being loaded. @throws {AppError} what was loaded stays */
  read(plan: Plan, about: Pick<About, 'before' | 'free'> = {}): Promise<Receipt> {
    this.stop();
    const refused = plan.refused && plan.refused.length > 0 ? {refused: plan.refused} : {};
    return this.#use(plan, {
      ...about,
      ...refused,
      label: plan.sources.map((source) => source.name).join(', '),
      sample: false
    });
  }

  /** Cancels the import that runs. */
  stop(): void {
    this.#running?.abort();
  }

  /** Builds the marts that the first picture did without. Called when it is on screen; further calls wait for the same. */
  finish(): Promise<void> {
    return (this.#finishing ??= this.#finish());
  }

  async #sample(): Promise<{label: string; plan: Plan}> {
    const {label, files} = await this.#effects.sample();
    return {label, plan: await this.plan(files)};
  }

  async #boot(): Promise<Engine> {
    try {
      const engine = await this.#effects.start((loading) => (this.#loading = loading));
      engine.onRebuilt(() => void this.#rebuild());
      return (this.#engine = engine);
    } catch (error) {
      if (error instanceof AppError) this.#failure = error;
      this.#starting = undefined;
      throw error;
    } finally {
      this.#loading = null;
    }
  }

  async #unfolded(file: File): Promise<Unfolded> {
    const unfolded = await this.#effects.unfold(file, {nextId: this.#id});
    const [first] = unfolded.refused;
    if (unfolded.sources.length === 0 && first) throw first.error;
    return unfolded;
  }

  readonly #id = (): string => `f${++this.#files}`;

  async #use({sources, recipe}: Plan, about: About): Promise<Receipt> {
    const before = this.#data;
    try {
      const data = await this.#load(sources, recipe, about);
      performance.mark('rapport:imported');
      return receiptOf(data);
    } catch (error) {
      const isGone = about.free === true || this.#ahead;
      this.#ahead = false;
      if (isGone && before) await this.#restore(before);
      throw error;
    }
  }

  /** Reads again what was taken out of memory for an import that failed. */
  async #restore(data: Data): Promise<void> {
    try {
      await this.#load(data.sources, data.recipe, data);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#failure = error;
    }
  }

  /** One import at a time: a newer one waits for the former to end. */
  #load(sources: Source[], recipe: Recipe, {free = false, ...name}: About): Promise<Data> {
    this.#loads++;
    const next = this.#turn.then(async () => {
      const engine = await this.start();
      await this.#finishing?.catch(() => undefined); // who asked for it is told; the next import does without
      const running = new AbortController();
      this.#running = running;
      this.#error = null;
      try {
        const loaded = await this.#effects.load(engine, sources, recipe, {
          signal: running.signal,
          ...(free ? {free} : {}),
          onprogress: (progress) => {
            if (this.#running === running) this.#progress = progress; // the marts are built behind the first picture
          }
        });
        this.#finishing = undefined;
        this.#finished = null;
        this.#failure = null;
        this.#ahead = true;
        const facts = await lookAt(engine).catch((error: unknown) => told(engine, error));
        this.#ahead = false;
        return (this.#data = {...name, sources, recipe, loaded, facts, version: ++this.#version});
      } finally {
        this.#progress = null;
        if (this.#running === running) this.#running = undefined;
      }
    });
    const ended = (): void => void this.#loads--;
    this.#turn = next.then(ended, ended); // the caller gets the error; the queue goes on
    return next;
  }

  async #finish(): Promise<void> {
    try {
      const data = this.#data;
      const finished = await data?.loaded.finish();
      if (finished && this.#data === data) this.#finished = finished;
      performance.mark('rapport:finished');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#finished = error; // the marts stay views then: the same numbers, slower
    }
  }

  async #rebuild(): Promise<void> {
    const data = this.#data;
    if (!data) return;
    this.#rebuilding = true;
    this.#finishing = undefined;
    try {
      await this.#load(data.sources, data.recipe, data);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#failure = error;
    } finally {
      this.#rebuilding = false;
    }
  }
}

/** Says in words that memory ran out. @throws {MemoryError} or what it was told */
async function told(engine: Engine, error: unknown): Promise<never> {
  if (!(error instanceof QueryError) || error.reason !== 'memory') throw error;
  const {MemoryError} = await import('../ingest/memory/memory');
  throw new MemoryError(error, {widest: [], limit: (await engine.memory()).limit});
}

/** What is loaded, for the receipt of what is added to it. */
function totalsOf({loaded: {receipt}}: Data): NonNullable<Receipt['before']> {
  const {customers, purchases} = receipt;
  return {customers, purchases};
}

/** The account of what is loaded, of what it was added to, and of what could not be read. */
function receiptOf({loaded, before, refused}: Data): Receipt {
  return {...loaded.receipt, ...(refused ? {refused: [...refused]} : {}), ...(before ? {before} : {})};
}

/** Files of the mapping screen that can't be read, and stand there to the end. */
function refusedOf({files}: Draft): Refusal[] {
  return files.flatMap(({source, mapping, error}) => (error && !mapping ? [refusalOf(source.name, error)] : []));
}

function refusalOf(file: string, error: AppError): Refusal {
  return {file, reason: error.message, remedy: error instanceof FileError ? error.remedy : ''};
}
