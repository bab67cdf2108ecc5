import type {ModelContext} from '../../models/compile';
import {sumsOf} from './sums';
import {unfiltered} from './unfiltered';

/** What every customer bought in the period, those included that filters leave out. */
export function model(context: ModelContext): string {
  const {needs, sql} = sumsOf(unfiltered(context), 'partnership_purchase');
  return `-- What every customer bought in the period, those included that filters leave out.
-- needs: ${needs}
-- one row per customer with a purchase that counts
--
-- known_cost    cost of goods of the purchases that say it
-- uncosted      net sales of the purchases that don't
-- lines         rows that count, returns among them
${sql}`;
}
