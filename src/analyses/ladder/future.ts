import {count, decimal, share} from '../../messages/format';
import {outlookOf, type Outlook} from '../states/outlook';
import type {ExpectedRow, ForecastOptions} from '../states/forecast';
import {daysOf, movesOf} from './moves';
import type {LadderParams} from './params';
import type {MoveRow, RewardRow} from './parts';
import {ladder, rungName} from './rungs';
import {words} from './words';

/** Where the moves lead if they go on; undefined where the two days are the same, or no one was known on the first. */
export function futureOf(
  moves: readonly MoveRow[],
  rewards: readonly RewardRow[],
  {horizon, discount, reward}: LadderParams
): (Outlook & {days: number}) | undefined {
  const span = daysOf(moves);
  if (!span || span.days === 0 || !moves.some(({from_rung}) => from_rung !== null)) return undefined;
  const outlook = outlookOf(ladder, {
    moves: movesOf(moves),
    rewards: rewards.map((row) => {
      const value = row[reward];
      return {state: row.rung, customers: row.customers, reward: value === null ? null : Number(value)};
    }),
    days: span.days,
    horizon,
    discount
  });
  return {...outlook, days: span.days};
}

export const forecastWords: ForecastOptions = {
  states: ladder,
  get y() {
    return words.t('chart.forecast.y');
  },
  period: (period) => (period === 0 ? words.t('chart.forecast.now') : `+${count(period)}`),
  title: ({period, state, customers}: ExpectedRow, total) =>
    words.t(period === 0 ? 'chart.forecast.tip now' : 'chart.forecast.tip', {
      period: count(period),
      rung: rungName(state),
      customers: decimal(customers, 1),
      share: share(total > 0 ? customers / total : null)
    })
};
