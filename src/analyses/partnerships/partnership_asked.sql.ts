import type {ModelContext} from '../../models/compile';
import {askedShares, sharesSql} from './shares';

/** What each customer would carry of shared costs that one asks to be higher or lower. */
export function model(context: ModelContext): string {
  const costs = askedShares(context);
  if (costs.length === 0) return nothingAsked;
  return `-- What each customer would carry of the costs of all together that are asked to be higher or lower.
-- needs: partnership_pool, partnership_weight
-- one row per customer with a purchase that counts, filtered or not
--
-- $change_delivery …         per cent by which the cost of all together changes before it is shared out
-- file_delivery_asked …      of what the files hold; typed_delivery_asked … of what was typed in; in ten-thousandths
${sharesSql(costs, context, ({name, category}) => ({
  name: `${name}_asked`,
  units: `round(units * (100 + $change_${category}::double) / 100)`
}))}`;
}

const nothingAsked = `-- What each customer would carry of shared costs that are asked to be higher or lower: none is.
-- needs: partnership_weight
-- one row per customer with a purchase that counts, filtered or not
select customer_key
from partnership_weight`;
