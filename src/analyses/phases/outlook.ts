import {has} from '../../models/loaded';
import type {ViewContext} from '../analysis';
import {outlookOf, type Outlook} from '../states/outlook';
import type {Move} from '../states/states';
import type {PhasesParams} from './params';
import type {MoveRow} from './parts';
import {states} from './phases';

/** Moves as the shared charts take them. */
export const movesOf = (rows: readonly MoveRow[]): Move[] =>
  rows.map(({from_phase, to_phase, customers}) => ({from_state: from_phase, to_state: to_phase, customers}));

/** Days between the two moments; 0 where there is only one. */
export function stepDays(rows: readonly MoveRow[]): number {
  const [first] = rows;
  if (!first || first.from_on === null) return 0;
  return (Date.parse(first.to_on) - Date.parse(first.from_on)) / 86_400_000;
}

/** By what relationships are valued: profit where all that was brought has a cost. */
export const rewardOf = ({loaded}: Pick<ViewContext, 'loaded'>): 'profit' | 'net_sales' =>
  has(loaded, 'purchase.cost') ? 'profit' : 'net_sales';

/** Where the moves lead if they go on, and what a relationship in each phase is expected to bring. */
export function outlook(rows: readonly MoveRow[], params: PhasesParams, context: ViewContext): Outlook {
  const measure = rewardOf(context);
  const rewards = states.order.map((state) => {
    const own = rows.filter(({from_phase}) => from_phase === state);
    return {
      state,
      customers: own.reduce((sum, {customers}) => sum + customers, 0),
      reward: own.reduce((sum, row) => sum + Number(row[measure] ?? 0), 0)
    };
  });
  const {horizon, discount} = params;
  return outlookOf(states, {moves: movesOf(rows), rewards, days: stepDays(rows), horizon, discount});
}
