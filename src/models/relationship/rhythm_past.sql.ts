import {rhythmSql} from './limits';
import {testDay} from './moments';

/** Rhythms as they were known on the day of the out-of-sample check. */
export const model =
  (): string => `-- How regularly each customer bought, as known the days of the check ago, as of customer_rhythm.
-- needs: customer_occasion
-- one row per customer
${rhythmSql(testDay)}`;
