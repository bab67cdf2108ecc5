import {discountPerStep, expectedValue, forecast, transitionShares} from '../../statistics/markov';
import type {ExpectedRow} from './forecast';
import type {Move, States} from './states';

/** What the customers of a state at the first moment brought until the second. */
export interface StateReward {
  state: string;
  /** who was in the state at the first moment */
  customers: number;
  /** null: unknown */
  reward: number | null;
}

export interface OutlookInput {
  moves: readonly Move[];
  rewards: readonly StateReward[];
  /** days between the two moments: the length of a period */
  days: number;
  /** periods ahead */
  horizon: number;
  /** per cent per year */
  discount: number;
}

/** What a state leads to; reward and value are null where no one was in it at the first moment. */
export interface StateOutlook {
  state: string;
  /** who was in it at the first moment: what its shares rest on */
  seen: number;
  now: number;
  /** expected after the last period, of those known now */
  later: number;
  /** mean reward of a period */
  reward: number | null;
  /** expected of one customer who is in it now, over the periods, discounted to today; null where it leads to a reward that isn't known */
  value: number | null;
}

export interface Outlook {
  expected: ExpectedRow[];
  states: StateOutlook[];
  /** states that customers come to, but that no one was in at the first moment: where they lead isn't known */
  unseen: string[];
}

/**
 * A Markov chain of the moves between two moments, gone on with for some periods: who is expected where, and what a
 * customer of each state is expected to bring. Of customers known at both moments; no one new is reckoned with. A period's
 * reward is taken at its start. From a state that no one was in at the first moment nothing is known to follow: customers
 * are taken to stay there, and to bring nothing.
 *
 * source: Pfeifer & Carraway 2000
 */
export function outlookOf({order}: States, {moves, rewards, days, horizon, discount}: OutlookInput): Outlook {
  const states = order.filter((state) =>
    moves.some(({from_state, to_state}) => from_state === state || to_state === state)
  );
  const count = (from: string | null | undefined, to: string | null | undefined): number =>
    moves
      .filter((move) => (from === undefined || move.from_state === from) && (to === undefined || move.to_state === to))
      .reduce((sum, {customers}) => sum + customers, 0);
  const shares = transitionShares(states.map((from) => states.map((to) => count(from, to))));
  const now = states.map((state) => count(undefined, state));
  const ahead = forecast(shares, now, horizon);
  const seen = states.map((state) => count(state, undefined) - count(state, null));
  const means = states.map((state) => meanOf(rewards.find((row) => row.state === state)));
  const known = means.map((mean, at) => (seen[at] === 0 ? 0 : (mean ?? 0)));
  const values = expectedValue(shares, known, discountPerStep(discount / 100, days), horizon - 1);
  const unknown = means.map((mean, at) => Number(mean === null && seen[at] !== 0));
  const doubt = expectedValue(shares, unknown, 0, horizon - 1);
  return {
    expected: ahead.flatMap((row, period) => states.map((state, at) => ({period, state, customers: row[at] ?? 0}))),
    states: states.map((state, at) => {
      const reward = means[at] ?? null;
      return {
        state,
        seen: seen[at] ?? 0,
        now: now[at] ?? 0,
        later: ahead.at(-1)?.[at] ?? 0,
        reward,
        value: seen[at] !== 0 && doubt?.[at] === 0 ? (values?.[at] ?? null) : null
      };
    }),
    unseen: states.filter((_, at) => seen[at] === 0)
  };
}

function meanOf(row: StateReward | undefined): number | null {
  return row && row.reward !== null && row.customers > 0 ? row.reward / row.customers : null;
}
