import {count, money, share} from '../../messages/format';
import {has} from '../../models/loaded';
import type {Phase} from '../../models/relationship/states';
import type {Results, Sentence, ViewContext} from '../analysis';
import type {PhasesParams} from './params';
import type {ListRow, PhaseRow} from './parts';
import {words} from './words';

/** "336 customers who bring 402,118 a year are slipping; … 208 of 3,370 are in commitment and bring …" */
export function takeaway(results: Results, params: PhasesParams, context: ViewContext): Sentence {
  const rows = (results.parts['rows'] ?? []) as unknown as PhaseRow[];
  const slipping = ((results.parts['lists'] ?? []) as unknown as ListRow[]).find(({list}) => list === 'slipping');
  if (rows.length === 0 || !slipping) return words.rich('takeaway.nothing');
  return [...warning(slipping, context), ...standing(rows, params)];
}

/** By what the stakes are counted. */
export const stakeOf = ({loaded}: Pick<ViewContext, 'loaded'>): 'profit' | 'net_sales' =>
  has(loaded, 'purchase.cost') ? 'profit' : 'net_sales';

/** An amount with its currency, for a sentence. */
export const amount = (value: number | string | null, currency: string | null): string =>
  currency === null ? money(value) : `${money(value)} ${currency}`;

function warning({customers, yearly_sales, value_at_stake}: ListRow, context: ViewContext): Sentence {
  if (customers === 0) return words.rich('takeaway.no slipping');
  return words.rich('takeaway.slipping', {
    count: customers,
    number: count(customers),
    sales: amount(yearly_sales, context.currency),
    stake: amount(value_at_stake, context.currency),
    measure: stakeOf(context)
  });
}

/** How many are committed, and how true it is that the dissolved are gone. */
function standing(rows: readonly PhaseRow[], {test_days}: PhasesParams): Sentence {
  const row = (phase: Phase): PhaseRow | undefined => rows.find((one) => one.phase === phase);
  const [committed, dissolved] = [row('commitment'), row('dissolution')];
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? 'none' : share(value);
  return words.rich('takeaway.phase', {
    count: committed?.customers ?? 0,
    number: count(committed?.customers ?? 0),
    all: count(rows.reduce((sum, {customers}) => sum + (customers ?? 0), 0)),
    sales: shown(committed?.sales_share),
    again: shown(dissolved?.hit_rate),
    days: count(test_days)
  });
}
