import type {ModelContext} from '../compile';
import {looking} from './looking';
import {rungCtes} from './rung-state';

/** How many stood on each rung, month by month, by one ruler. */
export function model(context: ModelContext): string {
  const {needs, ctes} = rungCtes(context, looking.month, {all: false});
  return `-- How many relationships stood on each rung at the end of each month, by today's limits.
-- needs: ${needs.join(', ')}
-- one row per month and rung on which anyone stood
--
-- moment    the last day of the month; today where the month isn't over
with

${ctes}

select moment, rung, count(*) as customers
from state
group by moment, rung`;
}
