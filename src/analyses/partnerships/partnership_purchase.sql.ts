import type {ModelContext} from '../../models/compile';
import {model as selected} from '../../models/selected_purchase.sql';
import {unfiltered} from './unfiltered';

/** The purchases that count by the period and the rules, whatever the filters: over them shared costs are shared out. */
export const model = (context: ModelContext): string =>
  selected(unfiltered(context)).replace(
    /^-- .*$/m,
    '-- The purchases of all customers that count by the period and rules, filtered or not.'
  );
