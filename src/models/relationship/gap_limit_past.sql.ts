import {gapLimitSql} from './limits';
import {testDay} from './moments';

/** Limits as they were known on the day of the out-of-sample check. */
export const model =
  (): string => `-- How long customers wait after their 1st, 2nd, 3rd and later purchase days, as known the days of the check ago.
-- needs: customer_occasion
-- one row per class, as of gap_limit
${gapLimitSql(testDay)}`;
