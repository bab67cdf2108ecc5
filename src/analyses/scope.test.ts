import {describe, expect, it} from 'vitest';
import {initialScope} from '../models/scope';
import {parseScope, scopeEntries, toggled, withDefinitions, withFilter, withRules} from './scope';

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
      without: ['test_customers', 'product:a=b&c #1', 'after:2011-12-09', 'no such rule'],
      definitions: {client_purchases: 4, active_quantile: 0.75, rung_client: "occasions >= 2 and rung <> 'a & b'"}
    } as const;
    const query = new URLSearchParams(scopeEntries(scope)).toString();
    expect(parseScope(new URLSearchParams(query))).toEqual(scope);
  });

  it.each(['2023-02-29', '2024-2-1', '20240201', 'today', "2024-01-01' or 1"])('leaves out the date %s', (day) => {
    expect(parseScope(new URLSearchParams({from: day})).from).toBeNull();
  });

  it('leaves out definitions that are none, out of range or as they began', () => {
    const query = 'def.client_purchases=3&def.client_days=1e9&def.nothing=1&def.own_gaps=x&def.lapsed_quantile=0.95';
    expect(parseScope(new URLSearchParams(query)).definitions).toEqual({lapsed_quantile: 0.95});
    expect(parseScope(new URLSearchParams({'def.rung_client': 'x'.repeat(501)})).definitions).toEqual({});
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

it('changes a definition, and brings it back', () => {
  const four = withDefinitions(initialScope, {client_purchases: 4, rung_client: ' occasions > 1 '});
  expect(four.definitions).toEqual({client_purchases: 4, rung_client: 'occasions > 1'});
  expect(withDefinitions(four, {client_purchases: null}).definitions).toEqual({rung_client: 'occasions > 1'});
  expect(withDefinitions(four, {client_purchases: 3, rung_client: ''})).toEqual(initialScope);
});
