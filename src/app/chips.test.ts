import {expect, it} from 'vitest';
import {initialScope} from '../models/scope';
import {chipsOf} from './chips';

it('has nothing to remove where everything is looked at', () => {
  expect(chipsOf(initialScope)).toEqual([]);
});

it('words each narrowing and can take each away alone', () => {
  const scope = {
    ...initialScope,
    as_of: '2011-11-30',
    from: '2011-01-01',
    filters: {country: ['France', ''], 'attribute:Tier': ['Gold']},
    cancellations: 'subtract' as const,
    without: ['after:2011-12-09', 'product:POST', 'something']
  };
  const chips = chipsOf(scope);
  expect(chips.map((chip) => chip.label)).toEqual([
    'As of 30 Nov 2011',
    'From 1 Jan 2011',
    'Country: France',
    'Country: none given',
    'Tier: Gold',
    'Cancellations: subtracted',
    'Without what is after 9 Dec 2011',
    'Without product POST',
    '“something” is no rule: it does nothing'
  ]);
  expect(chips[0]?.without).toEqual({...scope, as_of: null});
  expect(chips[1]?.without).toEqual({...scope, from: null});
  expect(chips[2]?.without.filters).toEqual({country: [''], 'attribute:Tier': ['Gold']});
  expect(chips[4]?.without.filters).toEqual({country: ['France', '']});
  expect(chips[5]?.without).toEqual({...scope, cancellations: 'leave out'});
  expect(chips[7]?.without.without).toEqual(['after:2011-12-09', 'something']);
});
