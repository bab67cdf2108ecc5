import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {colors, ramp} from '../../charts/theme';
import {composition} from './composition';
import {forecastChart} from './forecast';
import {hits} from './hits';
import {migration} from './migration';
import {sankey} from './sankey';
import type {Move, States} from './states';

const order = ['out', 'low', 'middle', 'high'];
const states: States = {
  order,
  beside: ['out'],
  name: (state) => `the ${state}`,
  color: (state) => (state === 'out' ? colors.lost : (ramp[order.indexOf(state)] ?? colors.grey)),
  level: (state) => order.indexOf(state)
};
const moves: Move[] = [
  {from_state: 'low', to_state: 'low', customers: 50},
  {from_state: 'low', to_state: 'high', customers: 20},
  {from_state: 'middle', to_state: 'out', customers: 30},
  {from_state: 'high', to_state: 'high', customers: 10},
  {from_state: null, to_state: 'low', customers: 15}
];
const words = {states, from: 'before', to: 'after', newcomers: 'new', gone: 'gone', title: () => 'told'};

describe('moves', () => {
  it('stand in a matrix', async () => {
    await expect(svg(migration(moves, words, 640))).toMatchFileSnapshot('migration.svg');
  });

  it('flow from left to right', async () => {
    await expect(svg(sankey(moves, words, 640))).toMatchFileSnapshot('sankey.svg');
  });
});

describe('states over time', () => {
  it('lie one on another, with those who have gone below the line', async () => {
    const rows = [
      {moment: '2024-01-31', state: 'low', customers: 40},
      {moment: '2024-02-29', state: 'low', customers: 30},
      {moment: '2024-02-29', state: 'high', customers: 10},
      {moment: '2024-02-29', state: 'out', customers: 5}
    ];
    const drawn = svg(composition(rows, {states, y: 'customers', title: () => 'told'}, 640));
    await expect(drawn).toMatchFileSnapshot('composition.svg');
  });

  it('are expected to go on, paler', async () => {
    const rows = [0, 1, 2].flatMap((period) => [
      {period, state: 'low', customers: 40 - 10 * period},
      {period, state: 'out', customers: 10 * period}
    ]);
    const drawn = svg(
      forecastChart(rows, {states, y: 'customers', period: (period) => `+${period}`, title: () => 'told'}, 640)
    );
    await expect(drawn).toMatchFileSnapshot('forecast.svg');
  });
});

describe('shares', () => {
  it('lie with their intervals, the highest state on top', async () => {
    const rows = [
      {state: 'low', customers: 50, again: 20, again_share: 0.4, low: 0.28, high: 0.54},
      {state: 'high', customers: 10, again: 9, again_share: 0.9, low: 0.6, high: 0.98},
      {state: 'middle', customers: 0, again: 0, again_share: null, low: null, high: null}
    ];
    await expect(svg(hits(rows, {states, x: 'again', title: () => 'told'}, 640))).toMatchFileSnapshot('hits.svg');
  });
});

describe('nothing', () => {
  it.each([320, 1100])('is an empty frame, %i pixels wide', (width) => {
    const drawn = [
      migration([], words, width),
      sankey([], words, width),
      composition([], {states, y: '', title: () => ''}, width),
      forecastChart([], {states, y: '', period: String, title: () => ''}, width),
      hits([], {states, x: '', title: () => ''}, width)
    ].map(svg);
    for (const picture of drawn) expect(picture).not.toMatch(/NaN|undefined|Infinity/);
  });
});
