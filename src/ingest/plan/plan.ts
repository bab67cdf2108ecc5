import {canonical, type TableName} from '../../tables/canonical';
import {fieldsOf, isDifference, isProduct, isUnitCost, type Field, type Padded} from './plan-fields';
import {flagsOf, type Flag} from './plan-flags';
import {problemsOf, problemsOfRules, type Problem} from './plan-problems';
import {addsCurrency, rowsSql} from './plan-sql';
import {keepsSql} from './row-rules';
import type {FileMapping} from '../types';

export type {Flag} from './plan-flags';

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
  /** columns whose texts may have characters beyond ASCII; all by default */
  wide?: Padded;
  /** gives purchases the currency of the mapping, where no column says it; false by default */
  currency?: boolean;
}

const usual: Required<PlanOptions> = {
  cancelling: true,
  kindType: 'varchar',
  currency: false,
  padded: 'all',
  wide: 'all'
};

/** Plans the reading of a file. What its table requires and its mapping lacks is read as nothing. */
export function planOf(mapping: FileMapping, table: TableName, given: PlanOptions = {}): Plan {
  const options = {...usual, ...given};
  const fields = fieldsOf(mapping, table, options);
  const flags = flagsOf(fields);
  const filled = new Set([
    ...fields.filter(({column, constant}) => column !== null || constant).map(({role}) => role),
    ...(isProduct(mapping, table) || isDifference(mapping, table) ? ['amount'] : []),
    ...(options.currency && addsCurrency(mapping, table) ? ['currency'] : []),
    ...(isUnitCost(mapping, table) ? ['cost'] : [])
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
