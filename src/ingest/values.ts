import type {Choice} from './assign';
import {meaningOf} from './dictionary';
import type {ColumnProfile} from './types';

/** Where names leave a required role open, the only column whose values can play it. */
export function withValues(chosen: Map<string, Choice>, columns: readonly ColumnProfile[]): Map<string, Choice> {
  const full = new Map(chosen);
  for (const choice of byValues(columns, chosen)) full.set(choice.role, choice);
  return full;
}

/** Required roles of purchases that no column's name claims, each with the one column whose values can play it. */
function byValues(columns: readonly ColumnProfile[], chosen: ReadonlyMap<string, Choice>): Choice[] {
  const free = columns.filter(
    (column) => isNameless(column) && ![...chosen.values()].some((choice) => choice.column === column)
  );
  const open = Object.entries(looks).filter(
    ([role]) => !chosen.has(role) && !(role === 'amount' && chosen.has('unit_price'))
  );
  return open.flatMap(([role, fits]) => {
    const [only, ...others] = free.filter(fits);
    return only && others.length === 0 ? [{role, column: only, sure: 0.3, byName: false}] : [];
  });
}

/** Its name says nothing: there is none, or no word of it is known. */
const isNameless = ({name}: ColumnProfile): boolean => meaningOf(name).concepts.length === 0;

const looks: Record<string, (column: ColumnProfile) => boolean> = {
  purchased_on: ({looks}) => looks === 'date',
  amount: ({looks, distinct}) => looks === 'number' && distinct > 1,
  customer_id: ({looks, distinct, filled}) =>
    (looks === 'id' || looks === 'text') && distinct > 1 && distinct < filled * 0.9
};
