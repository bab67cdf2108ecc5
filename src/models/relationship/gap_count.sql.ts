import {gapCountSql} from './limits';
import {today} from './moments';

/** Gaps as known today. */
export const model =
  (): string => `-- How many of the gaps after customers' 1st, 2nd, 3rd and later purchase days are how long, as known today.
-- needs: customer_occasion
-- one row per class (1, 2, 3, and 4 for every later one) and length in days
--
-- leaving    gaps that are over, or open, after so many days; events: those that are over
${gapCountSql(today)}`;
