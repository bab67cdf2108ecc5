import {gapCountSql} from './limits';
import {testDay} from './moments';

/** Gaps as known on the day of the out-of-sample check. */
export const model =
  (): string => `-- How many of the gaps after customers' 1st, 2nd, 3rd and later purchase days are how long, as known the days of the check ago.
-- needs: customer_occasion
-- one row per class (1, 2, 3, and 4 for every later one) and length in days
--
-- leaving    gaps that are over, or open, after so many days; events: those that are over
${gapCountSql(testDay)}`;
