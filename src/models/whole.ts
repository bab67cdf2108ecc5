import type {ModelContext} from './compile';
import {isOfPurchase} from './dimension';
import {exclusionsOf, ofCustomers} from './exclusions';

/** Whether no filter or rule asks for a column of the purchases, so that each customer counts with all purchases or none. */
export function wholeCustomers({scope, loaded}: ModelContext): boolean {
  const filtered = Object.entries(scope.filters).every(
    ([dimension, values]) => values.length === 0 || !isOfPurchase(dimension, loaded)
  );
  return filtered && ofCustomers(exclusionsOf(scope.without));
}

/** Whether the period cuts no month of the data in two. */
export function wholeMonths({scope, loaded}: ModelContext): boolean {
  const begins = scope.from === null || scope.from.endsWith('-01') || scope.from <= (loaded.from ?? '');
  return begins && [scope.to, scope.as_of].every((day) => day === null || day >= (loaded.to ?? '') || isMonthEnd(day));
}

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
