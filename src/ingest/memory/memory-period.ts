import {lookedUp} from '../joins/lookups';
import type {Limits} from './memory-limits';
import {needsLastDay} from './memory-limits';
import {planOf} from '../plan/plan';
import {readCsvSql} from '../scan/read-csv';
import {scan} from '../scan/scan';
import type {Filing, StageContext} from '../stage-file';
import type {Tracker} from '../tracker';
import type {FileMapping, Rules, Source} from '../types';

type Looking = Pick<StageContext, 'engine' | 'query'> & {tracker: Tracker};

/**
 * What the rules leave out. Where they keep the last months only, all files of purchases are read once before, for their
 * last day, and nothing of them is kept. @throws {FileError} @throws {QueryError}
 */
export async function limitsOf(
  filings: readonly Filing[],
  rules: Rules,
  {files, ...looking}: Looking & {files: readonly Paired[]}
): Promise<Limits> {
  const sample = rules.sample ?? null;
  if (!needsLastDay(rules)) return {since: null, sample};
  const months = new Map<string, Month>();
  for (const filing of filings.filter(({table}) => table === 'purchase'))
    await countMonths(dated(filing, files), months, looking);
  const last = lastOf(months);
  return {since: last === null ? null : await startOf(last, rules.months ?? 0, looking), sample};
}

/** Rows of a month, and its last day among them. */
interface Month {
  rows: number;
  last: string;
}

/** A later month counts only with so many of the rows: a mistyped year must not be taken for today. */
const fewest = 0.001;

/** The last day of the data; null where there is none. */
function lastOf(months: ReadonlyMap<string, Month>): string | null {
  const all = [...months.values()];
  const total = all.reduce((sum, {rows}) => sum + rows, 0);
  const days = all.filter(({rows}) => rows >= total * fewest).map(({last}) => last);
  return days.sort().at(-1) ?? null;
}

/** A file that has the days of purchases, and the way to read them there. */
interface Paired {
  source: Source;
  mapping: FileMapping;
}

/** Only the days of a file's purchases: where they are looked up in another file, those of that one. */
function dated({source, mapping}: Filing, files: readonly Paired[]): Paired {
  const role = mapping.roles['purchased_on'];
  const other = role && lookedUp(mapping, role.column);
  const there = other && files.find((file) => file.mapping.file === other.lookup.file);
  const own = there ?? {source, mapping};
  const column = there ? other.there : role?.column;
  const roles = role && column !== undefined ? {purchased_on: {...role, column}} : {};
  const {file, encoding, dialect, region, header, attributes} = own.mapping;
  const bytes = {file, encoding, dialect, region, header, attributes};
  return {source: own.source, mapping: {...bytes, table: 'purchase', roles, amount: null}};
}

/** The first day of so many months that end with the given one. */
async function startOf(last: string, months: number, {engine}: Looking): Promise<string | null> {
  const rows = await engine.query(
    `select ($last::date - to_months(${Math.trunc(months)}) + interval 1 day)::date::varchar`,
    {last}
  );
  return rows.text(0, 0);
}

/** Counts the rows of a file by month. */
async function countMonths(
  {source, mapping}: Paired,
  months: Map<string, Month>,
  {engine, query, tracker}: Looking
): Promise<void> {
  const {encoding, dialect, region, header} = mapping;
  const name = `${source.id}-days`;
  const layout = {encoding, dialect, region, width: header.length};
  tracker.look(source);
  for await (const cut of scan(source, {...layout, ...(query.signal ? {signal: query.signal} : {})})) {
    tracker.looked(cut.read);
    if (cut.records === 0) continue;
    const plan = planOf(mapping, 'purchase', {padded: cut.padded, wide: cut.wide});
    await engine.register(name, cut.bytes);
    try {
      const rows = await engine.query(
        `select strftime(purchased_on, '%Y-%m') as month, count(*)::integer as rows, max(purchased_on)::varchar as last
         from (${plan.rowsSql(readCsvSql(name, layout))}) where purchased_on is not null group by month`,
        {},
        query
      );
      for (const found of rows.objects<Month & {month: string}>()) add(months, found);
    } finally {
      await engine.drop(name);
    }
  }
}

function add(months: Map<string, Month>, {month, rows, last}: Month & {month: string}): void {
  const before = months.get(month);
  months.set(month, {
    rows: rows + (before?.rows ?? 0),
    last: before && before.last > last ? before.last : last
  });
}
