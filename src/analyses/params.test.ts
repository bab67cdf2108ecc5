import {describe, expect, it} from 'vitest';
import type {ParamSpecs} from './analysis';
import {checkedParams, initialParams, paramEntries, parseParams} from './params';

const specs = {
  by: {kind: 'choice', initial: 'customer', options: ['customer', 'product']},
  limit: {kind: 'number', unit: 'percent', initial: 80, min: 1, max: 99, step: 1}
} as const satisfies ParamSpecs;

describe('a link', () => {
  it.each([
    ['', {by: 'customer', limit: 80}],
    ['by=product&limit=75', {by: 'product', limit: 75}],
    ['by=nonsense&limit=100', {by: 'customer', limit: 80}],
    ['limit=', {by: 'customer', limit: 80}],
    ['limit=1e1', {by: 'customer', limit: 10}],
    ['limit=NaN&other=1', {by: 'customer', limit: 80}],
    ['by=product&by=customer', {by: 'product', limit: 80}]
  ])('%s', (query, expected) => {
    expect(parseParams(specs, new URLSearchParams(query))).toEqual(expected);
  });

  it('holds only what was changed, and brings it back', () => {
    expect(paramEntries(specs, initialParams(specs))).toEqual([]);
    const values = {by: 'product', limit: 12.5} as const;
    const entries = paramEntries(specs, values);
    expect(entries).toEqual([
      ['by', 'product'],
      ['limit', '12.5']
    ]);
    expect(parseParams(specs, new URLSearchParams(entries))).toEqual(values);
  });
});

describe('a group, a day and a text', () => {
  const more = {
    split: {kind: 'grouping', initial: 'none'},
    states: {kind: 'grouping', initial: 'none', withStates: true},
    then: {kind: 'day', initial: ''},
    left: {kind: 'text', initial: '', longest: 5}
  } as const satisfies ParamSpecs;
  const initial = {split: 'none', states: 'none', then: '', left: ''};

  it.each([
    [
      'split=attribute:Gr%C3%B6%C3%9Fe&then=2024-02-29&left=K1',
      {...initial, split: 'attribute:Größe', then: '2024-02-29', left: 'K1'}
    ],
    ['split=rung&states=rung', {...initial, states: 'rung'}],
    ['split=nonsense&then=2023-02-29&left=123456', initial]
  ])('%s', (query, expected) => {
    expect(parseParams(more, new URLSearchParams(query))).toEqual(expected);
    expect(parseParams(more, new URLSearchParams(paramEntries(more, expected as never)))).toEqual(expected);
  });
});

describe('a script', () => {
  it('gets what it leaves out', () => {
    expect(checkedParams(specs, {limit: 5})).toEqual({by: 'customer', limit: 5});
  });

  it.each([
    [{limit: 0}, 'parameter out of range: limit = 0'],
    [{limit: '80'}, 'parameter out of range: limit = 80'],
    [{by: 'x'}, 'parameter out of range: by = x'],
    [{limits: 1}, 'unknown parameter: limits']
  ])('is told what is wrong with %j', (loose, message) => {
    expect(() => checkedParams(specs, loose)).toThrow(message);
  });
});
