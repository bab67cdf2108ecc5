import {expect, it} from 'vitest';
import {replaceLookup, withLookup, withoutLookup} from './lookup-columns';
import {columnNames, lookedUp} from './lookups';
import type {FileMapping, Lookup} from '../types';

/** order 0, amount 1 | heads: who 2, day 3 | buyers by who: name 4 | shops: town 5 */
const mapping: FileMapping = {
  ...{file: 'lines.csv', table: 'purchase', encoding: 'utf-8', dialect: {delimiter: ',', quote: '"', escape: '"'}},
  ...{region: {preamble: 0, header: 1, footer: 0}, header: ['order', 'amount'], amount: 'column', attributes: []},
  roles: {amount: role(1), purchased_on: role(3), customer_id: role(4), channel: role(5)},
  lookups: [
    lookup('heads.csv', {from: 0, columns: [1, 2], names: ['who', 'day']}),
    lookup('buyers.csv', {from: 2, columns: [1], names: ['name']}),
    lookup('shops.csv', {from: 0, columns: [3], names: ['town']})
  ],
  also: [{table: 'partnership_cost', roles: {amount: role(1), customer_id: role(4)}, constants: {category: 'delivery'}}]
};

it('numbers columns of other files behind those of the file', () => {
  expect(columnNames(mapping)).toEqual([
    ...['order', 'amount', 'heads.csv › who', 'heads.csv › day', 'buyers.csv › name', 'shops.csv › town']
  ]);
  expect(lookedUp(mapping, 1)).toBeNull();
  expect(lookedUp(mapping, 3)).toMatchObject({index: 0, there: 2, name: 'day'});
  expect(lookedUp(mapping, 5)).toMatchObject({index: 2, there: 3, name: 'town'});
  expect(lookedUp(mapping, 6)).toBeNull();
});

it('moves what follows when a lookup gives one column more, or less', () => {
  const more = replaceLookup(
    mapping,
    0,
    lookup('heads.csv', {from: 0, columns: [1, 2, 5], names: ['who', 'day', 'till']})
  );
  expect(columnsOf(more)).toEqual({amount: 1, purchased_on: 3, customer_id: 5, channel: 6});
  expect(more.lookups?.map(({from}) => from)).toEqual([0, 2, 0]);
  expect(more.also?.[0]?.roles).toMatchObject({amount: {column: 1}, customer_id: {column: 5}});
  const less = replaceLookup(mapping, 0, lookup('heads.csv', {from: 0, columns: [1], names: ['who']}));
  expect(columnsOf(less)).toEqual({amount: 1, customer_id: 3, channel: 4});
});

it('takes what hangs on a lookup out with it', () => {
  const without = withoutLookup(mapping, 0);
  expect(without.lookups?.map(({file}) => file)).toEqual(['shops.csv']);
  expect(columnsOf(without)).toEqual({amount: 1, channel: 2});
  expect(without.also?.[0]?.roles).toEqual({amount: role(1)});
  expect(withoutLookup(without, 0)).not.toHaveProperty('lookups');
});

it('adds a lookup at the end', () => {
  const next = withLookup(mapping, lookup('items.csv', {from: 1, columns: [], names: []}));
  expect(next.lookups).toHaveLength(4);
  expect(columnsOf(next)).toEqual(columnsOf(mapping));
});

function columnsOf({roles}: FileMapping): Record<string, number> {
  return Object.fromEntries(Object.entries(roles).map(([name, {column}]) => [name, column]));
}

function role(column: number): {column: number; format: object} {
  return {column, format: {}};
}

function lookup(file: string, about: Pick<Lookup, 'from' | 'columns' | 'names'>): Lookup {
  return {file, key: 0, several: 'first', ...about};
}
