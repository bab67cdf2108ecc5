import {count, list, share} from '../../messages/format';
import {numberOf, type Definitions} from '../../models/definitions';
import type {Part} from '../analysis';
import * as is from '../columns';
import type {SmallRow} from '../small-row';
import {words} from './words';

/** After how many purchases, and what silence is usual then. Days are null where too few gaps are over to tell. */
export interface LimitRow {
  class: 1 | 2 | 3 | 4;
  gaps: number;
  open_gaps: number;
  median_days: number | null;
  active_days: number | null;
  lapsed_days: number | null;
  /** the share that has bought again at the end of what is seen */
  back_share: number;
  /** whether the limits are those of who comes back, since too many never do */
  of_returning: boolean;
}

const days = {type: 'INTEGER', unit: 'count'} as const;

/** The limits as a part of an answer. */
export const limitPart = {
  model: 'gap_limit_seen',
  order: ['class'],
  columns: {
    class: days,
    gaps: is.count,
    open_gaps: is.count,
    median_days: days,
    active_days: days,
    lapsed_days: days,
    back_share: is.share,
    of_returning: is.flag
  }
} as const satisfies Part;

/** After how many days customers are back, by purchase. */
export function limitTable(rows: readonly LimitRow[], definitions: Definitions): {head: string[]; rows: SmallRow[]} {
  const active = numberOf(definitions, 'active_quantile');
  const lapsed = Math.max(active, numberOf(definitions, 'lapsed_quantile'));
  return {
    head: [
      words.t('limits.class'),
      words.t('limits.gaps'),
      words.t('limits.open'),
      words.t('limits.back'),
      words.t('limits.median'),
      words.t('limits.active', {share: share(active)}),
      words.t('limits.lapsed', {share: share(lapsed)})
    ],
    rows: rows.map((row) => ({
      cells: [
        words.t('limits.after', {class: String(row.class)}),
        count(row.gaps),
        count(row.open_gaps),
        share(row.back_share),
        daysText(row.median_days, false),
        daysText(row.active_days, row.of_returning),
        daysText(row.lapsed_days, row.of_returning)
      ]
    }))
  };
}

/** What must be known of the limits: of whom they are where many never come back, and where there are none. */
export function limitRemarks(rows: readonly LimitRow[]): string[] {
  const returning = rows.filter(({of_returning}) => of_returning);
  const endless = rows.some(({lapsed_days}) => lapsed_days === null);
  return [
    ...(returning.length > 0
      ? [
          words.t('limits.returning', {
            shares: list(
              returning.map(({class: after, back_share}) =>
                words.t('limits.share', {class: String(after), share: share(1 - back_share)})
              )
            ),
            count: returning.length
          })
        ]
      : []),
    ...(endless ? [words.t('limits.endless')] : [])
  ];
}

const daysText = (days: number | null, returning: boolean): string =>
  days === null
    ? words.t('limits.never')
    : words.t(returning ? 'limits.days of returning' : 'limits.days', {days: count(days), number: days});
