import {expect, it} from 'vitest';
import {limitRemarks, limitTable, type LimitRow} from './limits';

const row = (after: LimitRow['class'], more: Partial<LimitRow> = {}): LimitRow => ({
  class: after,
  gaps: 1956,
  open_gaps: 1414,
  median_days: 61,
  active_days: 169,
  lapsed_days: 275,
  back_share: 0.95,
  of_returning: false,
  ...more
});

const returning = {active_days: 134, lapsed_days: 188, back_share: 0.7218, of_returning: true};

it('limits are told in days, and whose they are', () => {
  const {head, rows} = limitTable([row(1, {median_days: null, ...returning}), row(4, {lapsed_days: 1})], {
    active_quantile: 0.95
  });
  expect(head.slice(-2)).toEqual(['Active up to (95% are back)', 'Lapsed after (95% are back)']);
  expect(rows.map(({cells}) => cells)).toEqual([
    [
      '1st purchase',
      '1,956',
      '1,414',
      '72.2%',
      'not reached',
      '134 days, of those who return',
      '188 days, of those who return'
    ],
    ['4th or later', '1,956', '1,414', '95%', '61 days', '169 days', '1 day']
  ]);
});

it('where many never come back, it is said after which purchases, and how many', () => {
  expect(limitRemarks([row(1, returning), row(2)])).toEqual([
    'Never followed by another purchase, as far as the data reaches: 27.8% of first purchases. The limits after it are those of customers who came back.'
  ]);
  expect(limitRemarks([row(1, returning), row(2, {...returning, back_share: 0.8})])).toEqual([
    'Never followed by another purchase, as far as the data reaches: 27.8% of first purchases and 20% of second purchases. The limits after these are those of customers who came back.'
  ]);
});

it('where too few came back, it is said that a limit is endless', () => {
  expect(limitRemarks([row(1), row(2, {lapsed_days: null})])).toEqual([
    'Not reached: fewer than ten silences are over, and too many are open, to tell such a limit; it counts as endless.'
  ]);
  expect(limitRemarks([row(1)])).toEqual([]);
});
