import type {ModelContext} from '../../models/compile';
import {whaleMeasure} from './params';

/** What each brought, with its place in the ranking that the whale curve is drawn from. */
export function model({loaded}: ModelContext): string {
  const measure = whaleMeasure(loaded);
  return `-- What each brought, ranked from the most profitable to the least${measure === 'profit' ? '' : '; by net sales, because no cost is known'}.
-- needs: pareto_entity
-- one row per entity
--
-- whale_rank          1 for the largest ${measure === 'profit' ? 'profit, after all others where none is known' : 'net sales'}; equal ones by id
-- whale_cumulative    ${measure === 'profit' ? 'the profit' : 'what it brought'}, of this and all larger ones
select
    *,
    row_number() over largest_first as whale_rank,
    sum(${measure}) over (largest_first rows unbounded preceding) as whale_cumulative
from pareto_entity
window largest_first as (order by ${measure} desc nulls last, place)`;
}
