import type {ModelContext} from '../../models/compile';
import {sumsOf} from './sums';
import {isFiltered, unfiltered} from './unfiltered';

/** What every customer bought in the period, those included that filters leave out. */
export function model(context: ModelContext): string {
  const purchases = isFiltered(context) ? 'partnership_purchase' : 'selected_purchase';
  const {needs, sql} = sumsOf(unfiltered(context), purchases);
  return `-- What every customer bought in the period, those included that filters leave out.
-- needs: ${needs}
-- one row per customer with a purchase that counts
--
-- known_cost    cost of goods of the purchases that say it
-- uncosted      net sales of the purchases that don't
-- lines         rows that count, returns among them
${sql}`;
}
