/** A square table of numbers: from the state of the row to that of the column. */
export type Matrix = readonly (readonly number[])[];

/**
 * Transition shares of counts: each row divided by its sum, so that it adds up to 1. A state that no one was in has
 * nothing to tell where it leads; it is taken to stay as it is.
 */
export function transitionShares(counts: Matrix): number[][] {
  return counts.map((row, from) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count, to) => (total > 0 ? count / total : Number(from === to)));
  });
}

/** The shares after 0, 1, … `periods` steps: the matrix raised to each power, the unit matrix first. */
export function powers(shares: Matrix, periods: number): number[][][] {
  const all = [shares.map((row, from) => row.map((_, to) => Number(from === to)))];
  for (let period = 1; period <= periods; period++) all.push(times(all[period - 1] ?? [], shares));
  return all;
}

/** How many are in each state after 0, 1, … `periods` steps, beginning with `now`; what the shares make of it, unrounded. */
export function forecast(shares: Matrix, now: readonly number[], periods: number): number[][] {
  const all = [[...now]];
  for (let period = 1; period <= periods; period++) all.push(times([all[period - 1] ?? []], shares)[0] ?? []);
  return all;
}

/**
 * What a relationship in each state is worth: the reward of its state now, and of the states that it is expected to be
 * in after each step, discounted by `discount` per step (0.1: 10 %). Σ (P ÷ (1 + d))ᵗ R for t = 0 … `periods`, or to
 * infinity: (I − P ÷ (1 + d))⁻¹ R. A state from which no reward is ever reached is worth 0. Null where the sum has no
 * end: nothing is discounted, and rewards never stop.
 *
 * source: Pfeifer & Carraway, “Modeling customer relationships as Markov chains” (2000)
 */
export function expectedValue(
  shares: Matrix,
  reward: readonly number[],
  discount: number,
  periods: number | 'infinite'
): number[] | null {
  const discounted = shares.map((row) => row.map((share) => share / (1 + discount)));
  if (periods === 'infinite') return endless(discounted, reward);
  let value = [...reward];
  for (let period = 1; period <= periods; period++) {
    value = discounted.map((row, state) => (reward[state] ?? 0) + dot(row, value));
  }
  return value;
}

/** A yearly discount (0.1: 10 %) as one of a step of so many days. */
export const discountPerStep = (yearly: number, days: number): number => (1 + yearly) ** (days / 365) - 1;

/** Solves (I − M) V = R over the states that ever reach a reward. */
function endless(moves: Matrix, reward: readonly number[]): number[] | null {
  const living = rewarding(moves, reward);
  const equations = living.map((from) => [
    ...living.map((to) => Number(from === to) - (moves[from]?.[to] ?? 0)),
    reward[from] ?? 0
  ]);
  const solved = solve(equations);
  return solved && reward.map((_, state) => solved[living.indexOf(state)] ?? 0);
}

/** The states from which a reward other than 0 is reached, now or later. */
function rewarding(moves: Matrix, reward: readonly number[]): number[] {
  const reach = new Set(reward.flatMap((value, state) => (value === 0 ? [] : [state])));
  for (let before = -1; before < reach.size;) {
    before = reach.size;
    moves.forEach((row, from) => {
      if (row.some((share, to) => share > 0 && reach.has(to))) reach.add(from);
    });
  }
  return [...reach].sort((a, b) => a - b);
}

/** Gauss–Jordan with the largest pivot; each equation ends with its right side. Null where there is no one solution. */
function solve(equations: number[][]): number[] | null {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = largest(rows, column);
    const [top = [], own = []] = [rows[pivot], rows[column]];
    if (Math.abs(top[column] ?? 0) < 1e-12) return null;
    rows[pivot] = own;
    rows[column] = top.map((value) => value / (top[column] ?? 1));
    eliminate(rows, column);
  }
  return rows.map((row) => row[size] ?? 0);
}

function largest(rows: Matrix, column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

function eliminate(rows: number[][], column: number): void {
  const pivot = rows[column] ?? [];
  rows.forEach((row, index) => {
    const factor = row[column] ?? 0;
    if (index !== column && factor !== 0) rows[index] = row.map((value, at) => value - factor * (pivot[at] ?? 0));
  });
}

const times = (left: Matrix, right: Matrix): number[][] =>
  left.map((row) =>
    (right[0] ?? []).map((_, to) => row.reduce((sum, share, via) => sum + share * (right[via]?.[to] ?? 0), 0))
  );

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
