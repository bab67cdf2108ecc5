import {addPart, dropParts, stagedName} from '../models/store';
import {mostKept} from './scan-tally';
import type {Filed, StageContext} from './stage-file';

/** Reasons for which a second row of a customer is set aside; keys of the `ingest` messages. */
export const twinReasons = {same: 'same row twice', other: 'same customer twice'} as const;

/**
 * Leaves one staged row per customer, the first in the order of the files, and sets the others aside: they are noted in
 * `filed`. @throws {QueryError}
 */
export async function setTwinsAside(filed: readonly Filed[], context: StageContext): Promise<void> {
  const {engine, staged, query} = context;
  const customers = stagedName(staged, 'customer');
  const counts = await engine.query(`select count(*) - count(distinct customer_id) from ${customers}`, {}, query);
  if (counts.number(0, 0) === 0) return;
  const twins = `${staged.schema}.twin`;
  const content = [...staged.columns.customer, 'attributes'].join(', ');
  await engine.execute(
    `create table ${twins} as
     select source, record, customer_id, content = first_value(content) over own as same
     from (select source, record, customer_id, row(${content})::varchar as content from ${customers})
     window own as (partition by customer_id order by source, record)
     qualify row_number() over own > 1`,
    {},
    query
  );
  const select = `select * from ${customers} anti join ${twins} using (source, record)`;
  const {name} = await addPart(engine, staged, 'customer', {select, ...query});
  await dropParts(
    engine,
    staged,
    'customer',
    staged.parts.customer.slice(1).filter((part) => part !== name)
  );
  for (const file of filed) await note(file, twins, context);
  await engine.execute(`drop table ${twins}`, {}, query);
}

async function note(filed: Filed, twins: string, {engine, query}: StageContext): Promise<void> {
  const {number, source, mapping} = filed.filing;
  const of = `from ${twins} where source = ${number}`;
  const counts = await engine.query(`select same, count(*)::integer as rows ${of} group by same`, {}, query);
  for (const {same, rows} of counts.objects<{same: boolean; rows: number}>()) filed.reasons.set(reasonOf(same), rows);
  const first = await engine.query(
    `select record, customer_id, same ${of} qualify row_number() over (partition by same order by record) <= ${mostKept}
     order by record`,
    {},
    query
  );
  const id = mapping.header[mapping.roles['customer_id']?.column ?? 0] ?? null;
  for (const {record, customer_id: value, same} of first.objects<{
    record: number;
    customer_id: string;
    same: boolean;
  }>()) {
    const place = {file: source.name, line: filed.lineOf(record), column: same ? null : id};
    filed.kept.push({...place, value, reason: reasonOf(same)});
  }
}

const reasonOf = (same: boolean): string => (same ? twinReasons.same : twinReasons.other);
