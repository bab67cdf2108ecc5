import {count, day, share} from '../../messages/format';
import type {Picture, Results, ViewContext} from '../analysis';
import {composition, overTime} from '../states/composition';
import {forecastChart} from '../states/forecast';
import {hits} from '../states/hits';
import {migration, type MigrationOptions, type Moved} from '../states/migration';
import {sankey} from '../states/sankey';
import {calibration} from './calibration';
import {chart} from './chart';
import {withLeaving} from './leaving';
import {movesOf, outlook, stepDays} from './outlook';
import type {PhasesParams} from './params';
import type {CellRow, HitRow, MonthRow, MoveRow, PhaseRow} from './parts';
import {phaseName, plain, stacked, states} from './phases';
import {words} from './words';

/** The phases; how well they foretell, where that can be tested; the late ones once their rows are there. */
export function pictures(
  results: Results,
  params: PhasesParams,
  context: ViewContext
): Readonly<Record<string, Picture>> {
  const part = <T>(name: string): T[] => (results.parts[name] ?? []) as unknown as T[];
  const rows = part<PhaseRow>('rows');
  const tested = part<HitRow>('hits');
  const moves = part<MoveRow>('moves');
  return {
    phases: {
      name: 'phases',
      label: words.t('chart.phases'),
      description: words.t('chart.phases.description'),
      options: (width) => chart(rows, width)
    },
    ...(tested.some(({phase}) => phase !== 'awareness') ? {hits: hitsPicture(tested, params)} : {}),
    ...(part('cells').length > 0 ? {cells: cellsPicture(part<CellRow>('cells'))} : {}),
    ...(overTime(part<MonthRow>('months')) ? {months: monthsPicture(part<MonthRow>('months'))} : {}),
    ...(stepDays(moves) > 0 ? {...movePictures(moves), outlook: outlookPicture(moves, params, context)} : {})
  };
}

const hitsPicture = (rows: readonly HitRow[], {test_days}: PhasesParams): Picture => ({
  name: 'phases-tested',
  label: words.t('chart.hits'),
  description: words.t('chart.hits.description'),
  options: (width) =>
    withLeaving(
      hits(
        rows.map((row) => ({...row, state: row.phase})),
        {
          states: plain,
          x: words.t('chart.hits.x', {days: count(test_days)}),
          title: ({state, customers, again, again_share, low, high}) =>
            words.t('chart.hits.tip', {
              phase: phaseName(state),
              days: count(test_days),
              share: share(again_share),
              again: count(again),
              customers: count(customers),
              low: share(low),
              high: share(high)
            })
        },
        width
      )
    )
});

const cellsPicture = (rows: readonly CellRow[]): Picture => ({
  name: 'phases-counted',
  label: words.t('chart.cells'),
  description: words.t('chart.cells.description'),
  options: (width) => calibration(rows, width)
});

const monthsPicture = (rows: readonly MonthRow[]): Picture => ({
  name: 'phases-months',
  label: words.t('chart.months'),
  description: words.t('chart.months.description'),
  options: (width) =>
    withLeaving(
      composition(
        rows.map(({moment, phase, customers}) => ({moment, state: phase, customers})),
        {
          states: stacked,
          y: words.t('chart.months.y'),
          title: ({state, moment, customers}, total) =>
            words.t('chart.months.tip', {
              phase: phaseName(state),
              day: day(moment),
              customers: count(customers),
              total: count(total),
              share: share(customers / Math.max(1, total))
            })
        },
        width
      )
    )
});

function movePictures(rows: readonly MoveRow[]): Readonly<Record<'matrix' | 'sankey', Picture>> {
  const options: MigrationOptions = {
    states,
    from: day(rows[0]?.from_on ?? null),
    to: day(rows[0]?.to_on ?? null),
    newcomers: words.t('newcomers'),
    gone: words.t('gone'),
    title: moveTitle
  };
  return {
    matrix: {
      name: 'phases-moves',
      label: words.t('moves.matrix'),
      description: words.t('moves.matrix.description'),
      options: (width) => migration(movesOf(rows), options, width)
    },
    sankey: {
      name: 'phases-streams',
      label: words.t('moves.sankey'),
      description: words.t('moves.sankey.description'),
      options: (width) => withLeaving(sankey(movesOf(rows), options, width))
    }
  };
}

const moveTitle = ({from_state, to_state, customers, share: part, of_from, direction}: Moved): string =>
  words.t('moves.tip', {
    from: from_state === null ? words.t('newcomers') : phaseName(from_state),
    to: to_state === null ? words.t('gone') : phaseName(to_state),
    customers: count(customers),
    share: share(part),
    of_from: count(of_from),
    direction
  });

const outlookPicture = (rows: readonly MoveRow[], params: PhasesParams, context: ViewContext): Picture => ({
  name: 'phases-outlook',
  label: words.t('outlook.chart'),
  description: words.t('outlook.description'),
  options: (width) =>
    withLeaving(
      forecastChart(
        outlook(rows, params, context).expected,
        {
          states: stacked,
          y: words.t('outlook.y'),
          period: (period) => (period === 0 ? words.t('outlook.now') : words.t('outlook.step', {step: count(period)})),
          title: ({period, state, customers}, total) =>
            words.t('outlook.tip', {
              phase: phaseName(state),
              period,
              customers: count(customers),
              total: count(total),
              share: share(customers / Math.max(1, total))
            })
        },
        width
      )
    )
});
