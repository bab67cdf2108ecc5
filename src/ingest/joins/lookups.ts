import {bareSql, idSql} from '../values/cast';
import type {AlsoMapping, FileMapping, Lookup} from '../types';

/** A column of another file among those of a mapping. */
export interface LookedUp {
  lookup: Lookup;
  /** place of the lookup among those of the mapping */
  index: number;
  /** the column's place in the other file */
  there: number;
  name: string;
}

type Columns = Pick<FileMapping, 'header' | 'lookups'>;

/** The names of all columns of a mapping: the file's own, and those looked up as `orders.csv › order_date`. */
export function columnNames({header, lookups}: Columns): string[] {
  if (!lookups) return header;
  return [...header, ...lookups.flatMap(({file, names}) => names.map((name) => `${file} › ${name}`))];
}

/** Which column of another file a column of a mapping is; null where it is the file's own, or none. */
export function lookedUp({header, lookups = []}: Columns, column: number): LookedUp | null {
  let first = header.length;
  for (const [index, lookup] of lookups.entries()) {
    const at = column - first;
    const there = lookup.columns[at];
    if (at >= 0 && there !== undefined) return {lookup, index, there, name: lookup.names[at] ?? `${there + 1}`};
    first += lookup.columns.length;
  }
  return null;
}

/** The number of the first column of a lookup. */
export function firstColumn({header, lookups = []}: Columns, index: number): number {
  return lookups.slice(0, index).reduce((sum, {columns}) => sum + columns.length, header.length);
}

/** How the rows of a file become rows of a further table. */
export function alsoMapping(mapping: FileMapping, also: AlsoMapping): FileMapping {
  const {table, roles, constants = {}, only} = also;
  const own: FileMapping = {
    ...mapping,
    ...(only ? {only} : {}),
    table,
    roles,
    constants,
    attributes: [],
    amount: 'amount' in roles ? 'column' : null
  };
  delete own.also;
  return own;
}

/**
 * Records with the key of each row as `name`: the text of a column read as ids are, without blanks around it where it may
 * have such. Numbers that went through a spreadsheet as `17850.0` are 17850. Most keys show at once that they are what they
 * look like: ASCII, and too long for a word for nothing, or with a digit at the end.
 */
export function withKey(records: string, column: string, {name, padded}: {name: string; padded: boolean}): string {
  const bare = `bare_${name}`;
  const ends = [`right(${bare}, 1) between '0' and '9'`, `strlen(${bare}) > 20`].join(' or ');
  const plain = `strlen(${bare}) = length(${bare}) and (${ends}) and not contains(${bare}, '+') and not suffix(${bare}, '.0')`;
  return `(select * exclude (${bare}), case when ${plain} then ${bare} else ${idSql(bare, {id: 'number'})} end as ${name}
    from (select *, ${padded ? bareSql(column) : column} as ${bare} from ${records}))`;
}
