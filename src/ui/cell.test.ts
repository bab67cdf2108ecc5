import {expect, it} from 'vitest';
import {cellText, plainText, type Unit} from './cell';

it.each<[unknown, Unit, string]>([
  [null, 'money', '–'],
  [undefined, 'text', '–'],
  ['', 'text', '–'],
  ['8911407.9040', 'money', '8,911,407.90'],
  [-12.5, 'money', '−12.50'],
  [12345678901234567890n, 'count', '12,345,678,901,234,567,890'],
  [0.7461, 'share', '74.6%'],
  [0, 'count', '0'],
  ['2010-12-01', 'month', 'Dec 2010'],
  ['17850', 'text', '17850'],
  ['007', 'class', '007'],
  ['n/a', 'money', 'n/a'],
  [false, 'flag', 'no']
])('shows %o as %s: %s', (value, unit, text) => {
  expect(cellText(value, unit)).toBe(text);
});

it('copies values exact and on one line', () => {
  expect(plainText('8911407.9040')).toBe('8911407.9040');
  expect(plainText('a\tb\r\nc')).toBe('a b c');
  expect(plainText(null)).toBe('');
});

it('calls a class by its word where there is one', () => {
  const word = (value: string): string => (value === 'decline' ? 'Decline' : value);
  expect(cellText('decline', 'class', word)).toBe('Decline');
  expect(cellText('decline', 'text', word)).toBe('decline');
  expect(cellText(null, 'class', word)).toBe('–');
});
