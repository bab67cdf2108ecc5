import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import {given} from '../../test/given';
import type {Engine} from '../engine/engine';
import {compile} from './compile';
import {groupingsOf, isGrouping} from './grouping';
import {lookAt, nothingLoaded, type Loaded} from './loaded';
import {initialScope} from './scope';

let engine: Engine;
let loaded: Loaded;

beforeAll(async () => {
  engine = await testEngine();
  await given(engine, {
    customer: [
      {
        customer_id: 'ada',
        segment: 'trade',
        country: 'FI',
        acquisition_channel: 'fair',
        attributes: {'size & c’o': 'big'}
      },
      {customer_id: 'bo', segment: null, country: null, acquisition_channel: null},
      {customer_id: 'never', segment: 'trade', country: 'SE'}
    ],
    purchase: [
      sale('ada', '2024-02-29', {channel: 'web', category: 'tea', promotion: null}),
      sale('ada', '2024-02-29', {channel: 'shop', category: 'jam', promotion: 'SPRING'}),
      sale('ada', '2024-03-01', {channel: 'app', category: 'bread', promotion: 'ALATE'}),
      {...sale('bo', '2023-12-31', {channel: 'phone', category: 'tea', promotion: 'X'}), amount: '-3', kind: 'return'},
      sale('bo', '2024-01-01', {channel: null, category: 'tea', promotion: null, country: 'NO'}),
      sale('cy', '2024-01-01', {channel: 'web', category: 'tea', promotion: null, country: 'SE'})
    ]
  });
  loaded = await lookAt(engine);
});

describe('customers are grouped, those who never bought by what the customer file says', () => {
  it.each([
    ['none', {ada: '', bo: '', cy: ''}],
    ['segment', {ada: 'trade', bo: '', cy: '', never: 'trade'}],
    ['country', {ada: 'FI', bo: 'NO', cy: 'SE', never: 'SE'}],
    ['acquisition_channel', {ada: 'fair', bo: '', cy: '', never: ''}],
    ['first_channel', {ada: 'shop', bo: '', cy: 'web'}],
    ['first_category', {ada: 'jam', bo: 'tea', cy: 'tea'}],
    ['first_promotion', {ada: 'SPRING', bo: '', cy: ''}],
    ['attribute:size & c’o', {ada: 'big', bo: '', cy: '', never: ''}]
  ])('by %s', async (split, expected) => {
    const context = {scope: initialScope, loaded, params: {split}, anonymous: false};
    const {sql, params} = compile('customer_group', context);
    const rows = await engine.query(
      `select customer_id, group_name from (${sql}) join customer using (customer_key) order by all`,
      params
    );
    expect(Object.fromEntries(rows.objects<{customer_id: string; group_name: string}>().map(pair))).toEqual(expected);
  });
});

it('offers what the data has', () => {
  expect(groupingsOf(loaded)).toEqual([
    'none',
    'segment',
    'country',
    'acquisition_channel',
    'first_channel',
    'first_category',
    'first_promotion',
    'attribute:size & c’o'
  ]);
  expect(groupingsOf(nothingLoaded, {withStates: true})).toEqual(['none', 'rung', 'phase']);
  expect(['none', 'rung', 'attribute:x', 'constructor', 'toString', ''].map(isGrouping)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false
  ]);
});

function sale(customer_id: string, purchased_on: string, more: Record<string, string | null>) {
  return {customer_id, purchased_on, amount: '10', kind: 'sale', country: null, ...more};
}

const pair = ({customer_id, group_name}: {customer_id: string; group_name: string}) => [customer_id, group_name];
