import {describe, expect, it} from 'vitest';
import {outlookOf} from './outlook';
import type {States} from './states';
import {unseenText} from './unseen';

const states: States = {
  order: ['out', 'in'],
  beside: ['out'],
  name: (state) => state,
  color: () => 'grey',
  level: (state) => (state === 'in' ? 1 : 0)
};

describe('an outlook', () => {
  it('goes on as it went, and adds up what the states bring', () => {
    const outlook = outlookOf(states, {
      moves: [
        {from_state: 'in', to_state: 'in', customers: 8},
        {from_state: 'in', to_state: 'out', customers: 2},
        {from_state: 'out', to_state: 'out', customers: 5},
        {from_state: null, to_state: 'in', customers: 2}
      ],
      rewards: [
        {state: 'in', customers: 10, reward: 1000},
        {state: 'out', customers: 5, reward: 0}
      ],
      days: 365,
      horizon: 2,
      discount: 25
    });
    expect(outlook.expected.map(({customers}) => customers)).toEqual([
      7,
      10,
      expect.closeTo(9),
      expect.closeTo(8),
      expect.closeTo(10.6),
      expect.closeTo(6.4)
    ]);
    // 100 now, and 80 % of 100 after a year, discounted by 25 %
    expect(outlook.states).toEqual([
      {state: 'out', seen: 5, now: 7, later: expect.closeTo(10.6), reward: 0, value: 0},
      {state: 'in', seen: 10, now: 10, later: expect.closeTo(6.4), reward: 100, value: expect.closeTo(164)}
    ]);
  });

  it('keeps customers in a state that no one was in at first, bringing nothing, and names it', () => {
    const outlook = outlookOf(states, {
      moves: [
        {from_state: 'in', to_state: 'in', customers: 8},
        {from_state: 'in', to_state: 'out', customers: 2}
      ],
      rewards: [{state: 'in', customers: 10, reward: 1000}],
      days: 365,
      horizon: 3,
      discount: 25
    });
    // 100 now, and 80 % and 64 % of it after a year and two, discounted by 25 %
    expect(outlook.states).toEqual([
      {state: 'out', seen: 0, now: 2, later: expect.closeTo(5.904), reward: null, value: null},
      {state: 'in', seen: 10, now: 8, later: expect.closeTo(4.096), reward: 100, value: expect.closeTo(204.96)}
    ]);
    expect(outlook.unseen).toEqual(['out']);
    expect(unseenText(outlook, states, '2024-02-29')).toBe(
      'out: no one was there on 29 Feb 2024, so where customers go from there, and what they bring then, isn’t known. They are taken to stay, and to bring nothing from then on.'
    );
  });

  it('says nothing of a value that needs a reward that isn’t known', () => {
    const outlook = outlookOf(states, {
      moves: [
        {from_state: 'in', to_state: 'out', customers: 8},
        {from_state: 'out', to_state: 'out', customers: 2}
      ],
      rewards: [
        {state: 'in', customers: 8, reward: 800},
        {state: 'out', customers: 2, reward: null}
      ],
      days: 365,
      horizon: 2,
      discount: 0
    });
    expect(outlook.states.map(({value}) => value)).toEqual([null, null]);
    expect(outlook.unseen).toEqual([]);
    expect(unseenText(outlook, states, '2024-02-29')).toBeUndefined();
  });

  it('says nothing of the value of a state that no one was in', () => {
    const {
      states: [only]
    } = outlookOf(states, {
      moves: [{from_state: null, to_state: 'in', customers: 2}],
      rewards: [],
      days: 30,
      horizon: 3,
      discount: 10
    });
    expect(only).toEqual({state: 'in', seen: 0, now: 2, later: 2, reward: null, value: null});
  });

  it('is empty where no one moved', () => {
    expect(outlookOf(states, {moves: [], rewards: [], days: 30, horizon: 3, discount: 0})).toEqual({
      expected: [],
      states: [],
      unseen: []
    });
  });
});
