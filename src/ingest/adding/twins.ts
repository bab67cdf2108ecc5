import {addPart, dropParts, stagedName} from '../../models/store';
import {columnNames} from '../joins/lookups';
import {mostKept} from '../scan/scan-tally';
import type {Filed, StageContext} from '../stage-file';
import {findTwins, mergedSql, twinTables} from './twins-merge';

/** Reasons for which a second row of a customer is set aside; keys of the `ingest` messages. */
export const twinReasons = {same: 'same row twice', other: 'same customer twice'} as const;

/**
 * Leaves one staged row per customer. Of several rows in one file the first counts, and the others are set aside. Rows
 * of several files say together what is known: each column from the first file that has a value there. A row of a later
 * file that adds nothing is set aside; where it says something else, that is counted. All is noted in `filed`.
 *
 * @throws {QueryError}
 */
export async function setTwinsAside(filed: readonly Filed[], context: StageContext): Promise<void> {
  const {engine, staged, query} = context;
  const customers = stagedName(staged, 'customer');
  const counts = await engine.query(`select count(*) - count(distinct customer_id) from ${customers}`, {}, query);
  if (counts.number(0, 0) === 0) return;
  const twins = `${staged.schema}.twin`;
  await findTwins(twins, context);
  const select = mergedSql(twins, context);
  const {name} = await addPart(engine, staged, 'customer', {select, ...query});
  await dropParts(
    engine,
    staged,
    'customer',
    staged.parts.customer.slice(1).filter((part) => part !== name)
  );
  for (const file of filed) await note(file, twins, context);
  const made = [twins, ...twinTables(twins)].map((table) => `drop table ${table}`);
  await engine.execute(made.join(';\n'), {}, query);
}

async function note(filed: Filed, twins: string, context: StageContext): Promise<void> {
  const {engine, query} = context;
  const {number, source, mapping} = filed.filing;
  const of = `from ${twins} where source = ${number} and became <> 'first'`;
  const counts = await engine.query(`select became, count(*)::integer as rows ${of} group by became`, {}, query);
  for (const {became, rows} of counts.objects<{became: 'merged' | 'same' | 'other'; rows: number}>()) {
    if (became === 'merged') filed.merged = rows;
    else filed.reasons.set(twinReasons[became], rows);
  }
  await noteConflicts(filed, twins, context);
  const first = await engine.query(
    `select record, customer_id, became ${of} and became <> 'merged'
     qualify row_number() over (partition by became order by record) <= ${mostKept} order by record`,
    {},
    query
  );
  const id = columnNames(mapping)[mapping.roles['customer_id']?.column ?? 0] ?? null;
  for (const {record, customer_id: value, became} of first.objects<{
    record: number;
    customer_id: string;
    became: 'same' | 'other';
  }>()) {
    const place = {file: source.name, line: filed.lineOf(record), column: became === 'same' ? null : id};
    filed.kept.push({...place, value, reason: twinReasons[became]});
  }
}

/** Customers of whom this file says something else than an earlier one, by column. */
async function noteConflicts({filing, conflicts}: Filed, twins: string, context: StageContext): Promise<void> {
  const {engine, query} = context;
  const counts = await engine.query(
    `select name, count(*)::integer as rows
     from (select unnest(contrary) as name from ${twins} where source = ${filing.number} and nth = 1)
     group by name order by name`,
    {},
    query
  );
  for (const {name, rows} of counts.objects<{name: string; rows: number}>()) conflicts.set(nameOf(filing, name), rows);
}

/** A canonical column by its header in the file; attributes are marked by a colon before their name. */
function nameOf({mapping}: Filed['filing'], name: string): string {
  if (name.startsWith(':')) return name.slice(1);
  return columnNames(mapping)[mapping.roles[name]?.column ?? -1] ?? name;
}
