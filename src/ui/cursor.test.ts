import {expect, it} from 'vitest';
import {target} from './cursor.svelte';

it.each([
  ['ArrowRight', -1, 0],
  ['ArrowLeft', -1, 59],
  ['ArrowRight', 3, 4],
  ['ArrowUp', 3, 2],
  ['ArrowDown', 59, 59],
  ['PageDown', 0, 6],
  ['PageUp', 3, 0],
  ['Home', 30, 0],
  ['End', 30, 59],
  ['Tab', 3, undefined],
  ['PageDown', -1, undefined]
])('%s leads from %d of 60 to %s', (key, at, next) => {
  expect(target(key, at, 60)).toBe(next);
});

it('moves nowhere in an empty chart', () => {
  expect(target('Home', -1, 0)).toBeUndefined();
});
