import type {ModelContext} from '../compile';
import {looking} from './looking';
import {phaseCtes} from './phase-state';

/** The phase of everyone known, with all that the rules look at. */
export function model(context: ModelContext): string {
  const {needs, ctes} = phaseCtes(context, looking.now, {all: true});
  return `-- The phase that each relationship is in today: dissolution and decline first, then the latest whose condition holds.
-- needs: ${needs.join(', ')}
-- one row per known customer
--
-- phase                awareness: known, and nothing has come of it. plateau: buys again and again, on time, neither
--                      growing nor regular
-- median_gap, gap_cv   days between purchase days, and standard deviation ÷ mean of them; null below two gaps
-- sales_recent, sales_before    net sales of the last half-window and of the one before; null where it begins before the
--                      days looked at
-- growth, pace         ratio of the sales, and of the purchase days, of the two; null where there were none before
-- new_category         bought of a category for the first time in the last half-window, having bought before it
-- contacts             contacts both ways within voice_days
-- contract             whether it runs; null where there is none
-- closed_on            null where the customer has bought since
-- null                 not known: nothing of the kind is loaded, or said
with

${ctes}

select
    customer_key,
    phase,
    first_on,
    last_on,
    occasions::bigint as occasions,
    recency_days,
    tenure_days,
    active_days,
    lapsed_days,
    median_gap,
    gap_cv,
    sales_recent,
    sales_before,
    growth,
    new_category,
    contacts,
    contract,
    closed_on,
    closed_reason,
    pace,
    contract_until,
    wallet_share
from state`;
}
