import {FormatError, type Cell} from './converter';
import {TableWriter} from './write';
import type {Written} from './written';

/** Columns that a table of records may have: more are keys that are values, like ids. */
const mostColumns = 5000;

/** A key of records, at its level. */
export interface Field {
  /** with the keys above it: `customer.address.city` */
  readonly name: string;
  /** column of the table; −1 until a value needs it */
  column: number;
  /** the keys of the objects that are its values */
  level: Level | null;
  /** the records of the lists that are its values */
  table: RecordTable | null;
  /** for the same key again in the same object */
  again: Field | null;
  /** its values tell records apart, or name them */
  readonly tells: boolean;
}

/** Keys of objects at one place in the records of a table. */
export class Level {
  readonly parent: Level | null;
  readonly #prefix: string;
  readonly #fields = new Map<string, Field>();

  constructor(prefix: string, parent: Level | null) {
    this.#prefix = prefix;
    this.parent = parent;
  }

  field(key: string): Field {
    let field = this.#fields.get(key);
    if (!field) {
      const name = this.#prefix === '' ? key : wrappers.test(key) ? this.#prefix : `${this.#prefix}.${key}`;
      field = fieldNamed(name, telling.test(key));
      this.#fields.set(key, field);
    }
    return field;
  }
}

/** Keys in which some databases wrap values, to say their type. */
const wrappers = /^\$(oid|date|number(Long|Int|Decimal|Double)|uuid)$/;

/** Keys whose values tell records apart, or name them. */
const telling =
  /^(id|_id|uuid|guid|gid|key|code|sku|name|number|no|nr|handle|email)$|([_-]id|Id|ID|[_-](no|number|key|code)|Number)$/;

const fieldNamed = (name: string, tells: boolean): Field => ({
  name,
  column: -1,
  level: null,
  table: null,
  again: null,
  tells
});

/** The records of one place in a file, written as they come. */
export class RecordTable {
  readonly part: readonly string[];
  readonly root = new Level('', null);
  /** what is said beside its records, of the records that they are in */
  readonly above = new Map<Field, Field>();
  readonly #names: string[] = [];
  readonly #writer = new TableWriter(0);

  constructor(part: readonly string[]) {
    this.part = part;
  }

  get rows(): number {
    return this.#writer.rows;
  }

  /** The column of a field, which it gets now if it has none. @throws {FormatError} where there are too many */
  columnOf(field: Field): number {
    if (field.column >= 0) return field.column;
    if (this.#names.length >= mostColumns) throw new FormatError('json-wide', {values: {most: mostColumns}});
    field.column = this.#names.length;
    this.#names.push(field.name);
    return field.column;
  }

  /** Where the value of a field of a record above goes. */
  columnAbove(field: Field, name: string): number {
    let own = this.above.get(field);
    if (!own) this.above.set(field, (own = fieldNamed(name, true)));
    return this.columnOf(own);
  }

  /** What a field is called in the tables below: `id` and its like after what they are of. */
  nameBelow({name}: Field): string {
    return plain.test(name) ? `${this.part.at(-1) ?? 'parent'}.${name}` : name;
  }

  /** Writes a record; cells that it lacks are empty. */
  add(cells: (Cell | undefined)[]): void {
    const row: Cell[] = [];
    for (let at = 0; at < this.#names.length; at++) row.push(cells[at] ?? null);
    this.#writer.add(row);
  }

  async written(): Promise<Written> {
    const text = await this.#writer.finish(this.#names);
    return {part: this.part, named: true, rows: this.rows, text, notes: []};
  }
}

const plain = /^(id|_id|uuid|guid|gid|key|code|name|number|no|nr|handle)$/;
