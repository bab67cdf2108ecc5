import {testDay} from '../../models/relationship/moments';

/** 97.5 % of a normal distribution lie below it. */
const z = 1.959963984540054;

/** How well rungs told who would buy again. */
export const model =
  (): string => `-- How many of each rung bought again in the days that followed, with what was known before.
-- needs: rung_past
-- one row per rung with a customer $test_days days before the last day
--
-- tested_on      the day on which the rungs were looked at
-- again          of these customers, those who bought on a day after it, up to the last day
-- low, high      95 % interval of the share. source: Wilson 1927
-- sales_after    what they brought in those days
select
    ${testDay} as tested_on,
    rung,
    customers,
    again,
    share as again_share,
    greatest(0, (share + ${z * z} / (2 * customers) - spread) / (1 + ${z * z} / customers)) as low,
    least(1, (share + ${z * z} / (2 * customers) + spread) / (1 + ${z * z} / customers)) as high,
    sales_after
from (
    select
        *,
        again::double / customers as share,
        ${z} * sqrt(again::double / customers * (1 - again::double / customers) / customers
            + ${z * z} / (4 * customers::double * customers)) as spread
    from (
        select
            rung,
            count(*) as customers,
            count(*) filter (where again) as again,
            coalesce(sum(sales_after), 0)::decimal(38, 4) as sales_after
        from rung_past
        group by rung
    )
)`;
