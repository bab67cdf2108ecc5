import {expect, it} from 'vitest';
import {translator} from './translator';

const words = translator({
  plain: 'Nothing else',
  plural: '{count, plural, one {# customer} other {# customers}}',
  rich: '<b>{share}</b> of customers make {sales}',
  quoted: "what''s {name}"
});

it('fills and inflects', () => {
  expect(words.t('plain')).toBe('Nothing else');
  expect(words.t('plural', {count: 1})).toBe('1 customer');
  expect(words.t('plural', {count: 1133})).toBe('1,133 customers');
  expect(words.t('quoted', {name: '<b>{x}</b>'})).toBe("what's <b>{x}</b>");
});

it('keeps emphasis as parts, and drops it in plain text', () => {
  expect(words.rich('rich', {share: '20 %', sales: '74.6 %'})).toEqual([
    {text: '20 %', strong: true},
    {text: ' of customers make 74.6 %', strong: false}
  ]);
  expect(words.t('rich', {share: '20 %', sales: '74.6 %'})).toBe('20 % of customers make 74.6 %');
});

it('refuses a message without what fills it', () => {
  expect(() => words.t('rich')).toThrow(/share/);
});
