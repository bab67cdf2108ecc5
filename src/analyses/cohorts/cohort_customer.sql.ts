import type {ModelContext} from '../../models/compile';
import {ageSql, indexSql, rollingDays, startSql} from './grain';
import {ageOf, grainOf, isByTime} from './params';

/** When each customer first bought, the cohort that makes, and how old the customer is by now. */
export function model(context: ModelContext): string {
  const {params, scope} = context;
  const [age, grain, byTime] = [ageOf(params), grainOf(params), isByTime(params)];
  return `-- The cohort of each customer, and how many periods there have been since the first purchase.
-- needs: cohort_occasion${byTime ? '' : ', customer_group'}
-- one row per customer who ever bought
--
-- $to_day       the last day that is looked at
-- first_on      the first day on which the customer bought, whatever the period looked at
-- cohort        the first day of the ${grain} of it; null where cohorts are groups
-- group_name    the group; '' where none is given, null where cohorts are ${grain}s
-- counted       false for customers won before the period looked at: they make no cohort
-- whole         the last age of which all days are over; -1 where none is
-- begun         the age on the last day
-- reached       the age at the last time the customer bought
with

span as (
    select customer_key, min(purchased_on) as first_on, max(purchased_on) as last_on
    from cohort_occasion
    group by customer_key
)

select
    customer_key,
    first_on,
    last_on,
    ${byTime ? startSql(grain, 'first_on') : 'null::date'} as cohort,
    ${byTime ? 'null::varchar' : `coalesce(group_name, '')`} as group_name,
    ${scope.from === null ? 'true' : 'first_on >= $from_day::date'} as counted,
    ${wholeSql(age, grain)} as whole,
    ${ageSql(age, grain, '$to_day::date')} as begun,
    ${ageSql(age, grain, 'last_on')} as reached
from span${byTime ? '' : '\nleft join customer_group using (customer_key)'}`;
}

/** A period is over when the day after the last one looked at belongs to a later one. */
function wholeSql(age: ReturnType<typeof ageOf>, grain: ReturnType<typeof grainOf>): string {
  const next = '($to_day::date + 1)';
  return age === 'rolling'
    ? `(${next} - first_on) // ${rollingDays[grain]} - 1`
    : `${indexSql(grain, next)} - ${indexSql(grain, 'first_on')} - 1`;
}
