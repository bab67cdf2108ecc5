import {count, money, share} from '../../messages/format';
import {has} from '../../models/loaded';
import type {Results, Sentence, ViewContext} from '../analysis';
import type {PhasesParams} from './params';
import type {HitRow, PhaseRow} from './parts';
import {words} from './words';

/** "336 customers who bring 402,118 a year are slipping; … 208 of 3,370 are in commitment and bring …" */
export function takeaway(results: Results, params: PhasesParams, context: ViewContext): Sentence {
  const rows = (results.parts['rows'] ?? []) as unknown as PhaseRow[];
  const hits = (results.parts['hits'] ?? []) as unknown as HitRow[];
  if (rows.length === 0) return words.rich('takeaway.nothing');
  return [...warning(rows, context), ...standing(rows, hits, params)];
}

/** By what the stakes are counted. */
export const stakeOf = ({loaded}: Pick<ViewContext, 'loaded'>): 'profit' | 'net_sales' =>
  has(loaded, 'purchase.cost') ? 'profit' : 'net_sales';

/** An amount with its currency, for a sentence. */
export const amount = (value: number | string | null, currency: string | null): string =>
  currency === null ? money(value) : `${money(value)} ${currency}`;

function warning(rows: readonly PhaseRow[], context: ViewContext): Sentence {
  const sum = (of: (row: PhaseRow) => number | string | null): number =>
    rows.reduce((total, row) => total + Number(of(row) ?? 0), 0);
  const customers = sum(({slipping}) => slipping);
  if (customers === 0) return words.rich('takeaway.no slipping');
  return words.rich('takeaway.slipping', {
    count: customers,
    number: count(customers),
    sales: amount(
      sum(({slipping_sales}) => slipping_sales),
      context.currency
    ),
    stake: amount(
      sum(({value_at_stake}) => value_at_stake),
      context.currency
    ),
    measure: stakeOf(context)
  });
}

/** How many are committed, and, once it is known, how true it is that the dissolved are gone. */
function standing(rows: readonly PhaseRow[], hits: readonly HitRow[], {test_days}: PhasesParams): Sentence {
  const committed = rows.find(({phase}) => phase === 'commitment');
  const dissolved = hits.find(({phase}) => phase === 'dissolution');
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? 'none' : share(value);
  return words.rich('takeaway.phase', {
    count: committed?.customers ?? 0,
    number: count(committed?.customers ?? 0),
    all: count(rows.reduce((sum, {customers}) => sum + (customers ?? 0), 0)),
    sales: shown(committed?.sales_share),
    again: shown(dissolved?.again_share),
    days: count(test_days)
  });
}
