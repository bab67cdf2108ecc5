import {count, day, decimal, share} from '../../messages/format';
import type {Sentence} from '../analysis';
import type {HitOptions, HitRow as Hit} from '../states/hits';
import type {HitRow} from './parts';
import {ladder, rungMany, rungName} from './rungs';
import {words} from './words';

/** The rungs whose order says who buys again sooner: from the highest to the lowest. */
const expected = ['partner', 'advocate', 'supporter', 'client', 'customer', 'lapsed'];

export const hitsOf = (rows: readonly HitRow[]): (Hit & HitRow)[] => rows.map((row) => ({...row, state: row.rung}));

/** Neighbours in the order of rungs of which the lower one bought again at a higher rate. */
export function turned(rows: readonly HitRow[]): {higher: HitRow; lower: HitRow}[] {
  const known = expected.flatMap((rung) => rows.filter((row) => row.rung === rung));
  return known.flatMap((higher, index) => {
    const lower = known[index + 1];
    return lower && lower.again_share > higher.again_share ? [{higher, lower}] : [];
  });
}

/** Whether what looks like another order may be chance: the intervals overlap. */
export const byChance = ({higher, lower}: {higher: HitRow; lower: HitRow}): boolean => lower.low <= higher.high;

/** "Of the 1,148 clients of 10 Jun 2011 82 % bought again within 91 days." and whether the order is right. */
export function hitSentence(rows: readonly HitRow[], days: number): Sentence {
  const told = ['client', 'customer', 'lapsed'].flatMap((rung) => rows.filter((row) => row.rung === rung));
  const [first, ...others] = told;
  if (!first) return words.rich('hits.nothing', {days: count(days)});
  return [
    ...words.rich('hits.first', {
      rung: rungMany(first.rung, first.customers, count(first.customers)),
      day: day(first.tested_on),
      days,
      share: share(first.again_share)
    }),
    ...others.flatMap((row) =>
      words.rich('hits.other', {
        rung: rungMany(row.rung, row.customers, count(row.customers)),
        share: share(row.again_share)
      })
    ),
    ...words.rich('hits.end'),
    ...orderSentence(rows)
  ];
}

function orderSentence(rows: readonly HitRow[]): Sentence {
  if (rows.filter(({rung}) => expected.includes(rung)).length < 2) return [];
  const wrong = turned(rows);
  const [one] = wrong;
  if (!one) return words.rich('hits.order');
  return words.rich('hits.turned', {
    higher: rungName(one.higher.rung),
    lower: rungName(one.lower.rung),
    more: wrong.length - 1,
    chance: wrong.every(byChance) ? 'yes' : 'no',
    pair: `${one.higher.rung}_${one.lower.rung}`
  });
}

export const hitWords: HitOptions = {
  states: ladder,
  get x() {
    return words.t('chart.hits.x');
  },
  title: (row) =>
    words.t('chart.hits.tip', {
      rung: rungMany(row.state, row.customers, count(row.customers)),
      again: count(row.again),
      customers: count(row.customers),
      share: share(row.again_share),
      low: share(row.low),
      high: share(row.high),
      exact: decimal(row.again_share, 3)
    })
};
