import {ModelError} from '../engine/errors';
import {stagedName} from '../models/store';
import {canonical, tableNames, type TableName} from '../tables/canonical';
import type {Filed, StageContext} from './stage-file';
import type {Exact, PurchaseKind} from './types';

/** Staged rows of one file and kind: purchases with and without a customer apart, other tables in one. */
export interface Group {
  table: TableName;
  source: number;
  kind: PurchaseKind | null;
  anonymous: boolean;
  rows: number;
  amount: Exact;
  from: string | null;
  to: string | null;
  /** of the day on which it happened: how many are after the 12th, so that day and month can't be mistaken */
  deciding: number;
  /** those with an amount over 0 */
  positive: {rows: number; amount: Exact};
}

/** What is staged. @throws {QueryError} */
export async function groupsOf(context: StageContext): Promise<Group[]> {
  const {engine, staged, query} = context;
  const parts = tableNames.map((table) => {
    const has = (name: string): boolean => staged.columns[table].includes(name);
    const day = days[table].find(has);
    return `select
        '${table}' as "table", source, ${table === 'purchase' ? 'kind::varchar' : 'null'} as kind,
        ${table === 'purchase' ? 'customer_id is null' : 'false'} as anonymous,
        count(*)::integer as rows,
        ${has('amount') ? 'coalesce(sum(amount), 0)' : '0'}::decimal(38, 4)::varchar as amount,
        ${day ? `min(${day})` : 'null'}::varchar as "from",
        ${day ? `max(${day})` : 'null'}::varchar as "to",
        ${day ? `count(*) filter (where day(${day}) > 12)` : '0'}::integer as deciding,
        {
            'rows': ${has('amount') ? 'count(*) filter (where amount > 0)' : '0'}::integer,
            'amount': ${has('amount') ? 'coalesce(sum(amount) filter (where amount > 0), 0)' : '0'}::decimal(38, 4)::varchar
        } as positive
      from ${stagedName(staged, table)}
      group by all`;
  });
  return (await engine.query(parts.join(' union all '), {}, query)).objects<Group>();
}

/** The day on which a row of the table happened. */
export const days: Readonly<Record<TableName, readonly string[]>> = {
  customer: ['acquired_on'],
  purchase: ['purchased_on'],
  interaction: ['occurred_on'],
  partnership_cost: ['incurred_on']
};

/** How many staged rows of a file have each of its flags, by bit. @throws {QueryError} */
export async function flagsOf({filing, plan}: Filed, context: StageContext): Promise<Map<number, number>> {
  const {engine, staged, query} = context;
  const rows = await engine.query(
    `select flags, count(*)::integer as rows from ${stagedName(staged, filing.table)}
     where source = ${filing.number} group by flags`,
    {},
    query
  );
  const counts = rows.objects<{flags: number; rows: number}>();
  const having = (bit: number): number =>
    counts.reduce((sum, one) => sum + ((one.flags & bit) === 0 ? 0 : one.rows), 0);
  return new Map(plan.flags.map(({bit}) => [bit, having(bit)]));
}

/** The canonical columns with at least one value. @throws {QueryError} */
export async function filledColumns({engine, staged, query}: StageContext): Promise<Record<TableName, string[]>> {
  const filled = async (table: TableName): Promise<string[]> => {
    const names = staged.columns[table];
    const counts = names.map((name) => `count(${name}) > 0`);
    const rows = await engine.query(`select ${counts.join(', ')} from ${stagedName(staged, table)}`, {}, query);
    const constant = (name: string): boolean => table === 'purchase' && Object.hasOwn(staged.constants, name);
    return Object.keys(canonical[table]).filter(
      (name) => constant(name) || (names.includes(name) && rows.value(0, names.indexOf(name)) === true)
    );
  };
  return {
    customer: await filled('customer'),
    purchase: await filled('purchase'),
    interaction: await filled('interaction'),
    partnership_cost: await filled('partnership_cost')
  };
}

/** @throws {ModelError} where two figures that must be equal are not */
export function assertEqual(what: string, one: string | number, other: string | number): void {
  if (one !== other) throw new ModelError(`account doesn't balance: ${what}: ${one} and ${other}`);
}
