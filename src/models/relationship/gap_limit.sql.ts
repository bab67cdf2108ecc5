import {gapLimitSql} from './limits';
import {today} from './moments';

/** Limits as known today. */
export const model =
  (): string => `-- How long customers wait after their 1st, 2nd, 3rd and later purchase days, the gaps still open taken as longer.
-- needs: customer_occasion
-- one row per class: 1, 2, 3, and 4 for every later one
--
-- gaps           gaps that are over, open_gaps those that aren't, by Kaplan–Meier no shorter than until now
-- median_days    after so many days half have bought again, after active_days and lapsed_days the shares that the
--                definitions say; null: so many never did within the days looked at, which counts as endless
${gapLimitSql(today)}`;
