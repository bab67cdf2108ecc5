import type {ModelContext} from '../compile';
import {overTime} from './looking';
import {rungCtes} from './rung-state';

/** How many stood on each rung, month by month, by one ruler. */
export function model(context: ModelContext): string {
  const {needs, ctes} = rungCtes(context, overTime(context), {all: false});
  return `-- How many relationships stood on each rung at the end of each month, by today's limits.
-- needs: ${needs.join(', ')}
-- one row per month and rung on which anyone stood
--
-- moment    the last day of the month, of the quarter, half-year or year where customers are very many; today where it isn't over
with

${ctes}

select moment, rung, count(*) as customers
from state
group by moment, rung`;
}
