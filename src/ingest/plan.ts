import {canonical, type TableName} from '../tables/canonical';
import {fieldsOf, isDifference, isProduct, makers, type Field, type Padded} from './plan-fields';
import {problemsOf, problemsOfRules, type Problem} from './plan-problems';
import {addsCurrency, rowsSql} from './plan-sql';
import {keepsSql} from './row-rules';
import type {FileMapping} from './types';

/** What is noted of a row that is used, as a bit of its `flags`. */
export type Flag = {kind: 'nothing' | 'rounded'; bit: number} | {kind: 'unreadable'; bit: number; column: string};

/** How the records of a file become rows of a table, in SQL. */
export interface Plan {
  table: TableName;
  /** canonical columns that the file fills, in their order */
  columns: string[];
  fields: readonly Field[];
  flags: Flag[];
  problems: Problem[];
  /** records with all that is read of them: texts `c0` …, canonical columns, `kind` or `attributes`, `flags` */
  rowsSql(records: string): string;
  /** SQL: the row can be used */
  usable: string;
}

export interface PlanOptions {
  /** whether ids like `C536379` cancel purchases; true by default */
  cancelling?: boolean;
  /** SQL type of `kind`; `varchar` by default */
  kindType?: string;
  /** columns whose texts may have blanks at their ends; all by default */
  padded?: Padded;
  /** gives purchases the currency of the mapping, where no column says it; false by default */
  currency?: boolean;
}

const usual: Required<PlanOptions> = {cancelling: true, kindType: 'varchar', currency: false, padded: 'all'};

/** Plans the reading of a file. What its table requires and its mapping lacks is read as nothing. */
export function planOf(mapping: FileMapping, table: TableName, given: PlanOptions = {}): Plan {
  const options = {...usual, ...given};
  const fields = fieldsOf(mapping, table, options.padded);
  const flags = flagsOf(fields);
  const filled = new Set([
    ...fields.filter(({column}) => column !== null).map(({role}) => role),
    ...(isProduct(mapping, table) || isDifference(mapping, table) ? ['amount'] : []),
    ...(options.currency && addsCurrency(mapping, table) ? ['currency'] : [])
  ]);
  return {
    table,
    columns: Object.keys(canonical[table]).filter((name) => filled.has(name)),
    fields,
    flags,
    problems: [...problemsOfRules(mapping), ...problemsOf(fields, table)],
    usable: [
      ...(mapping.only ?? []).map((rule) => keepsSql(rule, mapping)),
      ...needed[table].map((name) => `${name} is not null`)
    ].join(' and '),
    rowsSql: (records) => rowsSql(records, {mapping, table, fields, flags, options})
  };
}

/** What a row can't be used without. Purchases without a customer are staged: a rule says whether they are used. */
const needed: Record<TableName, readonly string[]> = {
  customer: ['customer_id'],
  purchase: ['purchased_on', 'amount'],
  interaction: ['customer_id', 'occurred_on'],
  partnership_cost: ['category', 'amount']
};

function flagsOf(fields: readonly Field[]): Flag[] {
  const optional = fields.filter(isOptional);
  const unreadable = optional.map(({name}, index): Flag => ({kind: 'unreadable', bit: 4 << index, column: name}));
  return [{kind: 'nothing', bit: 1}, {kind: 'rounded', bit: 2}, ...unreadable];
}

/** Typed, and a row is used without it. */
const isOptional = ({role, type, required}: Field): boolean =>
  type !== 'text' && !required && !(makers as readonly string[]).includes(role);
