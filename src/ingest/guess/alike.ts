import {meaningOf} from './dictionary';
import {whenOf} from './one-day';
import {formatFor, typeOfRole} from './role-format';
import type {ColumnProfile, FileMapping, Format, Inspection, RoleMapping} from '../types';

/** How a file differs from the one that it is read like: columns by their names, and values written in another way. */
export interface Drift {
  /** columns of the other one that it lacks */
  missing: string[];
  /** columns of its own */
  extra: string[];
  /** columns in a role whose dates or numbers are written in another way */
  formats: {column: string; here: Format; there: Format}[];
}

/** Shares of their columns that parts of one table have in common at least. */
const least = 0.6;

/**
 * Files that are one table in parts (months, countries, sheets): those with the same columns, or nearly. Each file is in
 * one group, by its index; groups and files in the order of the files.
 */
export function alike(inspections: readonly Inspection[]): number[][] {
  const groups: number[][] = [];
  inspections.forEach((inspection, index) => {
    const group = groups.find(([first = index]) => isPart(inspections[first], inspection));
    if (group) group.push(index);
    else groups.push([index]);
  });
  return groups;
}

function isPart(first: Inspection | undefined, other: Inspection): boolean {
  if (!first) return false;
  return isNamed(first) && isNamed(other) ? haveNamesInCommon(first, other) : lookTheSame(first, other);
}

const isNamed = ({region}: Inspection): boolean => region.value.header > 0;

function haveNamesInCommon(first: Inspection, other: Inspection): boolean {
  const [here, there] = [new Set(first.columns.map(plain)), new Set(other.columns.map(plain))];
  const shared = [...here].filter((name) => there.has(name)).length;
  const isMost = shared >= 2 && shared / (here.size + there.size - shared) >= least;
  return isMost && !(hasOwnId(first, other) && hasOwnId(other, first));
}

/** It begins with an id that the other lacks: customers and suppliers have names and addresses in common. */
function hasOwnId({columns: [id]}: Inspection, other: Inspection): boolean {
  if (!id || !meaningOf(id.name).concepts.includes('id') || id.distinct < id.filled) return false;
  const [theirs] = other.columns;
  const isNamedAlike = theirs !== undefined && sensesOf(theirs) === sensesOf(id);
  return !isNamedAlike && !other.columns.some((column) => plain(column) === plain(id));
}

const sensesOf = ({name}: ColumnProfile): string => [...meaningOf(name).concepts].sort().join();

/** Without names: as many columns, three or more, and the same kind of value in each that has values. */
function lookTheSame(first: Inspection, other: Inspection): boolean {
  if (isNamed(first) !== isNamed(other) || first.columns.length !== other.columns.length) return false;
  const same = ({looks}: ColumnProfile, index: number): boolean =>
    looks === 'empty' || other.columns[index]?.looks === 'empty' || looks === other.columns[index]?.looks;
  return first.columns.length > 2 && first.columns.every(same);
}

/** A name without what differs between exports of the same column. */
const plain = ({name}: {name: string}): string =>
  name
    .toLowerCase()
    .replace(/[\s_.-]+/gu, ' ')
    .trim();

/** The column of a file that has the name, or, where nothing is named, the place. */
export function columnLike(wanted: {name: string; index: number}, inspection: Inspection): ColumnProfile | undefined {
  if (!isNamed(inspection)) return inspection.columns[wanted.index];
  return inspection.columns.find((column) => plain(column) === plain(wanted));
}

/**
 * The mapping of a file that is read as another one of its group is: the same table, and the same roles for the columns of
 * the same names. How its values are written is its own, unless they don't decide it. Roles of its further columns stay.
 */
