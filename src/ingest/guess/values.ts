import type {TableName} from '../../tables/canonical';
import type {Choice} from './assign';
import {meaningOf} from './dictionary';
import type {ColumnProfile} from '../types';

/**
 * Where names leave a required role open, the only column whose values can play it. Where no column has a name that says
 * anything, the first of several such columns: exports without a header begin with who and when.
 */
export function withValues(
  chosen: Map<string, Choice>,
  columns: readonly ColumnProfile[],
  table: TableName = 'purchase'
): Map<string, Choice> {
  const full = new Map(chosen);
  for (const choice of byValues(columns, chosen, table)) full.set(choice.role, choice);
  return full;
}

/** Required roles that no column's name claims, each with the column whose values can play it. */
function byValues(columns: readonly ColumnProfile[], chosen: ReadonlyMap<string, Choice>, table: TableName): Choice[] {
  const silent = columns.every(isNameless);
  const rules = silent ? (looksOfSilent[table] ?? {}) : table === 'purchase' ? looks : {};
  const taken = new Set([...chosen.values()].map(({column}) => column));
  return Object.entries(rules).flatMap(([role, fits]) => {
    if (chosen.has(role) || (role === 'amount' && chosen.has('unit_price'))) return [];
    const fitting = columns.filter((column) => isNameless(column) && !taken.has(column) && fits(column));
    const column = role === 'amount' ? fitting.at(-1) : fitting[0];
    if (!column || (!silent && fitting.length > 1)) return [];
    taken.add(column);
    return [{role, column, sure: 0.3, byName: false, several: fitting.length > 1}];
  });
}

/** Whether no column of a file has a name that says anything. */
export const isSilent = (columns: readonly ColumnProfile[]): boolean => columns.every(isNameless);

/** Its name says nothing: there is none, or no word of it is known. */
const isNameless = ({name}: ColumnProfile): boolean => meaningOf(name).concepts.length === 0;

type Fits = Record<string, (column: ColumnProfile) => boolean>;

const looks: Fits = {
  purchased_on: ({looks}) => looks === 'date',
  amount: ({looks, distinct}) => looks === 'number' && distinct > 1,
  customer_id: ({looks, distinct, filled}) =>
    (looks === 'id' || looks === 'text') && distinct > 1 && distinct < filled * 0.9
};

/** Of files without names. Customers come again among purchases; among customers, each once. */
const looksOfSilent: Partial<Record<TableName, Fits>> = {
  purchase: {
    ...looks,
    customer_id: ({looks, distinct, filled}) =>
      (looks === 'integer' ? distinct > 20 : (looks === 'id' || looks === 'text') && distinct > 1) &&
      distinct < filled * 0.9
  },
  customer: {
    customer_id: ({looks, distinct, filled}) =>
      ['id', 'text', 'integer'].includes(looks) && distinct > 5 && distinct >= filled * 0.98
  }
};
