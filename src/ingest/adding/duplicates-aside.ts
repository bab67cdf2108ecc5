import {columnNames} from '../joins/lookups';
import type {Engine} from '../../engine/engine';
import {total} from '../values/exact';
import {addSum} from '../memory/memory-limits';
import {mostKept} from '../scan/scan-tally';
import type {Filed, StageContext} from '../stage-file';

/** Where rows are compared: what is staged, or already published. */
export type Comparing = Pick<StageContext, 'staged' | 'rules' | 'query'> & {engine: Pick<Engine, 'query' | 'execute'>};

/**
 * Rows to be set aside: a table of their `source`, `record`, `amount`, a `value` to show them by, and the `reason`,
 * a key of the `ingest` messages.
 */
export interface Leaving {
  table: string;
  /** the canonical column that `value` is of; null where the whole row is meant */
  column: string | null;
}

/** Takes rows out of the staged tables again, and notes them in their files as set aside. @throws {QueryError} */
export async function asideRows(filed: readonly Filed[], context: Comparing, leaving: Leaving): Promise<void> {
  for (const file of filed) if (await note(file, context, leaving)) await take(file, context, leaving);
}

/** Whether there are any. */
async function note(file: Filed, {engine, query}: Comparing, {table, column}: Leaving): Promise<boolean> {
  const {filing, reasons, sums, kept} = file;
  const own = `(from ${table} where source = ${filing.number})`;
  const counts = await engine.query(
    `select reason, count(*)::integer as rows, coalesce(sum(amount), 0)::decimal(38, 4)::varchar as amount
     from ${own} group by reason`,
    {},
    query
  );
  for (const {reason: why, rows, amount} of counts.objects<{reason: string; rows: number; amount: string}>()) {
    reasons.set(why, (reasons.get(why) ?? 0) + rows);
    file.amount = total([file.amount, amount]);
    addSum(sums, why, amount);
  }
  const first = await engine.query(
    `select record, value, reason from ${own}
     qualify row_number() over (partition by reason order by record) <= ${mostKept} order by record`,
    {},
    query
  );
  const place = filing.mapping.roles[column ?? '']?.column;
  const name = place === undefined ? null : (columnNames(filing.mapping)[place] ?? null);
  for (const {record, value, reason: why} of first.objects<{record: number; value: string | null; reason: string}>()) {
    kept.push({file: filing.source.name, line: file.lineOf(record), column: name, value: value ?? '', reason: why});
  }
  return counts.length > 0;
}

/** The parts stay, without the rows. */
async function take({filing, parts}: Filed, {engine, query}: Comparing, {table}: Leaving): Promise<void> {
  const gone = `select record from ${table} where source = ${filing.number}`;
  for (const part of parts) await engine.execute(`delete from ${part} where record in (${gone})`, {}, query);
}
