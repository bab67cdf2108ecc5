import {expect, it} from 'vitest';
import {partOf, stepAt} from './step';
import {initialParams} from '../params';
import {params as specs, settle} from './params';
import {largest, smallest, thresholdAmounts, thresholdText} from './threshold';

const rows = [
  {entities: 0, value: 0, share: 0},
  {entities: 1, value: 500, share: 0.5},
  {entities: 2, value: 1200, share: 1.2},
  {entities: 3, value: 1000, share: 1}
];
const steps = {rows, by: 'customer', measure: 'net_sales'} as const;
const text = (percent: number, of: Parameters<typeof thresholdText>[1] = steps): string =>
  thresholdText(percent, of)
    .map((part) => part.text)
    .join('');

it.each([
  [4338, 20, 868],
  [4338, 0, 0],
  [4338, 100, 4338],
  [1000, 0.1, 1],
  [100, 20, 20],
  [3, 33.3, 1],
  [3, 33.4, 2],
  [0, 50, 0]
])('of %i, %d per cent are %i', (entities, percent, expected) => {
  expect(partOf(entities, percent)).toBe(expected);
});

it('finds what a part makes, exactly', () => {
  expect([0, 20, 33.4, 66.6, 66.7, 100].map((percent) => stepAt(rows, percent)?.entities)).toEqual([0, 1, 2, 2, 3, 3]);
  expect(stepAt([], 20)).toBeUndefined();
});

it('says it in a sentence', () => {
  expect(text(20)).toBe('The top 20% (1 customer) make 50% of net sales; the rest 50%.');
  expect(text(50)).toBe('The top 50% (2 customers) make 120% of net sales; the rest take 20% away again.');
  expect(text(100)).toBe('The top 100% (3 customers) make 100% of net sales; the rest 0%.');
  expect(text(20, {...steps, rows: []})).toBe('');
  expect(thresholdAmounts(20, steps, 'EUR')).toBe('500.00 of 1,000.00 EUR');
});

it('says money where there are no shares', () => {
  const poor = {
    ...steps,
    rows: [
      {entities: 0, value: 0, share: null},
      {entities: 1, value: 5, share: null},
      {entities: 2, value: '-10.5', share: null}
    ]
  };
  expect(text(50, poor)).toBe('The top 50% (1 customer) bring 5.00 of net sales; the rest −15.50.');
});

it('runs the other way where the smallest come first', () => {
  const seen: number[] = [];
  const told = {oninput: (value: number) => seen.push(value), onchange: (value: number) => seen.push(-value)};
  const handle = smallest(20, steps, told);
  expect(handle).toMatchObject({
    value: 80,
    label: 'The smallest customers',
    mark: 'bottom 80%',
    side: 'after',
    amounts: 100 - 100 / 3
  });
  expect(handle.text).toBe('The bottom 80% (2 customers) make 50% of net sales.');
  handle.oninput(69.9);
  handle.onchange(0);
  expect(seen).toEqual([30.1, -100]);
  expect(largest(20, steps, 'y', told)).toMatchObject({
    value: 20,
    axis: 'y',
    mark: 'top 20%',
    side: 'before',
    amounts: 100 / 3
  });
});

it('keeps per cent in tenths', () => {
  expect(settle({...initialParams(specs), threshold: 20.26, limit_a: 90, limit_b: 80})).toMatchObject({
    threshold: 20.3,
    limit_b: 90
  });
});