export function readLike(lead: FileMapping, own: FileMapping, inspection: Inspection): FileMapping {
  const {table} = lead;
  if (table === null) return {...own, table, roles: {}, amount: null, attributes: [], reason: likeReason(lead, own)};
  const led = Object.entries(lead.roles).flatMap(([role, mapping]): [string, RoleMapping][] => {
    if (mapping.column >= lead.header.length) {
      return [[role, {...mapping, column: placeLike(mapping.column, lead, inspection)}]];
    }
    const column = columnLike({name: lead.header[mapping.column] ?? '', index: mapping.column}, inspection);
    if (!column) return [];
    const same = own.roles[role]?.column === column.index ? own.roles[role].reason : undefined;
    const format = formatLike(mapping, column, {table, role});
    return [[role, {...mapping, column: column.index, format, ...(same ? {reason: same} : {})}]];
  });
  const roles = new Map(led);
  const taken = new Set(led.map(([, {column}]) => column));
  const known = new Set(lead.header.map((name) => plain({name})));
  for (const [role, mapping] of own.table === table ? Object.entries(own.roles) : []) {
    const isNew = !known.has(plain({name: own.header[mapping.column] ?? ''}));
    if (isNew && !roles.has(role) && !taken.has(mapping.column)) roles.set(role, mapping);
  }
  const {file, encoding, dialect, region, header, currency} = own;
  return {
    ...{file, encoding, dialect, region, header, table},
    ...(currency === undefined ? {} : {currency}),
    roles: Object.fromEntries(roles),
    amount: amountLike(lead, roles),
    attributes: table === 'customer' ? attributesLike(lead, inspection, roles) : [],
    ...rulesLike(lead, (column) => placeLike(column, lead, inspection)),
    ...constantsLike(lead, own),
    reason: likeReason(lead, own)
  };
}

/** The same for all rows as in the other file; but a day that its own name says stays. */
function constantsLike(lead: FileMapping, own: FileMapping): Pick<FileMapping, 'constants'> {
  if (!lead.constants) return {};
  const when = whenOf(lead) ?? '';
  const day = own.constants?.[when];
  return {constants: {...lead.constants, ...(when in lead.constants && day !== undefined ? {[when]: day} : {})}};
}

/** What else a mapping says of the rows, with columns where the other file has them; what needs a column that it lacks is left out. */
function rulesLike(
  {preset, fill, only, lookups, also, adds}: FileMapping,
  place: (column: number) => number
): Partial<FileMapping> {
  const placed = <T extends {column: number}>(one: T): T[] => {
    const column = place(one.column);
    return column < 0 ? [] : [{...one, column}];
  };
  const rolesOf = (roles: Record<string, RoleMapping>): Record<string, RoleMapping> =>
    Object.fromEntries(Object.entries(roles).flatMap(([role, one]) => placed(one).map((found) => [role, found])));
  const within = fill ? (fill.within === null ? null : place(fill.within)) : null;
  return {
    ...(preset === undefined ? {} : {preset}),
    ...(fill && within !== -1
      ? {fill: {within, columns: fill.columns.map(place).filter((column) => column >= 0)}}
      : {}),
    ...(only ? {only: only.flatMap(placed)} : {}),
    ...(lookups ? {lookups: lookups.map((lookup) => ({...lookup, from: place(lookup.from)}))} : {}),
    ...(also
      ? {
          also: also.map((one) => ({
            ...one,
            roles: rolesOf(one.roles),
            ...(one.only ? {only: one.only.flatMap(placed)} : {})
          }))
        }
      : {}),
    ...(adds ? {adds} : {})
  };
}

/** Where a column of the lead's, or one that it looks up, is in the other file; −1 where it lacks it. */
function placeLike(column: number, {header}: FileMapping, inspection: Inspection): number {
  if (column >= header.length) return column - header.length + inspection.columns.length;
  return columnLike({name: header[column] ?? '', index: column}, inspection)?.index ?? -1;
}

/** Why the file is that table: for its own reasons where those say so too. */
const likeReason = ({table, file}: FileMapping, own: FileMapping): NonNullable<FileMapping['reason']> =>
  own.table === table && own.reason ? own.reason : {key: 'table.alike', values: {file}};

function formatLike(
  {format}: RoleMapping,
  column: ColumnProfile,
  {table, role}: {table: FileMapping['table']; role: string}
): Format {
  const type = table === null ? undefined : typeOfRole(table, role);
  const own = formatFor(column, type ?? 'text');
  const {sign} = format;
  const signed = sign === undefined ? {} : {sign};
  if (type === 'date' && own.date === undefined) return format;
  if (column.mark?.deciding === 0) return {...own, ...format};
  return {...own, ...signed, ...(format.id === undefined ? {} : {id: format.id})};
}

function amountLike({amount}: FileMapping, roles: ReadonlyMap<string, RoleMapping>): FileMapping['amount'] {
  if (amount === 'credit − debit' && (roles.has('credit') || roles.has('debit'))) return amount;
  if (roles.has('quantity') && roles.has('unit_price') && (amount !== 'column' || !roles.has('amount')))
    return 'quantity × unit_price';
  return roles.has('amount') ? 'column' : null;
}

