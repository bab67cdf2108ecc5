import type {ModelContext} from '../../models/compile';
import {whaleMeasure} from './params';

/** The ranking that the whale curve is drawn from: by profit where costs are known, whatever the bars rank by. */
export function model({loaded}: ModelContext): string {
  const measure = whaleMeasure(loaded);
  return `-- From the most profitable to the least, with what they add up to${measure === 'profit' ? '' : '; by net sales, because no cost is known'}.
-- needs: pareto_ranked
-- one row per entity whose ${measure === 'profit' ? 'profit' : 'net sales'} is known
-- inline
--
-- rank          1 for the largest; equal ones by id
-- value         ${measure === 'profit' ? 'net sales minus cost of goods' : 'net sales'}
-- cumulative    the value of this and all larger ones; falls from the first one that is below zero
select
    id,
    whale_rank as rank,
    ${measure} as value,
    whale_cumulative as cumulative
from pareto_ranked
where ${measure} is not null`;
}
