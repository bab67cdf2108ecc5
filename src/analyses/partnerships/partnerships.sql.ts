import type {ModelContext} from '../../models/compile';
import {isState, ungrouped} from '../../models/grouping';
import {phases, rungs} from '../../models/relationship/states';
import {isYearly, statementSql} from './statement';

/** The account of each partnership: of each customer, or of each group of customers. */
export function model(context: ModelContext): string {
  const split = String(context.params['split'] ?? ungrouped);
  return `-- The account of each partnership: what it brings, what it costs, what is left.
-- needs: partnership_grouped
-- one row per customer, or per group of customers
--
-- state, place          the rung or phase, and where it stands among them; null for other groups
-- amounts               ${isYearly(context) ? 'per year: the totals of the period / years' : 'totals of the period'}
-- years                 that were looked at: from the first purchase to the end of the period, at least 90 days; of a group
--                       those of its oldest customer
-- average_purchase      net sales / occasions; null without occasions
-- purchases_per_year    occasions / years; × average_purchase = net sales per year
-- cost_to_serve         delivery to other, those that are known; null where none is
-- profit                gross profit - cost to serve, before acquisition
-- profit_share          of net sales; null where they aren't above 0
-- allocated             what of the cost to serve is shared out or typed in
-- uncosted              net sales whose cost of goods is by the margin typed in
${statementSql(context, 'partnership_grouped', {keys: ['id', 'name'], more: stateSql(split), single: split === ungrouped})}`;
}

const stateSql = (split: string): string[] =>
  isState(split)
    ? [
        `nullif(id, '') as state`,
        `nullif(list_position([${(split === 'rung' ? rungs : phases).map((state) => `'${state}'`).join(', ')}], id), 0)::bigint as place`
      ]
    : ['null::varchar as state', 'null::bigint as place'];
