import {twoMoments, twoMomentsNeed} from '../../models/relationship/moments';

/** Who stood where at the two moments. */
export const model = (): string => `-- From which rung to which customers moved between two days.
-- needs: rung_then, ${twoMomentsNeed}
-- one row per pair of rungs with a customer
--
-- from_on, to_on    the two days; the same where both are the same
-- from_rung         null: not known yet on the first day
-- to_rung           null: not known any more on the second
with

day as (
    select min(moment) as from_on, max(moment) as to_on
    from (
    ${twoMoments}
    )
),

pair as (
    select
        any_value(rung) filter (where moment = from_on) as from_rung,
        any_value(rung) filter (where moment = to_on) as to_rung
    from rung_then
    cross join day
    group by customer_key
)

select from_on, to_on, from_rung, to_rung, count(*) as customers
from pair
cross join day
group by all`;
