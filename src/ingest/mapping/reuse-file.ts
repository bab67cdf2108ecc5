import {tables} from '../../messages/tables';
import type {TableName} from '../../tables/canonical';
import {listed} from './check';
import {findColumn, renamed} from './reuse-columns';
import {settled} from './reuse-formats';
import {typeOfRole} from '../guess/role-format';
import type {AlsoMapping, ColumnProfile, FileMapping, Inspection, Lookup, Recipe, RoleMapping, RowRule} from '../types';

/** Something that is not as it was when a mapping was made: a key of the `ingest` messages, and what fills it. */
export interface Change {
  key: string;
  values: Record<string, string | number>;
}

/** What a mapping is moved to. */
export interface Target {
  inspection: Inspection;
  /** what is guessed of the file */
  own: FileMapping;
  /** all files at hand */
  inspections: readonly Inspection[];
  /** the recipe that the mapping is part of */
  recipe: Recipe;
}

/** The mapping with the columns where the file has them now, and the bytes read as they were inspected. */
export function moved(
  mapping: FileMapping,
  target: Target
): {mapping: FileMapping; found: number; changes: readonly Change[]} {
  const move = new Move(mapping, target);
  return {mapping: move.mapping(), found: move.found, changes: move.changes};
}

class Move {
  readonly changes: Change[] = [];
  found = 0;
  readonly #old: FileMapping;
  readonly #target: Target;
  readonly #columns: readonly ColumnProfile[];
  /** columns that the earlier file had not */
  readonly #fresh: ColumnProfile[];
  readonly #places = new Map<number, number | null>();
  readonly #lookups: Lookup[] | null;

  constructor(old: FileMapping, target: Target) {
    this.#old = old;
    this.#target = target;
    this.#columns = target.inspection.columns;
    this.#fresh = this.#isNamed
      ? this.#columns.filter(({name}) => !old.header.some((known) => findColumn(known, [{...noProfile, name}])))
      : [];
    this.#lookups = lookupsFor(old, target);
  }

