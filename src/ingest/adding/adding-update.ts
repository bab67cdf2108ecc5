import {stagedName} from '../../models/store';
import type {TableName} from '../../tables/canonical';
import {asideRows} from './duplicates-aside';
import type {Filed, StageContext} from '../stage-file';

/** Why rows are set aside whose place a later file takes; a key of the `ingest` messages. */
export const replacedReason = 'replaced';

/** What tells which rows of a table stand for the same thing. */
const keys: Partial<Record<TableName, string>> = {purchase: 'transaction_id', customer: 'customer_id'};

/**
 * Takes out rows whose place a later file takes that says so: purchases of a transaction that it has, customers that it
 * has. They are noted in `filed` as set aside, and in the file that replaced them. @throws {QueryError}
 */
export async function setReplacedAside(filed: readonly Filed[], context: StageContext): Promise<void> {
  for (const table of ['purchase', 'customer'] as const) {
    const own = filed.filter(({filing}) => filing.table === table);
    const updating = own.filter(({filing, plan}) => isUpdating(filing.mapping.adds, plan.columns, keys[table]));
    if (own.length > 1 && updating.length > 0) await replace(table, {own, updating, context});
  }
}

const isUpdating = (adds: string | undefined, columns: readonly string[], key: string | undefined): boolean =>
  adds === 'update' && key !== undefined && columns.includes(key);

interface Replacing {
  own: readonly Filed[];
  updating: readonly Filed[];
  context: StageContext;
}

async function replace(table: 'purchase' | 'customer', {own, updating, context}: Replacing): Promise<void> {
  const {engine, staged, query} = context;
  const [name, key] = [`${staged.schema}.replaced`, keys[table] ?? ''];
  if (!staged.columns[table].includes(key)) return;
  const rows = stagedName(staged, table);
  const numbers = updating.map(({filing}) => filing.number).join(', ');
  const amount = table === 'purchase' ? 'any_value(old.amount)' : 'null::decimal(18, 4)';
  await engine.execute(
    `create table ${name} as
     select old.source, old.record, min(new.source) as newer, any_value(old.${key}) as value, ${amount} as amount,
         '${replacedReason}' as reason
     from ${rows} as old
     join (select distinct source, ${key} from ${rows} where source in (${numbers}) and ${key} is not null) as new
         on old.${key} = new.${key} and old.source < new.source
     group by old.source, old.record`,
    {},
    query
  );
  await noteReplacing(name, own, context);
  await asideRows(own, context, {table: name, column: key});
  await engine.execute(`drop table ${name}`, {}, query);
}

/** Notes in each file how many rows of which others its own took the place of. */
async function noteReplacing(name: string, filed: readonly Filed[], {engine, query}: StageContext): Promise<void> {
  const counts = await engine.query(
    `select source, newer, count(*)::integer as rows, coalesce(sum(amount), 0)::decimal(38, 4)::varchar as amount
     from ${name} group by source, newer order by newer, source`,
    {},
    query
  );
  const at = (number: number): Filed | undefined => filed.find(({filing}) => filing.number === number);
  for (const {source, newer, rows, amount} of counts.objects<{
    source: number;
    newer: number;
    rows: number;
    amount: string;
  }>()) {
    at(newer)?.replaces.push({file: at(source)?.filing.source.name ?? '', rows, amount});
  }
}
