import type {ModelContext} from '../../models/compile';
import {sharedCosts, sharesSql} from './shares';

/** What each customer carries of the costs of all together. */
export function model(context: ModelContext): string {
  const costs = sharedCosts(context);
  if (costs.length === 0) return nothingToShare;
  return `-- What each customer carries of the costs of all together, by running parts of the driver.
-- needs: partnership_pool, partnership_weight
-- one row per customer with a purchase that counts, filtered or not
--
-- file_delivery …     of what the files hold; typed_delivery … of what was typed in; in ten-thousandths
-- customers stand in the order of their ids; each carries the cost of all up to it less that of all before it, both
-- rounded to ten-thousandths: shares add up to the cost exactly, and are exact to one ten-thousandth
${sharesSql(costs, context, ({name}) => ({name, units: 'units'}))}`;
}

const nothingToShare = `-- What each customer carries of the costs of all together: nothing, since there are none.
-- needs: partnership_weight
-- one row per customer with a purchase that counts, filtered or not
select customer_key
from partnership_weight`;
