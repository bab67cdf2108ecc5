import {expect, it} from 'vitest';
import {delimiterOf, delimiterText, startsOf, startsText} from './separators';

it('reads and writes delimiters as people do', () => {
  expect(['||', ' | ', '\\t', '~|~', '"', '', 'a\nb'].map(delimiterOf)).toEqual(['||', ' | ', '\t', '~|~', '', '', '']);
  expect(delimiterText('\t')).toBe('\\t');
});

it('reads and writes places counted from 1', () => {
  expect(startsText([0, 8, 26])).toBe('1 9 27');
  expect(startsOf('1 9, 27')).toEqual([0, 8, 26]);
  expect(['', '2 9', '1 9 9', '1 x', '1 2.5'].map(startsOf)).toEqual([null, null, null, null, null]);
});
