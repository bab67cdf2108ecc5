import {gapLimitSql} from './limits';

/** Limits as known today. */
export const model =
  (): string => `-- How long customers wait after their 1st, 2nd, 3rd and later purchase days, the gaps still open taken as longer.
-- needs: gap_count
-- one row per class: 1, 2, 3, and 4 for every later one
--
-- gaps           gaps that are over, open_gaps those that aren't, by Kaplan–Meier no shorter than until now
-- median_days    after so many days half have bought again
-- active_days    after so many days a share of active_quantile has, lapsed_days: of lapsed_quantile. null: too few gaps are
--                over to tell, which counts as endless
-- back_share     the share that has bought again at the end of what is seen; null: no one was in the class
-- of_returning   whether so many never did that the limits are shares of those who have
${gapLimitSql('gap_count')}`;
