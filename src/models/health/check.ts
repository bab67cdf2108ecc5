import type {Engine, QueryOptions} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import {canonical, type TableName} from '../../tables/canonical';
import {textOf} from '../compile';
import type {Loaded} from '../loaded';
import {initialScope} from '../scope';

/** What a finding matters for. */
export type Severity = 'totals' | 'counts' | 'cosmetic';

/** A number, a day or an amount in a sentence, to be shown as such; plain numbers are counts, texts stand as they are. */
export type Said = number | string | {day: string} | {money: string} | {share: number};

/** A column of the rows behind a finding. */
export interface BehindColumn {
  name: string;
  /** a canonical column `table.column`, or a word of its own */
  label: string;
  unit: 'text' | 'money' | 'count' | 'number' | 'date';
}

/** The rows behind a finding: `select COLUMNS from FROM order by ORDER`. All SQL, values filled in. */
export interface Behind {
  from: string;
  columns: readonly BehindColumn[];
  order: string;
}

/** Something that stands out in what is loaded. */
export interface Finding {
  check: string;
  severity: Severity;
  /** fills the sentences of the check */
  values: Readonly<Record<string, Said>>;
  /** null where the rows aren't in the tables */
  behind: Behind | null;
  /** rules that would leave it out, switched together; empty where none can */
  rules: readonly string[];
}

/** What the checks look at. */
export interface Patient {
  engine: Engine;
  loaded: Loaded;
  /** the day of the import, `YYYY-MM-DD` */
  imported: string;
  /** purchases without a customer that the files have, kept or not */
  anonymous: {rows: number; amount: string; kept: boolean};
  options: Pick<QueryOptions, 'signal'>;
}

/** A question to the data. It is asked where `asks` is true; no findings mean that all is well. */
export interface Check {
  name: string;
  asks: (loaded: Loaded) => boolean;
  /** @throws {QueryError} also when the patient's signal stops it */
  find: (patient: Patient) => Promise<Finding[]>;
}

/** The rows of a statement. @throws {QueryError} */
export async function ask({engine, options}: Patient, sql: string): Promise<Row[]> {
  return (await engine.query(sql, {}, options)).objects();
}

/** How many purchases a condition is true for, of how many customers, and what they add up to. */
export interface Sum {
  rows: number;
  customers: number;
  amount: string;
}

/** @throws {QueryError} */
export async function sumOf(patient: Patient, where: string): Promise<Sum> {
  const [row] = await ask(
    patient,
    `select
        count(*) as rows,
        count(distinct customer_key) as customers,
        coalesce(sum(amount), 0)::varchar as amount
     from purchase
     where ${where}`
  );
  return {
    rows: Number(row?.['rows'] ?? 0),
    customers: Number(row?.['customers'] ?? 0),
    amount: String(row?.['amount'] ?? '0')
  };
}

/** The keys that a model of the rules lists, as a subquery. */
export function listed(model: string, loaded: Loaded): string {
  const text = textOf(model, {scope: initialScope, loaded, params: {}, anonymous: false});
  return `(\n${text.replaceAll(/^--.*\n/gm, '')})`;
}

/** The rows of a canonical table for which a condition is true, with the columns that have values. */
export function rowsOf(table: TableName, where: string, {loaded}: Pick<Patient, 'loaded'>, order = 'all'): Behind {
  const names = Object.entries(canonical[table]).filter(([name]) => loaded.filled.has(`${table}.${name}` as never));
  const columns = names.map(([name, {type}]) => ({
    name,
    label: `${table}.${name}`,
    unit: type === 'money' ? ('money' as const) : type
  }));
  return {from: `${table} where ${where}`, columns, order};
}

/** What purchases make of all that are loaded. */
export function shareOf({loaded}: Patient, rows: number): Said {
  return {share: loaded.rows.purchase === 0 ? 0 : rows / loaded.rows.purchase};
}

/** A check of purchases for which a condition is true. */
export function purchasesWhere(
  name: string,
  severity: Severity,
  {asks, where, rules}: {asks?: Check['asks']; where: (loaded: Loaded) => string; rules: readonly string[]}
): Check {
  return {
    name,
    asks: (loaded) => loaded.rows.purchase > 0 && (asks?.(loaded) ?? true),
    async find(patient) {
      const condition = where(patient.loaded);
      const {rows, customers, amount} = await sumOf(patient, condition);
      if (rows === 0) return [];
      const values = {rows, customers, amount: {money: amount}, share: shareOf(patient, rows)};
      const behind = rowsOf('purchase', condition, patient, 'customer_id, purchased_on, amount');
      return [{check: name, severity, values, behind, rules}];
    }
  };
}

/** A check of rows of another table for which a condition is true. */
export function rowsWhere(
  name: string,
  severity: Severity,
  {table, asks, where}: {table: TableName; asks: Check['asks']; where: string}
): Check {
  return {
    name,
    asks: (loaded) => loaded.rows[table] > 0 && asks(loaded),
    async find(patient) {
      const [row] = await ask(patient, `select count(*) as rows from ${table} where ${where}`);
      const rows = Number(row?.['rows'] ?? 0);
      if (rows === 0) return [];
      const of = patient.loaded.rows[table];
      const values = {rows, of, share: {share: rows / of}};
      return [{check: name, severity, values, behind: rowsOf(table, where, patient), rules: []}];
    }
  };
}

/** Rows that are looked at in one go where all of them at once could be too many to hold. */
const most = 3_000_000;

/** Conditions that cut the purchases into parts by a column; rows that share its value are in one part. */
export function parts({loaded}: Patient, column: 'customer_key' | 'transaction_id'): string[] {
  const count = Math.ceil(loaded.rows.purchase / most);
  if (count <= 1) return ['true'];
  const key = column === 'customer_key' ? 'coalesce(customer_key, 0)' : 'hash(transaction_id)';
  return Array.from({length: count}, (_, part) => `${key} % ${count} = ${part}`);
}
