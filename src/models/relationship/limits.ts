import {kaplanMeierSql} from '../kaplan-meier';

/**
 * SQL of how long customers usually wait after their 1st, 2nd, 3rd and any later purchase occasion, as known on a day.
 * Open gaps are censored on that day. source: methods.md 0.2, 2.10 and 5
 *
 * @param day SQL of the last day that is looked at
 */
export const gapLimitSql = (day: string): string => `with

gap as (
    select
        least(occasion, 4) as class,
        (least(until, ${day}) - purchased_on)::integer as duration,
        until <= ${day} as event
    from customer_occasion
    where purchased_on <= ${day}
),

curve as (
${indent(kaplanMeierSql('gap', ['class']))}
),

reached as (
    select
        class,
        min(duration) filter (where survival <= 0.5 + 1e-9) as median_days,
        min(duration) filter (where survival <= 1 - $active_quantile + 1e-9) as active_days,
        min(duration) filter (where survival <= 1 - greatest($active_quantile, $lapsed_quantile) + 1e-9) as lapsed_days,
        sum(events)::bigint as gaps,
        sum(censored)::bigint as open_gaps
    from curve
    group by class
)

select
    class::integer as class,
    coalesce(gaps, 0) as gaps,
    coalesce(open_gaps, 0) as open_gaps,
    median_days,
    active_days,
    lapsed_days
from range(1, 5) as classes(class)
left join reached using (class)`;

/**
 * SQL of each customer's own rhythm, as known on a day: of those with two gaps that are over, or more.
 *
 * @param day SQL of the last day that is looked at
 */
export const rhythmSql = (day: string): string => `select
    customer_key,
    gaps,
    median_gap,
    sqrt((gaps * squares - days * days)::double / (gaps * (gaps - 1))) * gaps / days as gap_cv
from (
    select
        customer_key,
        count(*) as gaps,
        sum(gap)::bigint as days,
        sum(gap * gap)::bigint as squares,
        median(gap) as median_gap
    from (
        select customer_key, (until - purchased_on)::bigint as gap
        from customer_occasion
        where until <= ${day}
    )
    group by customer_key
    having count(*) > 1
)`;

const indent = (sql: string): string => sql.replaceAll(/^(?=.)/gm, '    ');
