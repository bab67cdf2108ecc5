import type {Engine, QueryOptions} from '../engine/engine';
import {joinsOf, type Joining} from './joins/joining';
import type {Joins} from './joins/lookup-cut';
import {columnNames} from './joins/lookups';
import {planOf, type Plan} from './plan/plan';
import {readCsvSql} from './scan/read-csv';
import {filledSql} from './plan/row-rules';
import {readable, type Scanned} from './scan/scan';
import {lineOf} from './scan/scan-cut';
import {cutsOf} from './scan/scan-run';
import {days} from './totals';
import type {Exact, FileMapping, Inspection, PurchaseKind, Rules, Source} from './types';

/** A row of the file as it will be read. */
export interface PreviewRow {
  /** physical line on which it begins */
  line: number;
  /** its texts, by column of the file; only the beginning of a row that can't be cut into fields */
  raw: string[];
  /** what is read, by role, and the amount where it is made of other columns. Null: nothing, or nothing readable */
  values: Record<string, string | null>;
  kind: PurchaseKind | 'anonymous' | null;
  /** why it can't be used, and the column that says so; null where it can */
  aside: {column: number | null; reason: string} | null;
  /** columns with something that can't be read, and without which the row is used */
  unreadable: number[];
}

/** What follows from the first rows of a file: those in its first 256 KiB, not only those shown. */
export interface PreviewTotals {
  /** rows = used + aside, and kinds.anonymous where those aren't used */
  rows: number;
  used: number;
  aside: number;
  /** why rows are set aside, most frequent first; they add up to `aside` */
  reasons: Record<string, number>;
  customers: number;
  /** of the rows used; null where the table has no amounts */
  amount: Exact | null;
  from: string | null;
  to: string | null;
  /** purchases by kind; those without a customer apart, whatever their kind */
  kinds: Record<PurchaseKind | 'anonymous', number>;
}

export interface Preview {
  rows: PreviewRow[];
  totals: PreviewTotals;
}

/** The most rows that a preview shows. */
export const mostShown = 20;

const windowBytes = 256 * 1024;

/** What columns of other files need besides: all files, and the tables in which their columns are looked up. */
export type PreviewOptions = QueryOptions & Partial<Pick<Joining, 'files' | 'tables'>> & {rules?: Rules};

/**
 * The first rows of a file as its mapping reads them, by the very SQL of the import. A mapping that lacks a required
 * role shows why no row can be used; one without a table, the texts alone.
 *
 * @throws {FileError} if the file can't be read
 */
export async function previewRows(
  engine: Engine,
  {source}: Inspection,
  mapping: FileMapping,
  {files, tables, rules, ...query}: PreviewOptions = {}
): Promise<Preview> {
  const cut = await firstCut(source, mapping);
  const name = `preview-${++previews}`;
  let joins: Joins | null = null;
  await engine.register(name, cut.bytes);
  try {
    const records = readCsvSql(name, {dialect: mapping.dialect, width: mapping.header.length});
    const filled = mapping.fill ? filledSql(records, mapping.fill, new Map()) : records;
    const columns = mapping.header.map((_, index) => index);
    joins = files && tables ? await joinsOf(engine, mapping, {files, tables, columns, ...query}) : null;
    const csv = cut.records > 0 ? ((await joins?.cut(filled, cut)) ?? filled) : filled;
    const look: Look = {engine, mapping, query, cut, csv, keeps: rules?.anonymous === 'keep'};
    const plan = mapping.table === null ? null : planOf(mapping, mapping.table);
    const rows = cut.records === 0 ? [] : await rowsOf(look, plan);
    const shown = [...rows, ...asideRows(cut)].sort((a, b) => a.line - b.line).slice(0, mostShown);
    return {rows: shown, totals: await totalsOf(look, plan)};
  } finally {
    await engine.drop(name);
    await joins?.close();
  }
}

let previews = 0;

interface Look {
  engine: Engine;
  mapping: FileMapping;
  query: QueryOptions;
  cut: Scanned;
  /** SQL of the records */
  csv: string;
  /** whether purchases without a customer are used */
  keeps: boolean;
}

/** The records of the first window that has any. */
export async function firstCut(source: Source, {encoding, dialect, region, header}: FileMapping): Promise<Scanned> {
  const written = source.origin?.written ? {written: true as const} : {};
  const options = {encoding, dialect, region, width: header.length, cutBytes: windowBytes, ...written};
  try {
    for await (const cut of cutsOf(source.blob, options)) if (cut.records > 0 || cut.final) return cut;
  } catch (error) {
    throw readable(source, error);
  }
  throw new Error(`scan without an end: ${source.name}`);
}

/** Rows that the scan itself sets aside. */
function asideRows({unread}: Scanned): PreviewRow[] {
  return unread.slice(0, mostShown).map(({line, text, reason}) => {
    return {line, raw: [text], values: {}, kind: null, aside: {column: null, reason}, unreadable: []};
  });
}

