import type {ModelContext} from '../../models/compile';
import {figureOf} from './params';

/** What it cost to win a customer, where margins are shown that could pay it back. */
export function model({params, loaded}: ModelContext): string {
  const wanted = figureOf(params) === 'cumulative_margin' && loaded.filled.has('customer.acquisition_cost');
  return `-- What it cost to win a customer of each cohort, and of all together.
-- needs: cohort_customer${wanted ? ', customer' : ''}
-- one row per cohort, and one of all; none where no cost of winning is on file, or margins aren't shown
--
-- cohort, group_name    both null for all together
-- customers             of the cohort
-- costs                 those of them whose acquisition cost is on file
-- cost                  mean of these costs
${wanted ? costs : nothing}`;
}

const costs = `select
    cohort,
    group_name,
    count(*) as customers,
    count(acquisition_cost) as costs,
    sum(acquisition_cost)::double / count(acquisition_cost) as cost
from cohort_customer
left join customer using (customer_key)
where counted
group by grouping sets ((cohort, group_name), ())
having count(acquisition_cost) > 0`;

const nothing = `select cohort, group_name, 0::bigint as customers, 0::bigint as costs, 0::double as cost
from cohort_customer
where false`;
