import {gapLimitSql} from './limits';

/** Limits as they were known on the day of the out-of-sample check. */
export const model =
  (): string => `-- How long customers wait after their 1st, 2nd, 3rd and later purchase days, as known the days of the check ago.
-- needs: gap_count_past
-- one row per class, as of gap_limit
${gapLimitSql('gap_count_past')}`;
