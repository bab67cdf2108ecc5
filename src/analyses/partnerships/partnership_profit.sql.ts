import type {ModelContext} from '../../models/compile';
import {changesProfit} from './what-if';

/** What each customer leaves, with what is made of it. */
export function model({params}: ModelContext): string {
  return `-- The account of each customer with its subtotals and ratios.
-- needs: partnership_customer
-- one row per customer
-- inline
--
-- margin_share    gross profit / net sales, cost_share likewise, to six digits, so that equal ones
--                 tie; null where net sales aren't above 0
select
    *,${changesProfit(params) ? '' : '\n    0::decimal(38, 4) as what_if,'}
    (net_sales - cost_of_goods)::decimal(38, 4) as gross_profit,
    case when net_sales > 0 then round((net_sales - cost_of_goods)::double / net_sales::double, 6) end as margin_share,
    case when net_sales > 0 then round(cost_to_serve::double / net_sales::double, 6) end as cost_share
from partnership_customer`;
}
