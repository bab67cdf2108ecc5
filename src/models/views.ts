import {literal} from '../engine/sql';
import {sqlType, type TableName} from '../tables/canonical';
import {columnNames, columnOf, stagedName, type Staged} from './staging';

/** Purchases without a customer: with a null key, or not at all. */
export type Anonymous = 'leave out' | 'keep';

/** The purchases of a staged table, or of a relation with its columns, with the keys of their customers. */
export function joined(staged: Staged, anonymous: Anonymous, from = stagedName(staged, 'purchase')): string {
  const columns = staged.columns.purchase.map((name) => `purchase.${name}`);
  return `select customer.customer_key, ${columns.join(', ')}, purchase.kind
    from ${from} as purchase
    ${anonymous === 'keep' ? 'left join' : 'join'} ${staged.schema}.customer as customer using (customer_id)`;
}

/** The published purchases are those of `source`, which may hold texts as enums. */
export function purchaseView(staged: Staged, source: string): string {
  return view(
    'purchase',
    `select customer_key, ${listSql(staged, 'purchase')}, kind::varchar as kind from (${source})`
  );
}

/** The published customers. */
export function customerView(staged: Staged): string {
  const list = listSql(staged, 'customer');
  return view('customer', `select customer_key, ${list}, attributes from ${staged.schema}.customer`);
}

/** The tables that are published as they were staged. */
export function plainViews(staged: Staged): string[] {
  const tables = ['interaction', 'partnership_cost'] as const;
  return tables.map((table) => view(table, `select ${listSql(staged, table)} from ${stagedName(staged, table)}`));
}

function listSql(staged: Staged, table: TableName): string {
  const present = staged.columns[table];
  const {constants} = staged;
  const constant = (name: string): string =>
    table === 'purchase' && Object.hasOwn(constants, name) ? literal(constants[name] ?? null) : 'null';
  const absent = (name: string): string => `${constant(name)}::${sqlType[columnOf(table, name).type]} as ${name}`;
  return columnNames(table)
    .map((name) =>
      present.includes(name) ? `${name}::${sqlType[columnOf(table, name).type]} as ${name}` : absent(name)
    )
    .join(', ');
}

/** SQL that publishes a relation. */
export const view = (name: string, sql: string): string => `create or replace view main.${name} as ${sql}`;
