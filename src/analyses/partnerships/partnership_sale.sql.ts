import type {ModelContext} from '../../models/compile';
import {sumsOf} from './sums';
import {isFiltered} from './unfiltered';

/** What each customer bought in the period, of the purchases that filters keep. */
export function model(context: ModelContext): string {
  const {needs, sql} = isFiltered(context)
    ? sumsOf(context, 'selected_purchase')
    : {needs: 'partnership_all', sql: 'select *\nfrom partnership_all'};
  return `-- What each customer bought in the period, of the purchases that count.
-- needs: ${needs}
-- one row per customer with a purchase that counts
--
-- known_cost    cost of goods of the purchases that say it
-- uncosted      net sales of the purchases that don't
-- lines         rows that count, returns among them
${sql}`;
}
