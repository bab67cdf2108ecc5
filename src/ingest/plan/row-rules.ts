import {literal} from '../../engine/sql';
import {numberSql} from '../values/cast';
import {columnNames} from '../joins/lookups';
import type {Fill, FileMapping, FileReceipt, RowRule} from '../types';

/** SQL: the rule keeps the row. Never NULL: what can't be read as a number is not for the rule to leave out. */
export function keepsSql({column, keeps, values = []}: RowRule, {roles}: FileMapping): string {
  const text = bare(`c${column}`);
  const isFilled = `(${text} <> '')`;
  if (keeps === 'filled') return isFilled;
  if (keeps === 'empty') return `(not ${isFilled})`;
  if (keeps === 'positive') {
    const format = Object.values(roles).find((role) => role.column === column)?.format ?? {};
    return `coalesce(${numberSql(text, format)} > 0, true)`;
  }
  const list = values.map((value) => literal(value.trim().toLowerCase())).join(', ');
  const isOne = list === '' ? 'false' : `(lower(${text}) in (${list}))`;
  return keeps === 'values' ? isOne : `(not ${isOne})`;
}

const bare = (text: string): string => `coalesce(trim(${text}, ' \t\u00a0'), '')`;

/** Which cells repeat the row above, and which rows are used, in words: a key of the `ingest` messages, what fills it. */
export function rulesSaid(mapping: FileMapping): FileReceipt['assumptions'] {
  const {fill, only = []} = mapping;
  const header = columnNames(mapping);
  const name = (column: number): string => header[column] ?? `${column + 1}`;
  const columns = fill?.columns.map(name).join('”, “') ?? '';
  const filled = fill && (fill.within === null ? {columns} : {columns, within: name(fill.within)});
  return [
    ...(filled ? [{key: 'within' in filled ? 'assumed.fill-within' : 'assumed.fill', values: filled}] : []),
    ...only.map(({column, keeps, values = []}) => ({
      key: 'assumed.only',
      values: {column: name(column), keeps, values: values.map((value) => `“${value}”`).join(', ')}
    }))
  ];
}

/** The newest value of a filled column, and of what it holds within, in SQL text. */
export interface Carried {
  key: string | null;
  value: string;
}

/**
 * Records with the columns of the rule filled from the rows above; what the file itself has there is beside them as
 * `w0`, `w1` … `carried` is what the records before these leave behind, by column.
 */
export function filledSql(records: string, {within, columns}: Fill, carried: ReadonlyMap<number, Carried>): string {
  const newest = columns.map((column) => {
    const above = `${lastSql(column, within)} over (rows between unbounded preceding and current row)`;
    const before = carried.get(column);
    return `${before ? `coalesce(${above}, ${carriedSql(before)})` : above} as f${column}`;
  });
  const same = (column: number): string =>
    within === null ? 'true' : `f${column}.k = ${bare(`c${within}`)} and f${column}.k <> ''`;
  const filled = columns.map(
    (column) =>
      `case when ${bare(`c${column}`)} = '' and ${same(column)} then f${column}.v else c${column} end as c${column}`
  );
  const names = columns.map((column) => `f${column}`);
  const kept = columns.map((column) => `c${column} as w${column}`);
  return `(select * exclude (${[...names, 'place'].join(', ')}) replace (${filled.join(', ')})
    from (select *, ${[...newest, ...kept].join(', ')} from ${placed(records)}))`;
}

/** What records leave behind for those after them: SQL of one row, with key and value of each filled column in turn. */
export function carriedOfSql(records: string, {within, columns}: Fill): string {
  const found = columns.map((column) => `${lastSql(column, within)} as f${column}`);
  const parts = columns.flatMap((column) => [`f${column}.k`, `f${column}.v`]);
  return `select ${parts.join(', ')}
    from (select ${found.join(', ')} from ${placed(records)})`;
}

/** Records with their place among them; DuckDB reads them in their order. */
const placed = (records: string): string => `(select *, row_number() over () as place from ${records})`;

/** The last value of a column that there is, and what it holds within. An aggregate. */
function lastSql(column: number, within: number | null): string {
  const pair = `{'k': ${within === null ? `''` : bare(`c${within}`)}, 'v': c${column}}`;
  return `arg_max(${pair}, place) filter (where ${bare(`c${column}`)} <> '')`;
}

const carriedSql = ({key, value}: Carried): string => `{'k': ${literal(key ?? '')}, 'v': ${literal(value)}}`;
