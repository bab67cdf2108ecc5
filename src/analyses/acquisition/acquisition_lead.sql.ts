import type {ModelContext} from '../../models/compile';
import {leadsByOf} from './params';

/** The leads that the funnel counts, each with its group. */
export function model({params}: ModelContext): string {
  return `-- The leads that the funnel counts, each with its group: who had bought before wasn't a stranger.
-- needs: acquisition_person
-- one row per lead
-- inline
select *, ${leadsByOf(params)} as lead_group
from acquisition_person
where state <> 'before'`;
}
