import {expect, it} from 'vitest';
import {TimeLeft} from './left';

const of = (bytes: number, stage: 'reading' | 'sorting' = 'reading') =>
  ({stage, bytes, total_bytes: 100, rows: 1}) as const;

it('says nothing for two seconds, then what the pace so far makes of the rest', () => {
  const left = new TimeLeft(0);
  expect(left.at(500, of(5))).toBeNull();
  expect(left.at(1999, of(20))).toBeNull();
  expect(left.at(2500, of(25))).toBe(8);
});

it('follows a pace that changes, without jumping', () => {
  const left = new TimeLeft(1000);
  for (let second = 1; second <= 4; second++) left.at(1000 + second * 1000, of(second * 10));
  const even = left.at(5000, of(40));
  expect(even).toBe(6);
  const slower = left.at(9000, of(50)) ?? 0;
  expect(slower).toBeGreaterThan(6);
  expect(slower).toBeLessThan(20);
  for (let second = 10; second < 40; second += 4) left.at(second * 1000, of(50 + second));
  expect(left.at(42_000, of(92))).toBeLessThan(10);
});

it('says nothing of stages whose length is not known, nor when all is read', () => {
  const left = new TimeLeft(0);
  left.at(3000, of(50));
  expect(left.at(4000, of(100))).toBeNull();
  expect(left.at(5000, of(100, 'sorting'))).toBeNull();
});
