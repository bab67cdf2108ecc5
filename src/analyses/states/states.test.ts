import {describe, expect, it} from 'vitest';
import {flowsOf} from './flows';
import {movedOf} from './migration';
import {spread} from './spread';
import {directionOf, directions, sidesOf, type Move, type States} from './states';

const order = ['out', 'low', 'high'];
const states: States = {
  order,
  beside: ['out'],
  name: (state) => state,
  color: () => 'grey',
  level: (state) => order.indexOf(state)
};
const moves: Move[] = [
  {from_state: 'low', to_state: 'high', customers: 3},
  {from_state: 'low', to_state: 'low', customers: 5},
  {from_state: 'high', to_state: 'out', customers: 2},
  {from_state: null, to_state: 'low', customers: 4},
  {from_state: 'high', to_state: null, customers: 1}
];

describe('a move', () => {
  it('is a climb, a fall, a stay; who came is new, who is known no more is gone', () => {
    expect(moves.map(({from_state, to_state}) => directionOf(states, from_state, to_state))).toEqual([
      'climb',
      'stay',
      'fall',
      'new',
      'gone'
    ]);
    expect(directions(states, moves)).toEqual({climb: 3, stay: 5, fall: 2, new: 4, gone: 1});
  });

  it('has a share of those who were where it began', () => {
    expect(movedOf(states, moves).map(({share, of_from, of_to}) => [share, of_from, of_to])).toEqual([
      [5 / 8, 8, 9],
      [3 / 8, 8, 3],
      [2 / 3, 3, 2],
      [1 / 3, 3, 1],
      [1, 4, 9]
    ]);
  });

  it('has two sides in order, with those from nowhere last', () => {
    expect(sidesOf(states, moves, 'from_state')).toEqual(['out', 'low', 'high', null]);
    expect(sidesOf(states, [], 'to_state')).toEqual([]);
  });
});

describe('ribbons', () => {
  it('fill the states that they leave and reach, the highest on top, those without anyone left out', () => {
    const {nodes, flows} = flowsOf(states, moves);
    expect(nodes.filter(({end}) => end === 'from').map(({state, customers}) => [state, customers])).toEqual([
      ['high', 3],
      ['low', 8],
      [null, 4]
    ]);
    for (const end of ['from', 'to'] as const) {
      for (const node of nodes.filter((one) => one.end === end)) {
        const own = flows.filter((flow) => (end === 'from' ? flow.from_state : flow.to_state) === node.state);
        expect(own.reduce((sum, {height}) => sum + height, 0)).toBe(node.customers);
      }
    }
  });
});

describe('places', () => {
  it('stay where they are, or move apart by the least', () => {
    expect(spread([0, 10, 20], 5)).toEqual([0, 10, 20]);
    expect(spread([10, 0], 20)).toEqual([15, -5]);
    expect(spread([0, 1, 2, 50], 4)).toEqual([-3, 1, 5, 50]);
    expect(spread([], 4)).toEqual([]);
  });
});
