import {kaplanMeierOfCountsSql} from '../../models/kaplan-meier';
import {z95} from '../../statistics/interval';

/** The Kaplan–Meier curves, with bands as R's `survfit` draws them. */
export function model(): string {
  return `-- How long it takes: the share for whom it isn't over yet, day by day, by Kaplan and Meier; open waits count as long as they are seen.
-- needs: survival_count
-- one row per curve and number of days after which a wait ended or is open
--
-- place         1 for the group with most waits; 6 for all but the five largest
-- group_name    '' where none is given; null where several groups share the curve
-- at_risk       waits that have lasted so many days, those that end on that day included
-- survival      share that isn't over after so many days
-- ended         share that is over: 1 - survival
-- std_error     of both, by Greenwood; null from where survival is 0
-- low, high     95 % limits of survival: exp(ln(survival) ± 1.96 × std_error / survival), at most 1
-- source: Kaplan & Meier (1958); Greenwood (1926); limits as in survfit of R, conf.type = "log"
with

estimate as (
${kaplanMeierOfCountsSql('survival_count', ['place', 'group_name']).replaceAll(/^(?=.)/gm, '    ')}
)

select
    place,
    group_name,
    duration,
    at_risk,
    events,
    censored,
    survival::double as survival,
    1 - survival::double as ended,
    survival * sqrt(greenwood) as std_error,
    case when greenwood is not null then exp(ln(nullif(survival, 0)) - ${z95} * sqrt(greenwood)) end as low,
    case when greenwood is not null then least(1, exp(ln(nullif(survival, 0)) + ${z95} * sqrt(greenwood))) end as high
from estimate`;
}
