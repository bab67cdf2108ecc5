import type {ModelContext} from '../compile';
import {looking} from './looking';
import {rungCtes} from './rung-state';

/** The rung of everyone known, with all that the rules look at. */
export function model(context: ModelContext): string {
  const {needs, ctes} = rungCtes(context, looking.now, {all: true});
  return `-- The rung of the ladder on which each relationship stands today: the highest whose condition holds.
-- needs: ${needs.join(', ')}
-- one row per known customer
--
-- rung                prospect: never bought, or only what was returned or free. lapsed: silent for longer than its limit
--                     while no contract runs, or closed. supporter, advocate and partner are clients, too
-- occasions_recent    days bought on within client_days
-- active_days, lapsed_days    limits after so many occasions; of frequent buyers at least own_gaps of their own usual gaps;
--                     null is endless
-- satisfaction, nps, review    means of what was said within voice_days, as a share of the scale, 0 to 10, as a share
-- referrals           recommendations that brought someone; recommendations: all of them
-- wallet_share        net sales of 365 days ÷ what the customer spends on such goods with everybody
-- bonds               0 to 3: financial, social, structural
-- null                not known: nothing of the kind is loaded, or said
with

${ctes}

select
    customer_key,
    rung,
    first_on,
    last_on,
    occasions::bigint as occasions,
    occasions_recent::bigint as occasions_recent,
    recency_days,
    tenure_days,
    active_days,
    lapsed_days,
    satisfaction,
    nps,
    referrals,
    review,
    open_complaints,
    contract,
    wallet_share,
    bonds,
    recommendations,
    contract_until,
    closed_on
from state`;
}
