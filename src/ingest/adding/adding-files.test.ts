import {expect, it} from 'vitest';
import {choicesFor, combined, type Files} from './adding';
import type {FileMapping, Rules} from '../types';

const rules: Rules = {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'};

it('adds files behind those that are loaded, under names of their own', () => {
  const all = combined(files(purchases('orders.csv')), files(purchases('orders.csv'), customers('crm.csv')), {
    purchase: 'update',
    customer: 'append'
  });
  expect(namesOf(all)).toEqual([
    ['orders.csv', 'purchase', undefined],
    ['orders (2).csv', 'purchase', 'update'],
    ['crm.csv', 'customer', undefined]
  ]);
});

it('leaves out the files of a table that is replaced, and only where new files feed it', () => {
  const loaded = files(purchases('a.csv'), customers('crm.csv'), purchases('b.csv'));
  expect(namesOf(combined(loaded, files(purchases('a.csv')), {purchase: 'replace', customer: 'replace'}))).toEqual([
    ['crm.csv', 'customer', undefined],
    ['a.csv', 'purchase', undefined]
  ]);
});

it('keeps a file in which others look columns up, for that alone, and renames what new files look up', () => {
  const lookup = {from: 0, key: 0, columns: [1], names: ['name'], several: 'first'} as const;
  const loaded = files(customers('crm.csv'), {...purchases('lines.csv'), lookups: [{file: 'crm.csv', ...lookup}]});
  const fresh = files(customers('crm.csv'), {...purchases('more.csv'), lookups: [{file: 'crm.csv', ...lookup}]});
  const all = combined(loaded, fresh, {customer: 'replace'});
  expect(namesOf(all)).toEqual([
    ['crm.csv', null, undefined],
    ['lines.csv', 'purchase', undefined],
    ['crm (2).csv', 'customer', undefined],
    ['more.csv', 'purchase', undefined]
  ]);
  expect(all.recipe.files.map(({lookups}) => lookups?.[0]?.file)).toEqual([
    undefined,
    'crm.csv',
    undefined,
    'crm (2).csv'
  ]);
  expect(all.recipe.files.map(({file}) => file)).toEqual(all.sources.map(({name}) => name));
});

it('takes away what files feed besides, where that is replaced', () => {
  const freight = {table: 'partnership_cost', roles: {}} as const;
  const loaded = files({...purchases('orders.csv'), also: [freight]});
  const fresh = files({...customers('costs.csv'), table: 'partnership_cost'});
  const [orders] = combined(loaded, fresh, {partnership_cost: 'replace'}).recipe.files;
  expect(orders).toMatchObject({table: 'purchase', also: []});
});

it('offers an update only where the new files have the key', () => {
  expect(choicesFor('purchase', files(purchases('a.csv')).recipe)).toEqual(['append', 'update', 'replace']);
  const {transaction_id: _, ...roles} = purchases('b.csv').roles;
  expect(choicesFor('purchase', files({...purchases('b.csv'), roles}).recipe)).toEqual(['append', 'replace']);
  expect(choicesFor('interaction', files().recipe)).toEqual(['append', 'replace']);
});

function files(...mappings: FileMapping[]): Files {
  const sources = mappings.map(({file}, index) => ({id: `f${index}`, name: file, blob: new Blob([file])}));
  return {sources, recipe: {version: 1, files: mappings, rules}};
}

const namesOf = ({sources, recipe}: Files): unknown[] =>
  recipe.files.map(({table, adds}, index) => [sources[index]?.name, table, adds]);

function purchases(file: string): FileMapping {
  const roles = {transaction_id: {column: 0, format: {}}, customer_id: {column: 1, format: {}}};
  return {...plain(file), table: 'purchase', roles};
}

const customers = (file: string): FileMapping => ({
  ...plain(file),
  ...{table: 'customer', roles: {customer_id: {column: 0, format: {}}}}
});

const plain = (file: string): Omit<FileMapping, 'table' | 'roles'> => ({
  ...{file, encoding: 'utf-8', header: ['order', 'customer'], amount: null, attributes: []},
  dialect: {delimiter: ',', quote: '"', escape: '"'},
  region: {preamble: 0, header: 1, footer: 0}
});
