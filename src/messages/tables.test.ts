import {expect, it} from 'vitest';
import {canonical, tableNames} from '../tables/canonical';
import {tables} from './tables';

const columns = tableNames.flatMap((table) => Object.keys(canonical[table]).map((column) => `${table}.${column}`));

it.each([...tableNames, ...columns])('%s has a name and a meaning', (key) => {
  expect(tables.has(key) && tables.t(key)).toBeTruthy();
  expect(tables.has(`${key}.help`)).toBe(true);
});
