import {expect, it} from 'vitest';
import {orderText, turned} from './order';
import type {HitRow} from './parts';

const row = (phase: HitRow['phase'], again_share: number, spread = 0.01): HitRow => ({
  tested_on: '2024-01-01',
  phase,
  customers: 10,
  again: 1,
  again_share,
  low: again_share - spread,
  high: again_share + spread,
  sales_after: 1
});

it('finds the pair of phases whose order is wrong by most, whatever the order of the rows', () => {
  const rows = [row('decline', 0.5), row('exploration', 0.3), row('plateau', 0.45), row('commitment', 0.8)];
  const pair = turned(rows);
  expect([pair?.higher.phase, pair?.lower.phase]).toEqual(['exploration', 'decline']);
  expect(orderText(rows)).toBe(
    'Decline (50%) bought again more often than Exploration (30%). Phases say where a relationship stands, not how sure the next purchase is: who explores has bought little so far, while who declines used to buy more.'
  );
});

it('says that it may be chance where the intervals overlap', () => {
  expect(orderText([row('plateau', 0.4, 0.2), row('decline', 0.5, 0.2)])).toContain(', which may be chance.');
});

it('says that the order holds, and leaves out phases that were not tested, and awareness', () => {
  const rows = [row('awareness', 0.9), row('commitment', 0.8), row('dissolution', 0.1)];
  expect(orderText(rows)).toBe('The closer the phase, the more bought again: the order holds on this data.');
});

it('says nothing where there is nothing to compare', () => {
  expect(orderText([row('awareness', 0.9), row('exploration', 0.3)])).toBeUndefined();
});
