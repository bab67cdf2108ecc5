/** Rungs or phases, as pictures and tables need them. */
export interface States {
  /** the lowest first */
  readonly order: readonly string[];
  /** those drawn beside the others, below the line: who has gone */
  readonly beside: readonly string[];
  name(state: string): string;
  color(state: string): string;
  /** the higher, the closer the relationship; a move to a higher level is a climb, to a lower one a fall */
  level(state: string): number;
}

/** What a move is: `new` came from nowhere, `gone` is known no more, `stay` is no move, or one on the same level. */
export type Direction = 'climb' | 'fall' | 'stay' | 'new' | 'gone';

/** Customers in one state at a first moment and in one at a second; null: not known then. */
export interface Move {
  from_state: string | null;
  to_state: string | null;
  customers: number;
}

/** What a move from one state to another is. */
export function directionOf({level}: Pick<States, 'level'>, from: string | null, to: string | null): Direction {
  if (from === null) return 'new';
  if (to === null) return 'gone';
  const climbed = level(to) - level(from);
  return climbed > 0 ? 'climb' : climbed < 0 ? 'fall' : 'stay';
}

/** How many customers moved in which direction. */
export function directions(states: States, moves: readonly Move[]): Readonly<Record<Direction, number>> {
  const sums = {climb: 0, fall: 0, stay: 0, new: 0, gone: 0};
  for (const {from_state, to_state, customers} of moves) sums[directionOf(states, from_state, to_state)] += customers;
  return sums;
}

/** The states that moves lead from or to, in order; null after them where customers came, or went. */
export function sidesOf({order}: States, moves: readonly Move[], side: 'from_state' | 'to_state'): (string | null)[] {
  const present = new Set(moves.map((move) => move[side]));
  const either = new Set(moves.flatMap(({from_state, to_state}) => [from_state, to_state]));
  return [...order.filter((state) => either.has(state)), ...(present.has(null) ? [null] : [])];
}
