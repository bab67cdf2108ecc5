import type {ModelContext} from '../../models/compile';
import {measureOf} from './params';

/** The ranking by net sales, whatever the bars rank by. */
export function model({params}: ModelContext): string {
  return measureOf(params) === 'net_sales' ? ranked : anew;
}

const header = (needs: string): string => `-- From the largest net sales to the smallest, with what they add up to.
-- needs: ${needs}
-- one row per entity`;

const ranked = `${header('pareto')}
select rank, value, cumulative
from pareto`;

const anew = `${header('pareto_ranked')}
select
    row_number() over largest_first as rank,
    net_sales as value,
    sum(net_sales) over (largest_first rows unbounded preceding) as cumulative
from pareto_ranked
window largest_first as (order by net_sales desc, place)`;
