import {describe, expect, it} from 'vitest';
import {initialScope} from '../models/scope';
import {parseScope, scopeEntries, toggled, withFilter, withRules} from './scope';

describe('a link', () => {
  it('without anything looks at everything', () => {
    expect(parseScope(new URLSearchParams('by=product'))).toEqual(initialScope);
    expect(scopeEntries(initialScope)).toEqual([]);
  });

  it('brings everything back', () => {
    const scope = {
      ...initialScope,
      as_of: '2024-02-29',
      from: '2023-01-01',
      to: '2023-12-31',
      filters: {country: ['Germany', 'France'], 'attribute:Größe & Co': ['', 'a=b&c']},
      cancellations: 'subtract',
      returns: 'leave out',
      free: 'keep',
      without: ['test_customers', 'product:a=b&c #1', 'after:2011-12-09', 'no such rule']
    } as const;
    const query = new URLSearchParams(scopeEntries(scope)).toString();
    expect(parseScope(new URLSearchParams(query))).toEqual(scope);
  });

  it.each(['2023-02-29', '2024-2-1', '20240201', 'today', "2024-01-01' or 1"])('leaves out the date %s', (day) => {
    expect(parseScope(new URLSearchParams({from: day})).from).toBeNull();
  });

  it('leaves out rules that are none, and counts a value once', () => {
    const scope = parseScope(new URLSearchParams('returns=maybe&country=FI&country=FI&without=twins&without=twins'));
    expect(scope).toEqual({...initialScope, filters: {country: ['FI']}, without: ['twins']});
  });
});

it('switches rules on and off, each once', () => {
  const on = withRules(withRules(initialScope, ['twins', 'day:2024-01-01'], true), ['twins'], true);
  expect(on.without).toEqual(['day:2024-01-01', 'twins']);
  expect(withRules(on, ['day:2024-01-01'], false).without).toEqual(['twins']);
});

describe('a filter', () => {
  it('takes a value and gives it back', () => {
    const one = toggled(initialScope, 'country', 'FI');
    const two = toggled(one, 'country', 'SE');
    expect(two.filters).toEqual({country: ['FI', 'SE']});
    expect(toggled(toggled(two, 'country', 'FI'), 'country', 'SE')).toEqual(initialScope);
  });

  it('is gone without values', () => {
    expect(withFilter(toggled(initialScope, 'country', 'FI'), 'country', []).filters).toEqual({});
  });
});
