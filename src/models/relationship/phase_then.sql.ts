import type {ModelContext} from '../compile';
import {looking} from './looking';
import {phaseCtes} from './phase-state';

/** Phases at two moments, by one ruler. */
export function model(context: ModelContext): string {
  const {needs, ctes} = phaseCtes(context, looking.then, {all: false});
  return `-- The phase of each relationship at the two moments that are compared, both by today's limits.
-- needs: ${needs.join(', ')}
-- one row per moment and customer known then
with

${ctes}

select moment, customer_key, phase
from state`;
}
