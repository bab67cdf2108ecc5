import type {Limits} from './memory-limits';
import {needsLastDay} from './memory-limits';
import {planOf} from './plan';
import {readCsvSql} from './read-csv';
import {scan} from './scan';
import type {Filing, StageContext} from './stage-file';
import {days} from './totals';
import type {Tracker} from './tracker';
import type {Rules} from './types';

type Looking = Pick<StageContext, 'engine' | 'query'> & {tracker: Tracker};

/**
 * What the rules leave out. Where they keep the last months only, all files of purchases are read once before, for their
 * last day, and nothing of them is kept. @throws {FileError} @throws {QueryError}
 */
export async function limitsOf(filings: readonly Filing[], rules: Rules, looking: Looking): Promise<Limits> {
  const sample = rules.sample ?? null;
  if (!needsLastDay(rules)) return {since: null, sample};
  let last: string | null = null;
  for (const filing of filings.filter(({table}) => table === 'purchase')) {
    const day = await lastDay(filing, looking);
    if (day !== null && (last === null || day > last)) last = day;
  }
  return {since: last === null ? null : await startOf(last, rules.months ?? 0, looking), sample};
}

/** The first day of so many months that end with the given one. */
async function startOf(last: string, months: number, {engine}: Looking): Promise<string | null> {
  const rows = await engine.query(
    `select ($last::date - to_months(${Math.trunc(months)}) + interval 1 day)::date::varchar`,
    {last}
  );
  return rows.text(0, 0);
}

/** The last day of a file's purchases; null where it has none. */
async function lastDay({source, mapping, table}: Filing, {engine, query, tracker}: Looking): Promise<string | null> {
  const {encoding, dialect, region, header} = mapping;
  const {signal} = query;
  const name = `${source.id}-days`;
  let last: string | null = null;
  tracker.look(source);
  for await (const cut of scan(source, {
    encoding,
    dialect,
    region,
    width: header.length,
    ...(signal ? {signal} : {})
  })) {
    tracker.looked(cut.read);
    if (cut.records === 0) continue;
    const plan = planOf(mapping, table, {padded: cut.padded});
    await engine.register(name, cut.bytes);
    try {
      const records = plan.rowsSql(readCsvSql(name, {dialect, width: header.length}));
      const [day] = days[table];
      const rows = await engine.query(`select max(${day})::varchar from (${records}) where ${plan.usable}`, {}, query);
      const found = rows.text(0, 0);
      if (found !== null && (last === null || found > last)) last = found;
    } finally {
      await engine.drop(name);
    }
  }
  return last;
}
