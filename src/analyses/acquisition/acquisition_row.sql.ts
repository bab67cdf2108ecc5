import type {ModelContext} from '../../models/compile';
import {attributeOf} from '../../models/dimension';
import {attributeParam, filterParam} from '../../models/scope';
import {tellsSql} from '../../models/relationship/signal-words';

/** The contacts that say how far a lead is. */
export function model(context: ModelContext): string {
  const filters = ofCustomers(context);
  return `-- The contacts that say how far a lead is, up to the as-of day.
-- needs: ${['interaction', ...(filters.length > 0 ? ['customer'] : [])].join(', ')}
-- one row per contact that is a lead or has a stage; every contact where the file has neither kinds nor stages
--
-- lead           the deal, where the file says which; else the customer
-- part           start: a lead without a stage; open, won, lost: what its stage is
-- $won_stages, $lost_stages    the stages that a person says are such; '': those whose words say so
with

${kindsOf(context)}told as (
    select
        coalesce(deal, customer_id) as lead,
        customer_id,
        deal,
        occurred_on,
        nullif(trim(stage), '') as stage,
        nullif(trim(touchpoint), '') as touchpoint,
        nullif(trim(owner), '') as owner,
        nullif(trim(outcome), '') as outcome
    from interaction${context.loaded.filled.has('interaction.kind') ? '\n    left join kinds using (kind)' : ''}
    where ${[isTold(context), 'occurred_on <= $as_of::date', ...filters].join('\n        and ')}
),

stages as (
    select
        stage,
        case
            when list_contains(string_split($lost_stages::varchar, ' | '), stage) then 'lost'
            when list_contains(string_split($won_stages::varchar, ' | '), stage) then 'won'
            when list_contains(string_split($stage_order::varchar, ' | '), stage) then 'open'
            when ${tellsSql('stage', 'lost')} then 'lost'
            when ${tellsSql('stage', 'won')} then 'won'
            else 'open'
        end as part
    from (select distinct stage from told where stage is not null)
)

select told.*, coalesce(part, 'start') as part
from told
left join stages using (stage)`;
}

function isTold({loaded}: ModelContext): string {
  const kinds = loaded.filled.has('interaction.kind');
  const stages = loaded.filled.has('interaction.stage');
  if (!kinds && !stages) return 'true';
  if (!kinds) return 'stage is not null';
  return stages ? '(is_lead or (stage is not null and is_other is not true))' : 'is_lead';
}

/** What each kind means, looked up once for each: patterns are too slow for every contact. */
function kindsOf({loaded}: ModelContext): string {
  if (!loaded.filled.has('interaction.kind')) return '';
  return `kinds as (
    select kind, ${tellsSql('kind', 'lead')} as is_lead, ${tellsSql('kind', 'other')} as is_other
    from (select distinct kind from interaction where kind is not null)
),

`;
}

/** Filters that customers can answer; a lead that isn't a customer is only kept by '' for “none given”. */
function ofCustomers({scope, loaded}: ModelContext): string[] {
  return Object.entries(scope.filters).flatMap(([dimension, values], index) => {
    const attribute = attributeOf(dimension) !== undefined;
    const known = dimension === 'segment' || (dimension === 'country' && loaded.filled.has('customer.country'));
    if (values.length === 0 || !(attribute || known)) return [];
    const column = attribute ? `attributes[$${attributeParam(index)}]` : dimension;
    const list = values.map((_, place) => `$${filterParam(index, place)}`).join(', ');
    const kept = `customer_id in (select customer_id from customer where coalesce(${column}, '') in (${list}))`;
    return [values.includes('') ? `(${kept} or customer_id not in (select customer_id from customer))` : kept];
  });
}
