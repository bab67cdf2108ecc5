import {expect, it} from 'vitest';
import {fileName} from './download';

it.each([
  ['pareto 2010/11.svg', 'pareto 2010-11.svg'],
  ['..\\..\\x.csv', '-..-x.csv'],
  ['a\u202egpj.svg', 'a-gpj.svg'],
  ['', 'download'],
  ['...', 'download'],
  ['Öster|reich?.png', 'Öster-reich-.png']
])('%j is saved as %j', (name, saved) => {
  expect(fileName(name)).toBe(saved);
});
