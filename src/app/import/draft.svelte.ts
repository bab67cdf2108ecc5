import type {Engine} from '../../engine/engine';
import {AppError, FileError, type MappingError} from '../../engine/errors';
import type {ColumnProfile, FileMapping, Format, Inspection, Recipe, Rules, Source} from '../../ingest/types';
import {words} from '../../messages/import';
import type {TableName} from '../../tables/canonical';
import {withAmount, withAttribute, withCurrency, withFormat, withRole, withTable} from './edit';
import {reader, type Overrides, type Preview, type Reader} from './reader';

/** A file of the import being prepared. Never changed, only replaced. */
export interface DraftFile {
  readonly source: Source;
  /** null until it was looked into, or where it can't be read */
  readonly inspection: Inspection | null;
  readonly mapping: FileMapping | null;
  /** what the person said of encoding, dialect and region; the rest is detected */
  readonly asked: Overrides;
  /** the person changed the mapping; guesses leave it alone */
  readonly edited: boolean;
  /** why it can't be read, or not in the way last asked for */
  readonly error: AppError | null;
  /** its first rows as a mapping reads them: not the newest mapping while newer rows are on their way */
  readonly preview: {readonly mapping: FileMapping; readonly result: Preview} | null;
}

/** What an edit was about: a key of the `import` messages after `undo.`, and what fills it. */
export interface Edit {
  readonly what: 'table' | 'role' | 'attribute' | 'format' | 'amount' | 'currency' | 'reading' | 'rules' | 'remove';
  readonly about: string;
}

/** What brings back the state before an edit. */
interface Step {
  readonly edit: Edit;
  readonly file: DraftFile | null;
  readonly place: number;
  readonly rules: {value: Rules; edited: boolean};
}

const pause = 80;

/**
 * One import being prepared: the files, how each is going to be read, and their first rows read in that way.
 * Guesses are made anew when a file comes or goes; what the person changed stays, and can be undone edit by edit.
 */
export class Draft {
  readonly #reader: Reader;
  readonly #nextId: () => string;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #turns = new Map<string, number>();

  #files = $state.raw<readonly DraftFile[]>([]);
  #rules = $state.raw<{value: Rules; edited: boolean}>();
  #past = $state.raw<readonly Step[]>([]);
  #looking = $state(0);