async function rowsOf({engine, mapping, query, cut, csv}: Look, plan: Plan | null): Promise<PreviewRow[]> {
  const first = `(select *, (row_number() over () - 1)::integer as record from ${csv} limit ${mostShown})`;
  const written = (column: number): string => (mapping.fill?.columns.includes(column) ? `w${column}` : `c${column}`);
  const texts = columnNames(mapping).map((_, index) => `coalesce(${written(index)}, '')`);
  const values = plan ? namesOf(plan).map((name) => `${name}::varchar`) : [];
  const kind = plan?.table === 'purchase' ? `case when customer_id is null then 'anonymous' else kind end` : 'null';
  const notes = plan ? `flags, ${problemSql(plan)}, ${kind}` : 'null, null, null';
  const rows = await engine.query(
    `select record, [${texts.join(', ')}], [${values.join(', ')}]::varchar[], ${notes}
     from ${plan ? `(${plan.rowsSql(first)})` : first} order by record`,
    {},
    query
  );
  return Array.from({length: rows.length}, (_, row) => {
    const cells = [0, 1, 2, 3, 4, 5].map((column) => rows.value(row, column));
    return rowOf(plan, lineOf(cut, Number(cells[0])), cells as unknown as Cells);
  });
}

/** A record, its texts, what was read, flags, problem, kind. */
type Cells = [number, string[], (string | null)[], number | null, number | null, PreviewRow['kind']];

function rowOf(plan: Plan | null, line: number, [, raw, values, flags, problem, kind]: Cells): PreviewRow {
  if (!plan) return {line, raw, values: {}, kind: null, aside: null, unreadable: []};
  const found = problem === null ? undefined : plan.problems[problem];
  return {
    line,
    raw,
    values: Object.fromEntries(namesOf(plan).map((name, index) => [name, values[index] ?? null])),
    kind: found ? null : kind,
    aside: found ? {column: found.column, reason: found.reason} : null,
    unreadable: plan.flags.flatMap((flag) => {
      const isSet = flag.kind === 'unreadable' && ((flags ?? 0) & flag.bit) !== 0;
      const field = isSet ? plan.fields.find(({name}) => name === flag.column) : undefined;
      return field && field.column !== null ? [field.column] : [];
    })
  };
}

/** What is read of a row, by role: the canonical columns, and what the amount is made of. */
function namesOf({columns, fields}: Plan): string[] {
  const extra = fields.filter(({column, role}) => column !== null && !columns.includes(role)).map(({role}) => role);
  return [...columns, ...extra];
}

const problemSql = ({usable, problems}: Plan): string =>
  `case when ${usable} then null ${problems.map(({holds}, index) => `when ${holds} then ${index}`).join(' ')} end::integer`;

async function totalsOf({engine, query, cut, csv, keeps}: Look, plan: Plan | null): Promise<PreviewTotals> {
  const rows = cut.records + cut.unread.length;
  const unread = unreadOf(cut);
  if (!plan || cut.records === 0) return {...nothing, rows, aside: rows, reasons: unread};
  const {table} = plan;
  const named = table === 'purchase' ? 'customer_id is not null' : 'true';
  const counted = keeps ? 'true' : named;
  const day = days[table].find((name) => plan.columns.includes(name));
  const kind = (name: PurchaseKind): string =>
    table === 'purchase' ? `count(*) filter (where ${named} and kind = '${name}')` : '0';
  const result = await engine.query(
    `select
        count(*)::integer as usable,
        count(*) filter (where ${counted})::integer as used,
        count(*) filter (where not (${named}))::integer as anonymous,
        ${plan.fields.some(({role}) => role === 'customer_id') ? 'count(distinct customer_id)' : '0'}::integer as customers,
        ${plan.columns.includes('amount') ? `coalesce(sum(amount) filter (where ${counted}), 0)` : 'null'}::decimal(38, 4)::varchar as amount,
        ${day ? `min(${day}) filter (where ${counted})` : 'null'}::varchar as "from",
        ${day ? `max(${day}) filter (where ${counted})` : 'null'}::varchar as "to",
        {'sale': ${kind('sale')}, 'return': ${kind('return')}, 'cancellation': ${kind('cancellation')}, 'free': ${kind('free')}} as kinds
     from (${plan.rowsSql(csv)})
     where ${plan.usable}`,
    {},
    query
  );
  const [found] = result.objects<Omit<PreviewTotals, 'rows' | 'aside'> & {usable: number; anonymous: number}>();
  if (!found) return {...nothing, rows, aside: rows, reasons: unread};
  const {usable, anonymous, kinds, ...totals} = found;
  const aside = rows - usable;
  const reasons = aside === 0 ? {} : await asideReasons({engine, query, csv}, plan, unread);
  return {...totals, rows, aside, reasons, kinds: {...kinds, anonymous}};
}

function unreadOf({unread}: Scanned): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const {reason} of unread) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return reasons;
}

async function asideReasons(
  {engine, query, csv}: Pick<Look, 'engine' | 'query' | 'csv'>,
  plan: Plan,
  unread: Record<string, number>
): Promise<Record<string, number>> {
  const found = await engine.query(
    `select ${problemSql(plan)} as problem, count(*)::integer as rows
     from (${plan.rowsSql(csv)}) where not (${plan.usable}) group by problem`,
    {},
    query
  );
  const reasons = new Map(Object.entries(unread));
  for (const {problem, rows} of found.objects<{problem: number | null; rows: number}>()) {
    const reason = plan.problems[problem ?? -1]?.reason;
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + rows);
  }
  return Object.fromEntries([...reasons].sort(([, a], [, b]) => b - a));
}

const nothing: PreviewTotals = {
  ...{rows: 0, used: 0, aside: 0, reasons: {}, customers: 0, amount: null, from: null, to: null},
  kinds: {sale: 0, return: 0, cancellation: 0, free: 0, anonymous: 0}
};
