import {movedOf, type Moved} from './migration';
import {spread} from './spread';
import {sidesOf, type Move, type States} from './states';

/** A state at one of the two moments; heights count customers, from the top down. */
export interface Node {
  end: 'from' | 'to';
  state: string | null;
  customers: number;
  y1: number;
  y2: number;
  /** where its name stands: its middle, moved where names would cover each other */
  label: number;
}

/** A move as a ribbon: where its upper edge begins and ends. */
export interface Flow extends Moved {
  y_from: number;
  y_to: number;
  height: number;
}

/** Room between states, as a share of all customers. */
const gap = 0.035;
const nameHeight = 0.055;

/** The states of both moments that someone was in, with the highest on top, and the ribbons between them, none crossing another without need. */
export function flowsOf(states: States, moves: readonly Move[]): {nodes: Node[]; flows: Flow[]; total: number} {
  const moved = movedOf(states, moves);
  const customers = moved.reduce((sum, move) => sum + move.customers, 0);
  const of = (side: 'from_state' | 'to_state'): (string | null)[] =>
    downward(sidesOf(states, moves, side)).filter((state) =>
      moves.some((move) => move[side] === state && move.customers > 0)
    );
  const [left, right] = [of('from_state'), of('to_state')];
  const total = Math.max(1, customers * (1 + gap * (Math.max(left.length, right.length) - 1)));
  const from = stacked({end: 'from', states: left, customers, total, of: (move) => move.from_state}, moved);
  const to = stacked({end: 'to', states: right, customers, total, of: (move) => move.to_state}, moved);
  return {nodes: [...from, ...to], flows: ribbons(moved, from, to), total};
}

interface Side {
  end: Node['end'];
  states: readonly (string | null)[];
  customers: number;
  total: number;
  of: (move: Moved) => string | null;
}

function stacked({end, states, customers, total, of}: Side, moved: readonly Moved[]): Node[] {
  let y = 0;
  const nodes = states.map((state) => {
    const own = moved.filter((move) => of(move) === state).reduce((sum, move) => sum + move.customers, 0);
    const node = {end, state, customers: own, y1: y, y2: y + own, label: y + own / 2};
    y += own + gap * customers;
    return node;
  });
  const labels = spread(
    nodes.map(({label}) => label),
    nameHeight * total
  );
  return nodes.map((node, index) => ({...node, label: labels[index] ?? node.label}));
}

/** Ribbons leave a state in the order of where they go, and arrive in the order of where they come from. */
function ribbons(moved: readonly Moved[], from: readonly Node[], to: readonly Node[]): Flow[] {
  const leaving = new Map(from.map(({state, y1}) => [state, y1]));
  const arriving = new Map(to.map(({state, y1}) => [state, y1]));
  const flows: Flow[] = [];
  for (const {state} of from) {
    for (const target of to) {
      const move = moved.find((one) => one.from_state === state && one.to_state === target.state);
      if (!move) continue;
      const [y_from, y_to] = [leaving.get(state) ?? 0, arriving.get(target.state) ?? 0];
      flows.push({...move, y_from, y_to, height: move.customers});
      leaving.set(state, y_from + move.customers);
      arriving.set(target.state, y_to + move.customers);
    }
  }
  return flows;
}

/** The highest state first, null last. */
function downward(side: readonly (string | null)[]): (string | null)[] {
  return [...side.filter((state) => state !== null).reverse(), ...side.filter((state) => state === null)];
}