/** The attributes of the other file, and columns that it doesn't have. */
function attributesLike(lead: FileMapping, {columns}: Inspection, roles: ReadonlyMap<string, RoleMapping>): number[] {
  const used = new Set([...roles.values()].map(({column}) => column));
  const kept = new Set(lead.attributes.map((column) => plain({name: lead.header[column] ?? ''})));
  const known = new Set(lead.header.map((name) => plain({name})));
  return columns.flatMap((column) => {
    const isKept = kept.has(plain(column)) || !known.has(plain(column));
    return isKept && !used.has(column.index) ? [column.index] : [];
  });
}

/** How a file of a group differs from the one that leads it. */
export function driftOf(
  lead: {mapping: FileMapping; inspection: Inspection},
  own: {mapping: FileMapping; inspection: Inspection}
): Drift {
  const [here, there] = [own.inspection, lead.inspection];
  const named = isNamed(here) && isNamed(there);
  return {
    missing: named ? there.columns.filter((column) => !columnLike(column, here)).map(({name}) => name) : [],
    extra: named ? here.columns.filter((column) => !columnLike(column, there)).map(({name}) => name) : [],
    formats: Object.entries(own.mapping.roles).flatMap(([role, {column, format}]) => {
      const other = lead.mapping.roles[role]?.format;
      const differs = other && (other.date !== format.date || other.decimal !== format.decimal);
      return differs ? [{column: own.mapping.header[column] ?? '', here: format, there: other}] : [];
    })
  };
}

/**
 * Mappings of the files, each guessed on its own, with those of a group read alike: as its member whose guess is the most
 * complete says. Where the days of one don't decide whether day or month comes first, those of another do.
 */
export function inUnison(mappings: readonly FileMapping[], inspections: readonly Inspection[]): FileMapping[] {
  const result = [...mappings];
  for (const group of alike(inspections)) {
    const lead = mappings[leaderOf(group, mappings, inspections)];
    if (!lead || group.length < 2) continue;
    for (const index of group) {
      const [own, inspection] = [mappings[index], inspections[index]];
      if (own && inspection && own !== lead) result[index] = readLike(lead, own, inspection);
    }
    settleOrders(group, result, inspections);
  }
  return result;
}

/** The member with most roles; -1 for none. */
function leaderOf(
  group: readonly number[],
  mappings: readonly FileMapping[],
  inspections: readonly Inspection[]
): number {
  const weight = (index: number): number =>
    Object.keys(mappings[index]?.roles ?? {}).length * 1e9 + (inspections[index]?.sampled ?? 0);
  return group.reduce((best, index) => (weight(index) > weight(best) ? index : best), group[0] ?? -1);
}

/** Gives dates that nothing in their own file decides the order of the others' that is decided, for each role and way of writing. */
function settleOrders(group: readonly number[], mappings: FileMapping[], inspections: readonly Inspection[]): void {
  const decided = new Map<string, boolean>();
  const dates = (index: number): {role: string; date: string; deciding: number}[] =>
    Object.entries(mappings[index]?.roles ?? {}).flatMap(([role, {column, format}]) => {
      const order = inspections[index]?.columns[column]?.order;
      return order && format.date !== undefined ? [{role, date: format.date, deciding: order.deciding}] : [];
    });
  for (const index of group)
    for (const {role, date, deciding} of dates(index))
      if (deciding > 0) decided.set(`${role} ${written(date)}`, isDayFirst(date));
  for (const index of group) {
    for (const {role, date, deciding} of dates(index)) {
      const dayFirst = decided.get(`${role} ${written(date)}`);
      if (deciding === 0 && dayFirst !== undefined && dayFirst !== isDayFirst(date)) turn(mappings, index, role);
    }
  }
}

/** A date format without the order of day and month: `25.02.2024` says nothing of `02/25/2024`. */
const written = (format: string): string => format.replace(/%[dm]/g, '%');

const isDayFirst = (format: string): boolean => format.indexOf('%d') < format.indexOf('%m');

function turn(mappings: FileMapping[], index: number, role: string): void {
  const [mapping, old] = [mappings[index], mappings[index]?.roles[role]];
  if (!mapping || !old) return;
  const turned = (date: string): string => date.replace(/%[dm]/g, (part) => (part === '%d' ? '%m' : '%d'));
  const format = {...old.format, ...(old.format.date === undefined ? {} : {date: turned(old.format.date)})};
  mappings[index] = {...mapping, roles: {...mapping.roles, [role]: {...old, format}}};
}
