import {money} from '../../messages/format';
import type {SmallRow} from '../small-row';
import {serving} from './categories';
import type {PeriodRow} from './parts';
import {periodName} from './sides';
import {words} from './words';

const columns = ['net_sales', 'gross_profit', ...serving, 'cost_to_serve', 'profit', 'acquisition'] as const;

export const trendHead = (): string[] => [
  words.t('column.period'),
  ...columns.map((name) => words.t(`statement.${name}`))
];

/** All lines of each period, the latest first. */
export const trendRows = (rows: readonly PeriodRow[], grain: string): SmallRow[] =>
  rows.toReversed().map((row) => {
    const name = periodName(row.period, grain);
    return {
      cells: [
        row.complete ? name : `${name} (${words.t('period.partly')})`,
        ...columns.map((column) => money(row[column]))
      ]
    };
  });
