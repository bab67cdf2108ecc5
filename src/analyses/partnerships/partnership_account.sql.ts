import type {ModelContext} from '../../models/compile';
import {statementSql} from './statement';

/** The accounts that the view lays side by side. */
export function model(context: ModelContext): string {
  return `-- The accounts laid side by side: of everyone, and of the one or two that were chosen.
-- needs: partnership_grouped
-- one row per side: 'all', 'left', 'right'; none for a side that is not chosen or not there
--
-- $left, $right    the id of a customer, or the name of a group; 'group:' for the group of those that have none
with

sides as (
    select 'all' as side, partnership_grouped.*
    from partnership_grouped
    union all
    select 'left' as side, partnership_grouped.*
    from partnership_grouped
    where id = case $left when 'group:' then '' else $left end and $left <> ''
    union all
    select 'right' as side, partnership_grouped.*
    from partnership_grouped
    where id = case $right when 'group:' then '' else $right end and $right <> ''
),

accounts as (
    ${statementSql(context, 'sides', {keys: ['side']}).replaceAll('\n', '\n    ')}
)

select *
from accounts`;
}
