import {expect, it} from 'vitest';
import {secondsLeft} from './left';

const progress = {stage: 'reading', bytes: 25, total_bytes: 100, rows: 1} as const;

it.each([
  [2000, progress, 6],
  [2100, progress, 7],
  [400, progress, null],
  [2000, {...progress, bytes: 0}, null],
  [2000, {...progress, bytes: 100}, null],
  [2000, {...progress, stage: 'sorting'} as const, null]
])('after %d ms of %j: %s', (elapsed, now, left) => {
  expect(secondsLeft(elapsed, now)).toBe(left);
});
