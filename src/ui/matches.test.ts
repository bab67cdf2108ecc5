import {expect, it} from 'vitest';
import {matches} from './matches';

const options = [
  {value: 'at', label: 'Österreich'},
  {value: 'gb', label: 'United Kingdom', remark: '4,299'},
  {value: 'us', label: 'United States'}
];

it.each([
  ['', ['at', 'gb', 'us']],
  ['ost', ['at']],
  ['UNITED', ['gb', 'us']],
  ['king united', ['gb']],
  ['4,29', ['gb']],
  ['x', []]
])('%o finds %o', (search, found) => {
  expect(matches(options, search).map(({value}) => value)).toEqual(found);
});
