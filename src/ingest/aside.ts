import type {Engine, QueryOptions} from '../engine/engine';
import type {Plan} from './plan/plan';
import {mostKept} from './scan/scan-tally';
import type {Exact} from './types';

/** Rows of a cut that can't be used: counted by problem (its place in the plan), and the first of each. */
export interface Aside {
  counts: {problem: number; rows: number; amount: Exact}[];
  /** `record` counts those of the cut from 0 */
  first: {record: number; problem: number; text: string | null}[];
}

/** Finds the rows that a plan can't use among registered records. `table` is made for it and dropped. @throws {QueryError} */
export async function asideOf(
  engine: Engine,
  plan: Plan,
  {records, table, ...query}: {records: string; table: string} & QueryOptions
): Promise<Aside> {
  await engine.execute(`create or replace table ${table} as ${asideSql(plan, records)}`, {}, query);
  const counts = await engine.query(
    `select problem, count(*)::integer as rows, coalesce(sum(amount), 0)::varchar as amount from ${table} group by problem`,
    {},
    query
  );
  const first = await engine.query(
    `select record, problem, text from ${table}
     qualify row_number() over (partition by problem order by record) <= ${mostKept} order by record`,
    {},
    query
  );
  await engine.execute(`drop table ${table}`, {}, query);
  return {counts: counts.objects<Aside['counts'][number]>(), first: first.objects<Aside['first'][number]>()};
}

/** Records with their number, from `first` on; DuckDB reads them in their order. */
export const numbered = (records: string, first = 0): string =>
  `(select *, (row_number() over () - 1 + ${first})::integer as record from ${records})`;

function asideSql(plan: Plan, records: string): string {
  const which = plan.problems.map(({holds}, index) => `when ${holds} then ${index}`).join(' ');
  const texts = plan.problems.map(({text}, index) => `when ${index} then ${text}`).join(' ');
  const amount = plan.columns.includes('amount') ? 'amount' : 'null::decimal(18, 4)';
  return `select record, problem, left(case problem ${texts} end, 200) as text, ${amount} as amount
    from (
        select *, case ${which} end::integer as problem
        from (${plan.rowsSql(numbered(records))})
        where not (${plan.usable})
    )`;
}
