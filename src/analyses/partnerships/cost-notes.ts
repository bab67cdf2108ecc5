import {day, money} from '../../messages/format';
import type {Window} from '../analysis';
import {driverNames} from './driver-options';
import type {CategoryRow} from './parts';
import {total} from './total';
import {words} from './words';

/** Whether the files hold costs of serving customers, but none of them is of the period. */
export function allOutside(rows: readonly CategoryRow[]): boolean {
  const serving = rows.filter(({category}) => category !== 'acquisition');
  return (
    serving.some(({file_total}) => Number(file_total) !== 0) &&
    serving.every(({file_total, outside, typed}) => Number(file_total) === Number(outside) && Number(typed) === 0)
  );
}

/** What must be said of the table of costs: that none counts, or that a driver couldn't be had. */
export const costNotes = (rows: readonly CategoryRow[], window: Window): string[] => [
  ...(allOutside(rows) ? [outside(rows, window)] : []),
  ...fallbacks(rows)
];

const outside = (rows: readonly CategoryRow[], {from, to}: Window): string =>
  words.t('costs.outside', {
    amount: money(total(rows.map((row) => row.outside))),
    from: day(from),
    to: day(to)
  });

/** What had to be shared equally, because no customer has anything of the driver that was asked for. */
function fallbacks(rows: readonly CategoryRow[]): string[] {
  return rows
    .filter(({asked_by, shared_by}) => asked_by !== null && shared_by !== asked_by)
    .map(({category, asked_by}) =>
      words.t('costs.fallback', {
        category: words.t(`statement.${category}` as 'statement.other'),
        asked: driverNames(asked_by ?? '').toLowerCase()
      })
    );
}
