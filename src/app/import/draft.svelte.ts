import type {Engine} from '../../engine/engine';
import {AppError, QueryError, type MappingError} from '../../engine/errors';
import type {Files} from '../../ingest/adding/adding';
import {alike, readLike} from '../../ingest/guess/alike';
import {overridesOf, type PersonsMapping} from '../../ingest/mapping/apply';
import type {Reused} from '../../ingest/mapping/reuse';
import {columnNames} from '../../ingest/joins/lookups';
import {columnsOf, replaceLookup, withLookup, withoutLookup} from '../../ingest/joins/lookup-columns';
import type {
  AlsoMapping,
  ColumnProfile,
  FileMapping,
  Format,
  Inspection,
  Lookup,
  Recipe,
  Rules,
  Source
} from '../../ingest/types';
import type {TableName} from '../../tables/canonical';
import {Addition, type Look} from './addition.svelte';
import {freeName, isTwin, merged, opening, same, seen, twin, unread, unreadable, type DraftFile} from './draft-file';
import {
  resettled,
  withAlso,
  withAmount,
  withAttribute,
  withCurrency,
  withDay,
  withFormat,
  withoutRule,
  withRole
} from './edit';
import {Matches, type Matched} from './matches';
import {Previews, type Shown} from './previews';
import {isMappingName, readMapping} from '../../workspace/mapping-file';
import {recalledOf} from './recall';
import {reader, type Overrides, type Reader, type Unfolded} from './reader';

export type {DraftFile, DraftPreview} from './draft-file';

/** A file as the person gave it. */
interface GivenFile extends Source {
  blob: File;
}

/** What an edit was about: a key of the `import` messages after `undo.`, and what fills it. */
export interface Edit {
  readonly what:
    | 'afresh'
    | 'also'
    | 'apart'
    | 'lookup'
    | 'mapping'
    | 'preset'
    | 'rows'
    | 'table'
    | 'role'
    | 'attribute'
    | 'format'
    | 'amount'
    | 'currency'
    | 'day'
    | 'reading'
    | 'rules'
    | 'remove'
    | 'left'
    | 'taken';
  readonly about: string;
}

/** What brings back the state before an edit, or, of one that was taken back, the state after it. */
interface Step {
  readonly edit: Edit;
  /** the files as they were, null where they were not there, and their places in the list */
  readonly files: readonly {id: string; file: DraftFile | null; place: number}[];
  readonly apart: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  readonly afresh: ReadonlySet<string>;
  readonly rules: {value: Rules; edited: boolean};
}

/** Files that are one table in parts: what is said of the first holds for all. Most groups are one file. */
export interface DraftGroup {
  readonly lead: DraftFile;
  readonly others: readonly DraftFile[];
}

/**
 * One import being prepared: the files, how each is going to be read, and their first rows read in that way.
 * Guesses are made anew when a file comes or goes; what the person changed stays, and can be undone edit by edit.
 */
export class Draft {
  readonly #reader: Reader;
  readonly #nextId: () => string;
  readonly #previews: Previews;
  readonly #matches: Matches;
  /** what looks under way were asked, by file */
  readonly #asking = new Map<string, Overrides>();
  /** what ends the opening of files, by their ids */
  readonly #openings = new Map<string, AbortController>();

  #files = $state.raw<readonly DraftFile[]>([]);
  #rules = $state.raw<{value: Rules; edited: boolean}>();
  #past = $state.raw<readonly Step[]>([]);
  /** edits that were taken back, the newest last */
  #future = $state.raw<readonly Step[]>([]);
  /** files that are read on their own, though others are like them */
  #apart = $state.raw<ReadonlySet<string>>(new Set());
  /** files that the person left out, though others are read that are like them */
  #left = $state.raw<ReadonlySet<string>>(new Set());
  /** files that are read without the mapping that was last used for such */
  #afresh = $state.raw<ReadonlySet<string>>(new Set());
  /** a mapping file that waits for files */
  #waiting = $state.raw<Recipe | null>(null);
  #refused = $state.raw<AppError | null>(null);
  #looking = $state(0);
  #guessing: ReturnType<typeof setTimeout> | undefined;
  #addition = $state.raw<Addition | null>(null);
  #matched = $state.raw<ReadonlyMap<string, Matched>>(new Map());

