import type {ModelContext} from '../compile';
import {overTime} from './looking';
import {phaseCtes} from './phase-state';

/** How many were in each phase, month by month, by one ruler. */
export function model(context: ModelContext): string {
  const {needs, ctes} = phaseCtes(context, overTime(context), {all: false});
  return `-- How many relationships were in each phase at the end of each month, by today's limits.
-- needs: ${needs.join(', ')}
-- one row per month and phase in which anyone was
--
-- moment    the last day of the month, of the quarter, half-year or year where customers are very many; today where it isn't over
with

${ctes}

select moment, phase, count(*) as customers
from state
group by moment, phase`;
}
