import type {Engine} from '../../engine/engine';
import {firstCut} from '../preview';
import {planOf} from '../plan/plan';
import {readCsvSql} from '../scan/read-csv';
import type {FileMapping, Source} from '../types';

/** Of the transactions in a file's first rows. */
export interface Known {
  transactions: number;
  /** those that are loaded already, and those of them with as many rows and the same amount */
  known: number;
  same: number;
}

/**
 * How many transactions at the beginning of a file are loaded already. Null where ids are not known, or come from another
 * file. @throws {FileError} @throws {QueryError}
 */
export async function knownOf(engine: Engine, source: Source, mapping: FileMapping): Promise<Known | null> {
  if (mapping.table !== 'purchase' || !mapping.roles['transaction_id'] || mapping.lookups?.length || mapping.fill)
    return null;
  const cut = await firstCut(source, mapping);
  if (cut.records === 0) return null;
  const name = `known-${++looks}`;
  const plan = planOf(mapping, 'purchase');
  await engine.register(name, cut.bytes);
  try {
    const records = readCsvSql(name, {dialect: mapping.dialect, width: mapping.header.length});
    const rows = await engine.query(
      `with fresh as (
           select transaction_id, count(*) as rows, sum(amount) as amount
           from (${plan.rowsSql(records)})
           where ${plan.usable} and transaction_id is not null and customer_id is not null group by transaction_id
       ),
       old as (
           select transaction_id, count(*) as rows, sum(amount) as amount from purchase
           where transaction_id in (select transaction_id from fresh) group by transaction_id
       )
       select
           count(*)::integer as transactions, count(old.rows)::integer as known,
           count(*) filter (where old.rows = fresh.rows and old.amount = fresh.amount)::integer as same
       from fresh left join old using (transaction_id)`
    );
    return rows.objects<Known>()[0] ?? null;
  } finally {
    await engine.drop(name);
  }
}

let looks = 0;
