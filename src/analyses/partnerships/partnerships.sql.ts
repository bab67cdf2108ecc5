import type {ModelContext} from '../../models/compile';
import {ungrouped} from '../../models/grouping';
import {isYearly, statementSql} from './statement';

/** The account of each partnership: of each customer, or of each group of customers. */
export function model(context: ModelContext): string {
  return `-- The account of each partnership: what it brings, what it costs, what is left.
-- needs: partnership_grouped
-- one row per customer, or per group of customers
--
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
${statementSql(context, 'partnership_grouped', 'id, name', String(context.params['split'] ?? ungrouped) === ungrouped)}`;
}
