import {hitSql} from './after';

/** How well rungs foretold who would buy. */
export const model =
  (): string => `-- How many of each rung bought again in the days of the check, told from what was known before them.
-- needs: rung_past
-- one row per rung with a customer then
--
-- tested_on      the day on which the rungs were looked at
-- again          of these customers, those who bought on a day after it, up to the last day
-- low, high      95 % interval of the share
-- sales_after    what they brought in those days
${hitSql('rung')}`;
