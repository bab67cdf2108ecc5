import {rhythmSql} from './limits';
import {today} from './moments';

/** Rhythms as known today. */
export const model = (): string => `-- How regularly each customer buys, of those with two gaps that are over, or more.
-- needs: customer_occasion
-- one row per customer
--
-- median_gap    days between purchase days
-- gap_cv        standard deviation ÷ mean of them
${rhythmSql(today)}`;
