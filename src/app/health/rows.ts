import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import {identifier} from '../../engine/sql';
import {words} from '../../messages/health';
import {tables} from '../../messages/tables';
import type {Behind, BehindColumn} from '../../models/health/checks';
import type {TableColumn} from '../../ui/cell';
import type {PageSource, Sort} from '../../ui/pages.svelte';

/** The most rows that go into a file. */
export const mostInFile = 1_000_000;

/** The columns of the rows behind something, as a table shows them. */
export function tableColumns({columns}: Behind): TableColumn[] {
  return columns.map(({name, label, unit}) => ({
    name,
    label: labelOf(label),
    unit,
    align: unit === 'text' || unit === 'date' ? ('start' as const) : ('end' as const)
  }));
}

/** How many rows there are. @throws {QueryError} */
export async function countOf(engine: Engine, behind: Behind): Promise<number> {
  return Number((await engine.query(`select count(*) from (select 1 from ${behind.from})`)).value(0, 0));
}

/** Pages through the rows; a search keeps those with the text in any column. */
export function pageOf(engine: Engine, behind: Behind): PageSource {
  const counts = new Map<string, Promise<number>>();
  return async (offset, limit, sort, search) => {
    const {where, params} = searching(behind, search);
    const rows = await engine.query(`${selectSql(behind, where, sort)} limit $limit::bigint offset $offset::bigint`, {
      ...params,
      limit,
      offset
    });
    const count = counts.get(search) ?? counted(engine, behind, {where, params});
    counts.set(search, count);
    return {rows: rows.objects(), count: await count};
  };
}

/** All rows, up to a million. @throws {QueryError} */
export async function allRows(engine: Engine, behind: Behind): Promise<Row[]> {
  return (await engine.query(`${selectSql(behind, 'true', null)} limit ${mostInFile}`)).objects();
}

async function counted(
  engine: Engine,
  behind: Behind,
  {where, params}: {where: string; params: Record<string, string>}
): Promise<number> {
  const rows = await engine.query(`select count(*) from (select * from ${behind.from}) where ${where}`, params);
  return Number(rows.value(0, 0));
}

function selectSql({from, columns, order}: Behind, where: string, sort: Sort | null): string {
  const names = columns.map(({name}) => identifier(name)).join(', ');
  const known = sort !== null && columns.some(({name}) => name === sort.column);
  const first = known ? `${identifier(sort.column)} ${sort.descending ? 'desc' : 'asc'} nulls last, ` : '';
  const rest = order === 'all' ? names : order;
  return `select ${names} from (select * from ${from}) where ${where} order by ${first}${rest}`;
}

function searching({columns}: Behind, search: string): {where: string; params: Record<string, string>} {
  if (search === '') return {where: 'true', params: {}};
  const tests = columns.map(({name}: BehindColumn) => `contains(lower(${identifier(name)}::varchar), lower($search))`);
  return {where: `(${tests.join(' or ')})`, params: {search}};
}

function labelOf(label: string): string {
  if (tables.has(label)) return tables.t(label);
  return words.has(label) ? words.t(label) : label;
}
