import {count, day, share} from '../../messages/format';
import type {Picture, Results} from '../analysis';
import {composition, overTime} from '../states/composition';
import {forecastChart} from '../states/forecast';
import {hits} from '../states/hits';
import {migration} from '../states/migration';
import {sankey} from '../states/sankey';
import {chart} from './chart';
import {forecastWords, futureOf} from './future';
import {movesOf, moveWords} from './moves';
import type {LadderParams} from './params';
import type {HitRow, MonthRow, MoveRow, RewardRow, RungRow, WayRow} from './parts';
import {ladder, rungName} from './rungs';
import {hitsOf, hitWords} from './tested';
import {words} from './words';

/** The ladder; and once they are there: the months, the moves between two days, where they lead, and the hit rates. */
export function pictures(results: Results, params: LadderParams): Readonly<Record<string, Picture>> {
  const part = <T>(name: string): T[] => (results.parts[name] ?? []) as unknown as T[];
  const moves = part<MoveRow>('moves');
  const future = futureOf(moves, part<RewardRow>('rewards'), params);
  const all: Record<string, Picture | undefined> = {
    ladder: picture('ladder', (width) => chart(part<RungRow>('rungs'), part<WayRow>('ways'), width)),
    months: overTime(part<MonthRow>('months')) ? months(part<MonthRow>('months')) : undefined,
    moves:
      moves.length > 0 ? picture('moves', (width) => migration(movesOf(moves), moveWords(moves), width)) : undefined,
    flows: moves.length > 0 ? picture('flows', (width) => sankey(movesOf(moves), moveWords(moves), width)) : undefined,
    forecast: future && picture('forecast', (width) => forecastChart(future.expected, forecastWords, width)),
    hits: part<HitRow>('hits').some(({rung}) => rung !== 'prospect')
      ? picture('hits', (width) => hits(hitsOf(part<HitRow>('hits')), hitWords, width))
      : undefined
  };
  return Object.fromEntries(Object.entries(all).flatMap(([name, one]) => (one ? [[name, one] as const] : [])));
}

function months(rows: readonly MonthRow[]): Picture {
  const states = rows.map(({moment, rung, customers}) => ({moment, state: rung, customers}));
  const options = {
    states: ladder,
    y: words.t('chart.months.y'),
    title: ({moment, state, customers}: (typeof states)[number], total: number) =>
      words.t('chart.months.tip', {
        day: day(moment),
        rung: rungName(state),
        customers: count(customers),
        total: count(total),
        share: share(customers / total)
      })
  };
  return picture('months', (width) => composition(states, options, width));
}

type Drawn = 'ladder' | 'months' | 'moves' | 'flows' | 'forecast' | 'hits';

const picture = (name: Drawn, options: Picture['options']): Picture => ({
  name: name === 'ladder' ? 'ladder' : `ladder-${name}`,
  label: words.t(`chart.${name}`),
  description: words.t(`chart.${name}.description`),
  options
});
