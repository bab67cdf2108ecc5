import {expect, it} from 'vitest';
import {count, decimal, money, share, short} from './format';

it('writes a minus sign before what is below zero', () => {
  expect([money(-1234.5), count('-3'), share(-0.125), short(-890), decimal(-0.5)]).toEqual([
    '−1,234.50',
    '−3',
    '−12.5%',
    '−890',
    '−0.5'
  ]);
});

it('writes no sign before what rounds to zero', () => {
  expect([money('-0.0001'), count(-0), share(-0.0001)]).toEqual(['0.00', '0', '0%']);
});

it('says nothing of what is unknown', () => {
  expect([money(null), share(undefined), count(NaN), decimal(Infinity)]).toEqual(['–', '–', '–', '–']);
});
