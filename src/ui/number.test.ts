import {expect, it} from 'vitest';
import {parse, rangeText} from './number';

it.each([
  ['12', {}, 12],
  [' 12.5 ', {step: 0.5}, 12.5],
  ['0.3', {step: 0.1}, 0.3],
  ['12.4', {min: 1, max: 60, step: 1}, 12],
  ['7', {min: 1, step: 5}, 6],
  ['60', {min: 1, max: 60}, 60]
])('reads %o with %o as %o', (text, range, value) => {
  expect(parse(text, range)).toBe(value);
});

it.each([
  ['', {}, 'Enter a number'],
  ['x', {min: 1, max: 2}, 'Enter a number'],
  ['61', {min: 1, max: 60, step: 1}, '1 to 60'],
  ['-1', {min: 0}, '0 at least'],
  ['2000', {max: 1500}, '1,500 at most']
])('refuses %o with %o: %s', (text, range, sentence) => {
  expect(parse(text, range)).toBe(sentence);
});

it('has nothing to say of a range without limits', () => {
  expect(rangeText({step: 1})).toBeUndefined();
});
