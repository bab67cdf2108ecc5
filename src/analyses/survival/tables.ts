import {count, decimal, nothing, share} from '../../messages/format';
import type {Selection} from '../analysis';
import type {SmallRow} from '../small-row';
import {few} from './curve';
import {ownRows} from './log-rank';
import {curveName, days, limits, shareLimits} from './names';
import type {SurvivalParams} from './params';
import type {RankRow, Summary, Time} from './parts';
import {stillWaiting} from './selection';
import {words} from './words';

/** A table of words: its heads and rows. */
export interface Table {
  caption: string;
  head: string[];
  rows: SmallRow[];
}

/** Each curve in a few numbers; its name leads to those whose wait is open. */
export function summaryTable(
  rows: readonly Summary[],
  params: SurvivalParams,
  onselect: (selection: Selection) => void
): Table {
  const {what} = params;
  return {
    caption: words.t('summary.caption', {what}),
    head: [
      words.t('summary.group'),
      words.t(countLabel(params)),
      words.t(what === 'contract' ? 'column.events.contract' : 'column.events'),
      words.t('summary.open', {what}),
      words.t('summary.lower'),
      words.t('summary.median'),
      words.t('summary.upper'),
      words.t('summary.mean', {horizon: days(rows[0]?.horizon ?? null)}),
      words.t('summary.naive')
    ],
    rows: rows.map((row) => summaryRow(row, params, onselect))
  };
}

const countLabel = ({what}: SurvivalParams) =>
  what === 'later' || what === 'any' ? 'column.waits' : (`column.waits.${what}` as const);

function summaryRow(row: Summary, params: SurvivalParams, onselect: (selection: Selection) => void): SmallRow {
  const group = curveName(row, params);
  const cells = [
    group,
    count(row.waits),
    count(row.events),
    count(row.censored),
    days(row.lower),
    row.median === null && row.median_low === null
      ? nothing
      : words.t('summary.value', {value: days(row.median), limits: limits(row.median_low, row.median_high)}),
    days(row.upper),
    row.mean === null
      ? nothing
      : words.t('summary.mean value', {mean: decimal(row.mean, 1), error: decimal(row.mean_error, 1)}),
    days(row.naive)
  ];
  if (row.censored === 0) return {cells};
  return {
    cells,
    hint: words.t('summary.hint', {what: params.what, group}),
    onselect: () => onselect(stillWaiting(row, params))
  };
}

/** The curves at round numbers of days: one curve with its chances, several side by side. */
export function timesTable(rows: readonly Time[], summaries: readonly Summary[], params: SurvivalParams): Table {
  const {what} = params;
  const caption = words.t('times.caption');
  const moments = [...new Set(rows.map(({duration}) => duration))].sort((a, b) => a - b);
  const [only, ...others] = summaries;
  if (only && others.length === 0) {
    return {
      caption,
      head: [
        words.t('times.days'),
        words.t('times.at risk', {what}),
        words.t('times.share', {what}),
        words.t('times.chance', {what, step: days((moments[1] ?? 0) - (moments[0] ?? 0))})
      ],
      rows: rows.map((row) => ({
        cells: [count(row.duration), count(row.at_risk), withLimits(row, params), chance(row)]
      }))
    };
  }
  return {
    caption: words.t('times.share', {what}),
    head: [words.t('times.days'), ...summaries.map((summary) => curveName(summary, params))],
    rows: moments.map((moment) => ({
      cells: [
        count(moment),
        ...summaries.map(({place}) => {
          const row = rows.find((one) => one.place === place && one.duration === moment);
          return row ? withLimits(row, params) : nothing;
        })
      ]
    }))
  };
}

const chance = ({waiting, chance: value}: Time): string => (waiting < few ? nothing : share(value));

function withLimits({survival, low, high, duration}: Time, {what}: SurvivalParams): string {
  if (survival === null) return nothing;
  const isLife = what === 'contract';
  const value = share(isLife ? survival : 1 - survival);
  if (duration === 0 || low === null || high === null) return value;
  return words.t('times.value', {share: value, ...(isLife ? shareLimits(low, high) : shareLimits(1 - high, 1 - low))});
}

/** What the log-rank test compares. */
export function rankTable(rows: readonly RankRow[], summaries: readonly Summary[], params: SurvivalParams): Table {
  const what = params.what;
  return {
    caption: words.t('rank.caption'),
    head: [
      words.t('rank.group'),
      words.t(what === 'contract' ? 'column.observed.contract' : 'column.observed'),
      words.t('column.expected'),
      words.t('rank.ratio')
    ],
    rows: ownRows(rows).map(({place, observed, expected}) => {
      const summary = summaries.find((one) => one.place === place);
      return {
        cells: [
          summary ? curveName(summary, params) : nothing,
          count(observed),
          decimal(expected, 1),
          expected > 0 ? decimal(observed / expected, 2) : nothing
        ]
      };
    })
  };
}