  readonly #recipe = $derived<Recipe>({
    version: 1,
    files: this.#files.flatMap(({mapping}) => mapping ?? []),
    rules: this.rules
  });
  readonly #problems = $derived(this.#reader.check(this.#recipe));

  /** @param nextId gives each file the name that SQL knows it by, never the same twice */
  constructor(engine: Engine, nextId: () => string = counter(), read: Reader = reader(engine)) {
    this.#reader = read;
    this.#nextId = nextId;
  }

  get files(): readonly DraftFile[] {
    return this.#files;
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

  /** Looks into the files and guesses how to read them all. One that can't be read keeps its error; the others go on. */
  async add(files: readonly File[]): Promise<void> {
    const sources = files.map((file) => ({id: this.#nextId(), name: file.name, blob: file}));
    const twins = sources.filter((source, index) => this.#isHere(source) || isTwin(source, sources.slice(0, index)));
    this.#files = [...this.#files, ...sources.map((source) => started(source, twins.includes(source)))];
    await Promise.all(sources.filter((source) => !twins.includes(source)).map((source) => this.#look(source)));
  }

  /** Prepares the import anew that a recipe describes: its mappings are taken as they are, by the names of the files. */
  async restore(files: readonly File[], recipe: Recipe): Promise<void> {
    this.#rules = {value: recipe.rules, edited: true};
    const sources = files.map((file) => ({id: this.#nextId(), name: file.name, blob: file}));
    this.#files = [...this.#files, ...sources.map((source) => started(source, false))];
    await Promise.all(
      sources.map(async (source) => {
        const known = recipe.files.find(({file}) => file === source.name);
        await this.#look(source, known && overridesOf(known));
        if (known) this.#change(source.id, (file) => (file.mapping ? {...file, mapping: known, edited: true} : file));
      })
    );
  }

  /** Takes the file out. */
  remove(id: string): void {
    const file = this.#file(id);
    if (!file) return;
    this.#remember({what: 'remove', about: file.source.name}, file);
    this.#files = this.#files.filter((other) => other !== file);
    this.#guess();
  }

  setTable(id: string, table: TableName | null): void {
    this.#edit(id, 'table', (mapping, inspection) => withTable(mapping, inspection, table));
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
    const about = column === undefined ? role : (mapping?.header[column] ?? role);
    this.#edit(id, 'format', (old) => withFormat(old, role, format), about);
  }

  setAmount(id: string, amount: NonNullable<FileMapping['amount']>): void {
    this.#edit(id, 'amount', (mapping) => withAmount(mapping, amount));
  }

  setCurrency(id: string, currency: string | null): void {
    this.#edit(id, 'currency', (mapping) => withCurrency(mapping, currency));
  }

  setRules(patch: Partial<Rules>): void {
    this.#remember({what: 'rules', about: ''}, null);
    this.#rules = {value: {...this.rules, ...patch}, edited: true};
  }

  /** Reads the bytes of the file in another way. Roles stay where the file still has the same number of columns. */
  async setReading(id: string, change: Overrides): Promise<void> {
    const file = this.#file(id);
    if (!file?.mapping) return;
    this.#remember({what: 'reading', about: file.source.name}, file);
    await this.#look(file.source, {...file.asked, ...change});
  }

  /** Takes the last edit back. */
  undo(): void {
    const step = this.#past.at(-1);
    if (!step) return;
    this.#past = this.#past.slice(0, -1);
    this.#rules = step.rules;
    if (step.file) this.#putBack(step.file, step.place);
    this.#guess();
  }

  #file(id: string): DraftFile | undefined {
    return this.#files.find(({source}) => source.id === id);
  }

  #isHere(source: Source): boolean {
    return isTwin(
      source,
      this.#files.map((file) => file.source)
    );
  }

  #edit(
    id: string,
    what: Edit['what'],
    change: (mapping: FileMapping, inspection: Inspection) => FileMapping,
    about?: string
  ): void {
    const file = this.#file(id);
    if (!file?.mapping || !file.inspection) return;
    this.#remember({what, about: about ?? file.source.name}, file);
    const mapping = change(file.mapping, file.inspection);
    this.#change(id, (old) => ({...old, mapping, edited: true}));
    this.#guess();
  }

  #remember(edit: Edit, file: DraftFile | null): void {
    const place = file ? this.#files.indexOf(file) : -1;
    this.#past = [...this.#past, {edit, file, place, rules: {value: this.rules, edited: this.#rules?.edited ?? false}}];
  }

  #putBack(file: DraftFile, place: number): void {
    const {id} = file.source;
    this.#turns.set(id, this.#turn(id) + 1);
    if (this.#file(id)) this.#change(id, () => file);
    else this.#files = this.#files.toSpliced(place, 0, file);
  }

  #turn(id: string): number {
    return this.#turns.get(id) ?? 0;
  }

  /** Only the last of several overlapping looks into a file has an effect. */
  async #look(source: Source, asked: Overrides = {}): Promise<void> {
    const turn = this.#turn(source.id) + 1;
    this.#turns.set(source.id, turn);
    this.#looking++;
    try {
      const inspection = await this.#reader.inspect(source, asked);
      if (turn === this.#turn(source.id)) this.#change(source.id, (file) => ({...seen(file, inspection), asked}));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (turn === this.#turn(source.id)) this.#change(source.id, (file) => ({...file, error}));
    } finally {
      this.#looking--;
    }
    this.#guess();
  }

  #change(id: string, change: (file: DraftFile) => DraftFile): void {
    this.#files = this.#files.map((file) => (file.source.id === id ? change(file) : file));
  }

  /** Guesses all files together, as one may explain another, and keeps what the person changed. */
  #guess(): void {
    const looked = this.#files.flatMap(({inspection}) => inspection ?? []);
    const recipe = this.#reader.guess(looked);
    if (!this.#rules?.edited) this.#rules = {value: recipe.rules, edited: false};
    this.#files = this.#files.map((file) => {
      const guess = file.inspection && recipe.files[looked.indexOf(file.inspection)];
      return file.edited || !guess || same(guess, file.mapping) ? file : {...file, mapping: guess};
    });
    for (const file of this.#files) this.#read(file);
  }

  #read(file: DraftFile): void {
    if (!file.mapping || file.preview?.mapping === file.mapping) return;
    const {id} = file.source;
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#preview(id), file.preview ? pause : 0)
    );
  }

  async #preview(id: string): Promise<void> {
    const file = this.#file(id);
    if (!file?.inspection || !file.mapping) return;
    const {inspection, mapping} = file;
    try {
      const result = await this.#reader.preview(inspection, mapping);
      this.#show(id, mapping, (now) => ({...now, preview: {mapping, result}}));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#show(id, mapping, (now) => ({...now, error}));
    }
  }

  #show(id: string, mapping: FileMapping, change: (file: DraftFile) => DraftFile): void {
    if (this.#file(id)?.mapping === mapping) this.#change(id, change);
  }
}

function started(source: Source, twin: boolean): DraftFile {
  const {name} = source;
  const error = twin ? new FileError(words.t('twin', {file: name}), {file: name}, words.t('twin.remedy')) : null;
  return {source, inspection: null, mapping: null, asked: {}, edited: false, error, preview: null};
}

/** The file after a look. What the person said of its columns stays if they are still as many; else it's guessed anew. */
function seen(file: DraftFile, inspection: Inspection): DraftFile {
  const {mapping} = file;
  const stays = file.edited && mapping?.header.length === inspection.columns.length;
  if (!stays) return {...file, inspection, mapping: null, edited: false, error: null};
  return {...file, inspection, mapping: {...mapping, ...readingOf(inspection)}, error: null};
}

function overridesOf({encoding, dialect, region}: FileMapping): Overrides {
  return {encoding, dialect, region};
}

function readingOf(inspection: Inspection): Pick<FileMapping, 'encoding' | 'dialect' | 'region' | 'header'> {
  return {
    encoding: inspection.encoding.value,
    dialect: inspection.dialect.value,
    region: inspection.region.value,
    header: inspection.columns.map(({name}) => name)
  };
}

function isTwin(source: Source, others: readonly Source[]): boolean {
  return others.some(
    (other) => other.name === source.name && other.blob.size === source.blob.size && stamp(other) === stamp(source)
  );
}

function stamp({blob}: Source): number {
  return blob instanceof File ? blob.lastModified : 0;
}

function same(a: FileMapping, b: FileMapping | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function counter(): () => string {
  let given = 0;
  return () => `f${++given}`;
}