  mapping(): FileMapping {
    const {own} = this.#target;
    this.#tellReading();
    const roles = this.#roles();
    const fill = this.#fill();
    const only = this.#only();
    const attributes = this.#attributes(roles);
    const lookups = this.#movedLookups();
    this.#tellColumns();
    const {file, encoding, dialect, region, header} = own;
    const also = lookups.length > 0 || !this.#old.lookups ? this.#old.also : own.also;
    return {
      ...lasting(this.#old),
      ...{file, encoding, dialect, region, header, roles, attributes},
      ...(this.#isSame ? {} : {reason: {key: 'table.reused', values: {file: this.#old.file}}}),
      amount: amountOf(this.#old.amount, roles),
      ...(fill ? {fill} : {}),
      ...(only.length > 0 ? {only} : {}),
      ...(lookups.length > 0 ? {lookups} : {}),
      ...(also ? {also: also.map((one) => this.#alsoPlaced(one))} : {})
    };
  }

  /** It is read again: the reasons still hold. */
  get #isSame(): boolean {
    return this.#old.file === this.#target.own.file;
  }

  get #isNamed(): boolean {
    return this.#target.inspection.region.value.header > 0 && this.#old.region.header > 0;
  }

  /** Where a column of the earlier file is now; null: nowhere. A likely new name is told once. */
  #place(column: number, about: {role?: string} = {}): number | null {
    const known = this.#places.get(column);
    if (known !== undefined) return known;
    const place = this.#found(column, about);
    this.#places.set(column, place);
    return place;
  }

  #found(column: number, {role}: {role?: string}): number | null {
    const {header, table} = this.#old;
    if (column >= header.length) return this.#foundLookup(column);
    const name = header[column] ?? '';
    if (!this.#isNamed) return column < this.#columns.length ? column : null;
    const same = findColumn(name, this.#columns);
    if (same) {
      this.found++;
      return same.index;
    }
    const type = role === undefined || table === null ? undefined : typeOfRole(table, role);
    const taken = [...this.#places.values()];
    const free = this.#fresh.filter(({index}) => !taken.includes(index));
    const next = role === undefined ? undefined : renamed(name, free, type);
    if (!next) return null;
    this.changes.push({key: 'changed.renamed', values: {old: name, now: next.name}});
    return next.index;
  }

  #foundLookup(column: number): number | null {
    if (!this.#lookups) return null;
    return column - this.#old.header.length + this.#columns.length;
  }

  #roles(): Record<string, RoleMapping> {
    const {table, header, roles} = this.#old;
    const found = Object.entries(roles).map(([role, old]) => ({role, old, place: this.#place(old.column, {role})}));
    const kept = found.flatMap(({role, old, place}): [string, RoleMapping][] =>
      place === null ? [] : [[role, this.#formatted(role, old, place)]]
    );
    const taken = new Set(kept.map(([, {column}]) => column));
    const guessed = found.flatMap(({role, old, place}): [string, RoleMapping][] => {
      if (place !== null) return [];
      const own = this.#target.own.roles[role];
      const name = header[old.column] ?? `${old.column + 1}`;
      const about = {column: name, role: roleName(table, role)};
      if (!own || taken.has(own.column)) {
        this.changes.push({key: 'changed.missing', values: about});
        return [];
      }
      taken.add(own.column);
      const now = this.#target.own.header[own.column] ?? `${own.column + 1}`;
      this.changes.push({key: 'changed.guessed', values: {...about, now}});
      return [[role, own]];
    });
    return Object.fromEntries([...kept, ...guessed]);
  }

  #formatted(role: string, old: RoleMapping, place: number): RoleMapping {
    const column = this.#columns[place];
    const type = this.#old.table === null ? undefined : typeOfRole(this.#old.table, role);
    const earlier = {key: 'role.reused', values: {file: this.#old.file}};
    const reason = this.#isSame ? (old.reason ? {reason: old.reason} : {}) : {reason: earlier};
    if (!column || !type) return {column: place, format: old.format, ...reason};
    const {format, changes} = settled(old.format, column, type);
    this.changes.push(...changes);
    return {column: place, format, ...reason};
  }

  #placed(roles: Record<string, RoleMapping>): Record<string, RoleMapping> {
    return Object.fromEntries(
      Object.entries(roles).flatMap(([role, one]) => {
        const column = this.#place(one.column);
        return column === null ? [] : [[role, {...one, column}]];
      })
    );
  }

  #alsoPlaced(also: AlsoMapping): AlsoMapping {
    const only = also.only?.flatMap((rule) => {
      const column = this.#place(rule.column);
      return column === null ? [] : [{...rule, column}];
    });
    return {...also, roles: this.#placed(also.roles), ...(only ? {only} : {})};
  }

  #fill(): FileMapping['fill'] {
    const {fill} = this.#old;
    if (!fill) return undefined;
    const within = fill.within === null ? null : this.#place(fill.within);
    const columns = fill.columns.flatMap((column) => this.#place(column) ?? []);
    if (columns.length > 0 && (fill.within === null || within !== null)) return {within, columns};
    this.changes.push({key: 'changed.rule', values: {column: this.#name(fill.within ?? fill.columns[0] ?? 0)}});
    return undefined;
  }

  #only(): RowRule[] {
    return (this.#old.only ?? []).flatMap((rule) => {
      const column = this.#place(rule.column);
      if (column === null) this.changes.push({key: 'changed.rule', values: {column: this.#name(rule.column)}});
      return column === null ? [] : [{...rule, column}];
    });
  }

  #name(column: number): string {
    return this.#old.header[column] ?? `${column + 1}`;
  }

  /** The attributes that it had, and new columns; of customer files. */
  #attributes(roles: Record<string, RoleMapping>): number[] {
    if (this.#old.table !== 'customer') return [];
    const used = new Set(Object.values(roles).map(({column}) => column));
    const kept = this.#old.attributes.flatMap((column) => this.#place(column) ?? []);
    const all = this.#isNamed ? [...kept, ...this.#fresh.map(({index}) => index)] : kept;
    return [...new Set(all)].filter((index) => !used.has(index)).sort((a, b) => a - b);
  }

  #movedLookups(): Lookup[] {
    if (!this.#old.lookups) return [];
    if (!this.#lookups) {
      this.changes.push({key: 'changed.lookups', values: {files: listed(this.#old.lookups.map(({file}) => file))}});
      return this.#target.own.lookups ?? [];
    }
    return this.#lookups.flatMap((lookup) => {
      const from = this.#place(lookup.from);
      return from === null ? [] : [{...lookup, from}];
    });
  }

  #tellReading(): void {
    const {encoding, dialect, region} = this.#old;
    const {own} = this.#target;
    if (encoding.toLowerCase() !== own.encoding.toLowerCase())
      this.changes.push({key: 'changed.encoding', values: {old: encoding, now: own.encoding}});
    if (dialect.delimiter !== own.dialect.delimiter)
      this.changes.push({
        key: 'changed.delimiter',
        values: {old: markName(dialect.delimiter), now: markName(own.dialect.delimiter)}
      });
    if (region.preamble !== own.region.preamble)
      this.changes.push({key: 'changed.preamble', values: {old: region.preamble, now: own.region.preamble}});
    if (region.header !== own.region.header)
      this.changes.push({key: 'changed.header', values: {old: region.header, now: own.region.header}});
  }

  /** Columns that came and went without playing a part, and how many are elsewhere now. */
  #tellColumns(): void {
    const {header} = this.#old;
    if (!this.#isNamed) {
      if (header.length !== this.#columns.length)
        this.changes.push({key: 'changed.width', values: {old: header.length, now: this.#columns.length}});
      return;
    }
    const taken = [...this.#places.values()];
    const isTold = (column: number): boolean =>
      Object.values(this.#old.roles).some((role) => role.column === column) || this.#places.get(column) !== undefined;
    const gone = header.filter((name, column) => !findColumn(name, this.#columns) && !isTold(column));
    const came = this.#fresh.filter(({index}) => !taken.includes(index)).map(({name}) => name);
    const elsewhere = header.filter((name, column) => {
      const now = findColumn(name, this.#columns);
      return now !== undefined && now.index !== column;
    });
    if (gone.length > 0) this.changes.push({key: 'changed.gone', values: {count: gone.length, columns: listed(gone)}});
    if (came.length > 0) this.changes.push({key: 'changed.new', values: {count: came.length, columns: listed(came)}});
    if (elsewhere.length > 0) this.changes.push({key: 'changed.moved', values: {count: elsewhere.length}});
  }
}

/** What doesn't name columns. */
function lasting({table, reason, currency, preset, constants, adds}: FileMapping): Pick<FileMapping, 'table'> {
  const all = Object.entries({reason, currency, preset, constants, adds});
  return {table, ...Object.fromEntries(all.filter(([, value]) => value !== undefined))};
}

const noProfile: Omit<ColumnProfile, 'name'> = {
  index: 0,
  looks: 'empty',
  format: {},
  filled: 0,
  distinct: 0,
  examples: []
};

/** Lookups hold where the other file is there under its name, with the columns where they were; null: they don't. */
function lookupsFor({lookups}: FileMapping, {inspections, recipe}: Target): Lookup[] | null {
  if (!lookups) return null;
  const holds = lookups.every(({file, columns, names, key}) => {
    const there = inspections.find(({source}) => source.name === file)?.columns;
    const before = recipe.files.find((mapping) => mapping.file === file)?.header;
    const isNamed = columns.every((column, at) => there?.[column]?.name === names[at]);
    return there !== undefined && isNamed && (before === undefined || there[key]?.name === before[key]);
  });
  return holds ? lookups : null;
}

function amountOf(old: FileMapping['amount'], roles: Record<string, RoleMapping>): FileMapping['amount'] {
  const has = (role: string): boolean => Object.hasOwn(roles, role);
  const product = has('quantity') && has('unit_price');
  const difference = has('credit') || has('debit');
  if (old === 'quantity × unit_price' && product) return old;
  if (old === 'credit − debit' && difference) return old;
  if (has('amount')) return 'column';
  if (product) return 'quantity × unit_price';
  return difference ? 'credit − debit' : null;
}

function roleName(table: TableName | null, role: string): string {
  const key = `${table}.${role}`;
  return tables.has(key) ? tables.t(key) : role;
}

const markName = (mark: string): string => ({'\t': 'tab', ' ': 'blank', '': 'fixed width'})[mark] ?? mark;