  readonly #recipe = $derived<Recipe>({
    version: 1,
    files: this.#files.flatMap(({mapping}) => mapping ?? []),
    rules: this.rules
  });
  readonly #groups = $derived.by(() => grouped(this.#files, this.#apart, this.#left));
  readonly #plan = $derived.by(() => {
    const own = {sources: this.sources, recipe: this.#recipe};
    return this.#addition?.with(own) ?? own;
  });
  readonly #problems = $derived.by(() => this.#reader.check(this.#plan.recipe));

  /** @param nextId gives each file the name that SQL knows it by, never the same twice */
  constructor(engine: Engine, nextId: () => string = counter(), read: Reader = reader(engine)) {
    this.#reader = read;
    this.#previews = new Previews(read.preview.bind(read), (file, shown) => this.#show(file, shown));
    this.#matches = new Matches(read.matches.bind(read), (id, matched) => this.#tellMatched(id, matched));
    this.#nextId = nextId;
  }

  get files(): readonly DraftFile[] {
    return this.#files;
  }
  /** the files, those that are one table in parts together */
  get groups(): readonly DraftGroup[] {
    return this.#groups;
  }
  /** the files that can be read */
  get sources(): Source[] {
    return this.#files.flatMap(({source, mapping}) => (mapping ? [source] : []));
  }
  get recipe(): Recipe {
    return this.#recipe;
  }
  get rules(): Rules {
    return this.#rules?.value ?? this.#reader.guess([]).rules;
  }
  /** what is missing before the files can be used */
  get problems(): readonly MappingError[] {
    return this.#problems;
  }
  /** all files that are going to be read: these, and those that are loaded as far as they stay */
  get plan(): Files {
    return this.#plan;
  }
  /** what the files do to what is loaded; null where they take its place */
  get addition(): Addition | null {
    return this.#addition;
  }
  /** what the lookups of a file find in all of its rows; null where it has none, or they are not counted yet */
  matched(id: string): Matched | null {
    return this.#matched.get(id) ?? null;
  }
  /** the columns of a file, and those that it looks up in others */
  columns({inspection, mapping}: Pick<DraftFile, 'inspection' | 'mapping'>): ColumnProfile[] {
    const looked = this.#files.flatMap((file) => file.inspection ?? []);
    return inspection && mapping ? columnsOf(inspection, mapping, looked) : [];
  }
  /** a mapping file is there, but no file to read with it */
  get waiting(): boolean {
    return this.#waiting !== null;
  }
  /** why the last mapping file was not used */
  get refused(): AppError | null {
    return this.#refused;
  }
  /** a file is being looked into */
  get looking(): boolean {
    return this.#looking > 0;
  }
  /** nothing is missing */
  get ready(): boolean {
    return !this.looking && this.sources.length > 0 && this.#problems.length === 0;
  }
  /** the edit that `undo` takes back */
  get last(): Edit | null {
    return this.#past.at(-1)?.edit ?? null;
  }
  /** the edit that `redo` makes again */
  get next(): Edit | null {
    return this.#future.at(-1)?.edit ?? null;
  }
  /** the person left the file out */
  isLeft(id: string): boolean {
    return this.#left.has(id);
  }

  /**
   * Finds the tables in the files, looks into them and guesses how to read them all. What can't be read keeps its error;
   * the others go on.
   */
  async add(files: readonly File[]): Promise<void> {
    const mappings = files.filter(({name}) => isMappingName(name));
    const taken = this.#take(files.filter((file) => !mappings.includes(file)));
    await Promise.all(taken.map((source) => this.#open(source)));
    for (const file of mappings) await this.useMapping(file);
    if (this.#waiting && taken.length > 0) this.#apply(this.#waiting);
  }

  /** Reads the files as a saved mapping says. One that is none, or fits no file, is refused with a reason. */
  async useMapping(file: File): Promise<void> {
    try {
      const recipe = await readMapping(file);
      for (const mapping of recipe.files) delete mapping.adds;
      this.#refused = null;
      this.#apply(recipe);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#refused = error;
    }
  }

  #apply(recipe: Recipe): void {
    const looked = this.#files.flatMap(({inspection}) => inspection ?? []);
    this.#waiting = looked.length === 0 ? recipe : null;
    const result = looked.length === 0 ? null : this.#reused(looked, recipe);
    if (!result) return;
    this.#remember({what: 'mapping', about: ''}, this.#files);
    this.#rules = {value: result.recipe.rules, edited: true};
    this.#files = this.#files.map((file) => {
      const at = file.inspection ? looked.indexOf(file.inspection) : -1;
      const [mapping, reuse] = [result.recipe.files[at], result.reports[at]];
      return mapping && reuse ? {...file, mapping, reuse, recalled: null, edited: true} : file;
    });
    this.#guess();
  }

  #reused(looked: readonly Inspection[], recipe: Recipe): Reused | null {
    try {
      return this.#reader.reuse?.(this.#reader.guess(looked), looked, recipe) ?? null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#refused = error;
      return null;
    }
  }

  /** Reads the file as the preset says that knows its columns, or without one. */
  setPreset(id: string, on: boolean): void {
    this.#edit(id, 'preset', (mapping, inspection) => this.#reader.withPreset?.(inspection, on) ?? mapping);
  }

  /** Takes away a rule about rows: the one that repeats cells, or one of those that leave rows out, by its place. */
  dropRule(id: string, which: 'fill' | number): void {
    this.#edit(id, 'rows', (mapping) => withoutRule(mapping, which));
  }

  /** Guesses anew how to read the file, whatever was said of such files before. */
  startAfresh(id: string): void {
    const file = this.#file(id);
    if (!file) return;
    this.#remember({what: 'afresh', about: file.source.name}, [file]);
    this.#afresh = new Set([...this.#afresh, id]);
    this.#change(id, (old) => ({...old, edited: false, recalled: null, reuse: null}));
    this.#guess();
  }

  /**
   * Prepares sources, as they were found before, as a recipe or a person's mapping says by their names.
   *
   * @throws {MappingError} if it doesn't fit the files, which then stay as they were guessed
   */
  async restore(sources: readonly Source[], mapping: PersonsMapping): Promise<void> {
    const taken = sources.map((source) => ({...source, id: this.#nextId()}));
    this.#files = [...this.#files, ...taken.map(unread)];
    await Promise.all(taken.map((source) => this.#look(source, overridesOf(mapping, source.name))));
    const looked = this.#files.flatMap(({inspection}) => inspection ?? []);
    const recipe = this.#reader.apply(this.#reader.guess(looked), looked, mapping);
    this.#rules = {value: recipe.rules, edited: true};
    this.#files = this.#files.map((file) => {
      const said = file.inspection && recipe.files[looked.indexOf(file.inspection)];
      return said ? {...file, mapping: said, edited: true} : file;
    });
    this.#guess();
  }

  /** The files are added to those that are loaded; what counts stays as it is. */
  join(loaded: Files, look: Look): void {
    const propose = (rules: Partial<Rules>): void => {
      this.#rules = {value: {...this.rules, ...rules}, edited: true};
    };
    this.#rules = {value: loaded.recipe.rules, edited: true};
    this.#addition = new Addition(loaded, {look, propose});
  }

  /** Takes the file out. */
  remove(id: string): void {
    const file = this.#file(id);
    if (!file) return;
    if (file.opening) this.#openings.get(id)?.abort();
    else this.#remember({what: 'remove', about: file.source.name}, [file]);
    this.#files = this.#files.filter((other) => other !== file);
    this.#guess();
  }

  /** Reads the file on its own from now on, not like others. */
  setApart(id: string): void {
    const file = this.#file(id);
    if (!file) return;
    this.#remember({what: 'apart', about: file.source.name}, [file]);
    this.#apart = new Set([...this.#apart, id]);
  }

  /** Leaves a file out, or reads it again as it was guessed, or like the others of its group. */
  setRead(id: string, on: boolean): void {
    const file = this.#file(id);
    const looked = this.#files.flatMap(({inspection}) => inspection ?? []);
    if (!file?.inspection) return;
    this.#remember({what: on ? 'taken' : 'left', about: file.source.name}, [file]);
    this.#left = new Set([...this.#left].filter((other) => other !== id).concat(on ? [] : [id]));
    const mapping = on ? file.mapping : this.#reader.mapAs(file.inspection, null, looked);
    this.#change(id, (old) => ({...old, mapping, edited: !on}));
    this.#guess();
  }

  setTable(id: string, table: TableName | null): void {
    this.#left = new Set([...this.#left].filter((other) => other !== id));
    const looked = this.#files.flatMap(({inspection}) => inspection ?? []);
    this.#edit(id, 'table', (_, inspection) => this.#reader.mapAs(inspection, table, looked));
  }

  /** The column plays the role, or none. */
  setRole(id: string, column: ColumnProfile, role: string | null): void {
    this.#edit(id, 'role', (mapping) => withRole(mapping, column, role), column.name);
  }

  /** A column of a customer file is kept as an attribute, or left out. */
  setAttribute(id: string, column: ColumnProfile, kept: boolean): void {
    this.#edit(
      id,
      'attribute',
      (mapping) => withAttribute(withRole(mapping, column, null), column.index, kept),
      column.name
    );
  }

  setFormat(id: string, role: string, format: Format): void {
    const mapping = this.#file(id)?.mapping;
    const column = mapping?.roles[role]?.column;
    const about = column === undefined ? role : ((mapping && columnNames(mapping)[column]) ?? role);
    this.#edit(id, 'format', (old) => withFormat(old, role, format), about, true);
  }

  setAmount(id: string, amount: NonNullable<FileMapping['amount']>): void {
    this.#edit(id, 'amount', (mapping) => withAmount(mapping, amount));
  }

  setCurrency(id: string, currency: string | null): void {
    this.#edit(id, 'currency', (mapping) => withCurrency(mapping, currency), undefined, true);
  }

  /** All rows of the file are of this day, or it has dates of its own. */
  setDay(id: string, day: string | null): void {
    this.#edit(id, 'day', (mapping) => withDay(mapping, day));
  }

  /** Columns of another file are looked up: in the place of a lookup that is there, or, at the end, beside them. */
  setLookup(id: string, index: number, lookup: Lookup): void {
    const change = (mapping: FileMapping): FileMapping =>
      index < (mapping.lookups?.length ?? 0) ? replaceLookup(mapping, index, lookup) : withLookup(mapping, lookup);
    this.#edit(id, 'lookup', (mapping) => resettled(change(mapping)), lookup.file);
  }

  /** Nothing is looked up there any more, nor by what was found there. */
  removeLookup(id: string, index: number): void {
    const file = this.#file(id)?.mapping?.lookups?.[index]?.file ?? '';
    this.#edit(id, 'lookup', (mapping) => resettled(withoutLookup(mapping, index)), file);
  }

  /** The rows of the file feed these further tables, or none. */
  setAlso(id: string, also: AlsoMapping[]): void {
    this.#edit(id, 'also', (mapping) => withAlso(mapping, also));
  }

  /** Ends what goes on in the background, and forgets what was read for it. */
  async close(): Promise<void> {
    clearTimeout(this.#guessing);
    this.#matches.stop();
    await this.#reader.close();
  }

  setRules(patch: Partial<Rules>): void {
    this.#remember({what: 'rules', about: ''}, []);
    this.#rules = {value: {...this.rules, ...patch}, edited: true};
    this.#guess();
  }

  /** Reads the bytes of the file in another way. Roles stay where the file still has the same number of columns. */
  async setReading(id: string, change: Overrides): Promise<void> {
    const file = this.#file(id);
    if (!file?.mapping) return;
    const {region: _, ...bytes} = change;
    const others = Object.keys(bytes).length > 0 ? this.#partsOf(id).filter((other) => other !== file) : [];
    this.#remember({what: 'reading', about: file.source.name}, [file, ...others]);
    const look = ({source, asked}: DraftFile, said: Overrides): Promise<void> =>
      this.#look(source, merged(this.#asking.get(source.id) ?? asked, said));
    await Promise.all([look(file, change), ...others.map((other) => look(other, bytes))]);
  }

  /** Takes the last edit back. */
  undo(): void {
    const step = this.#past.at(-1);
    if (!step) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.#now(step)];
    this.#return(step);
  }

  /** Makes the edit again that was last taken back. */
  redo(): void {
    const step = this.#future.at(-1);
    if (!step) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.#now(step)];
    this.#return(step);
  }

  /** The state now of what a step brings back. */
  #now({edit, files}: Step): Step {
    const now = files.map(({id, place}) => ({id, place, file: this.#file(id) ?? null}));
    return {...this.#said(), edit, files: now};
  }

  /** What the person said of all files. */
  #said(): Pick<Step, 'apart' | 'left' | 'afresh' | 'rules'> {
    const rules = {value: this.rules, edited: this.#rules?.edited ?? false};
    return {apart: this.#apart, left: this.#left, afresh: this.#afresh, rules};
  }

  #return(step: Step): void {
    this.#rules = step.rules;
    this.#apart = step.apart;
    this.#left = step.left;
    this.#afresh = step.afresh;
    for (const {id, file, place} of step.files) this.#putBack(id, file, place);
    this.#guess();
  }

  #file(id: string): DraftFile | undefined {
    return this.#files.find(({source}) => source.id === id);
  }

  /** Puts the files on the list; those that are not there yet are to be opened. */
  #take(files: readonly File[]): GivenFile[] {
    const taken: GivenFile[] = [];
    for (const blob of files) {
      const others = this.#files.map(({source}) => source);
      const here = isTwin(blob, others);
      const source = {id: this.#nextId(), name: here ? blob.name : freeName(blob.name, others), blob};
      this.#files = [...this.#files, here ? twin(source) : opening(source)];
      if (!here) taken.push(source);
    }
    return taken;
  }

  /** Puts the tables of a file in its place, and looks into them. */
  async #open(given: GivenFile): Promise<void> {
    const {id, blob} = given;
    const ending = new AbortController();
    const {signal} = ending;
    this.#openings.set(id, ending);
    this.#looking++;
    try {
      const onprogress = ({rows}: {rows: number}): void => this.#change(id, (file) => ({...file, opening: {rows}}));
      const unfolded = await this.#reader.unfold(blob, {nextId: this.#nextId, signal, onprogress});
      if (!signal.aborted) await Promise.all(this.#unfolded(given, unfolded).map((source) => this.#look(source)));
    } catch (error) {
      if (!(error instanceof QueryError && error.reason === 'cancelled')) throw error;
    } finally {
      this.#openings.delete(id);
      this.#looking--;
    }
    this.#guessSoon();
  }

  /** A file without parts stays what it is; parts begin with its name, as it's called here. */
  #unfolded(given: GivenFile, {sources, refused}: Unfolded): Source[] {
    const {id, name, blob} = given;
    const others = this.#files.flatMap(({source}) => (source.id === id ? [] : [source]));
    const named = (part: string): string => freeName(`${name}${part.slice(blob.name.length)}`, others);
    const [first] = sources;
    const isOne = sources.length === 1 && refused.length === 0;
    const read = isOne && first ? [{...first, id, name}] : sources.map((part) => ({...part, name: named(part.name)}));
    const failed = refused.map((part) =>
      unreadable(
        {id: sources.length === 0 && refused.length === 1 ? id : this.#nextId(), name: named(part.name), blob},
        part.error
      )
    );
    const place = this.#files.findIndex(({source}) => source.id === id);
    this.#files = this.#files.toSpliced(place, 1, ...read.map(unread), ...failed);
    return read;
  }

  #edit(
    id: string,
    what: Edit['what'],
    change: (mapping: FileMapping, inspection: Inspection) => FileMapping,
    about?: string,
    each = false
  ): void {
    const file = this.#file(id);
    if (!file?.mapping || !file.inspection) return;
    const parts = this.#partsOf(id);
    this.#remember({what, about: about ?? file.source.name}, parts);
    const lead = change(file.mapping, file.inspection);
    for (const {source, mapping, inspection} of parts) {
      if (!mapping || !inspection || (source.id !== id && this.#left.has(source.id))) continue;
      const next = source.id === id ? lead : each ? change(mapping, inspection) : readLike(lead, mapping, inspection);
      this.#change(source.id, (old) => ({...old, mapping: next, edited: true}));
    }
    this.#guess();
  }

  /** The files that are one table with this one, itself among them. */
  #partsOf(id: string): DraftFile[] {
    const group = this.#groups.find(({lead, others}) => [lead, ...others].some(({source}) => source.id === id));
    return group ? [group.lead, ...group.others] : [];
  }

  #remember(edit: Edit, files: readonly DraftFile[]): void {
    const places = files.map((file) => ({id: file.source.id, file, place: this.#files.indexOf(file)}));
    this.#past = [...this.#past, {...this.#said(), edit, files: places}];
    this.#future = [];
  }

  #putBack(id: string, file: DraftFile | null, place: number): void {
    this.#asking.delete(id);
    if (!file) this.#files = this.#files.filter(({source}) => source.id !== id);
    else if (this.#file(id)) this.#change(id, () => file);
    else this.#files = this.#files.toSpliced(place, 0, file);
  }

  /** Only the last of several overlapping looks into a file has an effect. */
  async #look(source: Source, asked: Overrides = {}): Promise<void> {
    const {id} = source;
    this.#asking.set(id, asked);
    this.#looking++;
    try {
      const inspection = await this.#reader.inspect(source, asked);
      if (this.#asking.get(id) === asked) this.#change(id, (file) => seen(file, inspection, asked));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (this.#asking.get(id) === asked) this.#change(id, (file) => ({...file, error}));
    } finally {
      if (this.#asking.get(id) === asked) this.#asking.delete(id);
      this.#looking--;
    }
    this.#guessSoon();
  }

  /** At once when all files were looked into; while others still are, those that were wait a little for them. */
  #guessSoon(): void {
    if (!this.looking) return this.#guess();
    this.#guessing ??= setTimeout(() => this.#guess(), pause);
  }

  #change(id: string, change: (file: DraftFile) => DraftFile): void {
    this.#files = this.#files.map((file) => (file.source.id === id ? change(file) : file));
  }

  /** Guesses all files together, as one may explain another, and keeps what the person changed. */
  #guess(): void {
    clearTimeout(this.#guessing);
    this.#guessing = undefined;
    const looked = this.#files.flatMap(({inspection}) => inspection ?? []);
    const recipe = this.#reader.guess(looked);
    if (!this.#rules?.edited) this.#rules = {value: recipe.rules, edited: false};
    this.#files = this.#files.map((file) => {
      const guess = file.inspection && recipe.files[looked.indexOf(file.inspection)];
      if (file.edited || !guess || !file.inspection) return file;
      const context = {reader: this.#reader, guessed: recipe, looked};
      const known = this.#afresh.has(file.source.id) ? null : recalledOf(file, file.inspection, context);
      const next = known ?? {mapping: guess, recalled: null, reuse: null};
      return same(next.mapping ?? guess, file.mapping) ? file : {...file, ...next};
    });
    this.#follow();
    const read = this.#files.flatMap(({source, mapping}) => (mapping ? [{source, mapping}] : []));
    for (const file of this.#files) {
      this.#previews.want(file, read, this.rules);
      if (file.mapping) this.#matches.want({source: file.source, mapping: file.mapping}, read);
      if (file.mapping) void this.#addition?.consider(file.source, file.mapping);
    }
  }

  /** Files that the person said nothing of are read like the first of their group, where something was said of that. */
  #follow(): void {
    for (const {lead, others} of this.#groups) {
      const {mapping, edited} = lead;
      for (const other of edited && mapping ? others : []) {
        if (other.edited || !other.mapping || !other.inspection || !mapping) continue;
        const next = readLike(mapping, other.mapping, other.inspection);
        if (!same(next, other.mapping)) this.#change(other.source.id, (file) => ({...file, mapping: next}));
      }
    }
  }

  #tellMatched(id: string, matched: Matched | null): void {
    const all = new Map(this.#matched);
    if (matched) all.set(id, matched);
    else all.delete(id);
    this.#matched = all;
  }

  /** The newest mapping wins: rows that an older one gives come too late. */
  #show(asked: DraftFile, shown: Shown): void {
    const now = this.#file(asked.source.id);
    if (now?.mapping !== asked.mapping) return;
    this.#change(asked.source.id, (file) => ({...file, failure: null, ...shown}));
  }
}

/** Milliseconds in which files that were looked into wait for others. */
const pause = 250;

/**
 * The files that can be read and are like one another, and those that are on their own. The first that the person didn't
 * leave out leads.
 */
function grouped(files: readonly DraftFile[], apart: ReadonlySet<string>, left: ReadonlySet<string>): DraftGroup[] {
  const joining = files.filter(({source, inspection, mapping}) => inspection && mapping && !apart.has(source.id));
  const parts = alike(joining.flatMap(({inspection}) => inspection ?? []));
  const place = new Map(
    parts.flatMap((part, group) => part.map((index) => [joining[index]?.source.id, group] as const))
  );
  const groups = new Map<number | DraftFile, DraftFile[]>();
  for (const file of files) {
    const group = place.get(file.source.id) ?? file;
    groups.set(group, [...(groups.get(group) ?? []), file]);
  }
  return [...groups.values()].flatMap((all) => {
    const lead = all.find(({source}) => !left.has(source.id)) ?? all[0];
    return lead ? [{lead, others: all.filter((file) => file !== lead)}] : [];
  });
}

function counter(): () => string {
  let given = 0;
  return () => `f${++given}`;
}
