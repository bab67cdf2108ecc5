import {kaplanMeierOfCountsSql} from '../kaplan-meier';

/**
 * SQL of how many gaps after the 1st, 2nd, 3rd and any later purchase occasion are how long, as known on a day. Gaps that
 * are still open last until then. By `case`, which DuckDB-Wasm computes three times as fast as `least`.
 *
 * @param day SQL of the last day that is looked at
 */
export const gapCountSql = (day: string): string => `select
    case when occasion < 4 then occasion else 4 end as class,
    ((case when until <= ${day} then until else ${day} end) - purchased_on)::integer as duration,
    count(*) as leaving,
    count(*) filter (where until <= ${day}) as events
from customer_occasion
where purchased_on <= ${day}
group by all`;

/** Gaps of a class that must be over before much is told from them alone. */
export const fewestGaps = 10;

/**
 * SQL of how long customers usually wait after their 1st, 2nd, 3rd and any later purchase occasion, by Kaplan–Meier: open
 * gaps are censored. Where so many never come back that the quantile for lapsed isn't reached, both limits of the class are
 * those of who comes back within what is seen: the first d with F(d) ≥ q F(end), F = 1 − S.
 * source: methods.md 0.2, 2.10 and 5
 *
 * @param counts the model that counts the gaps
 */
export const gapLimitSql = (counts: 'gap_count' | 'gap_count_past'): string => `with

curve as (
${indent(kaplanMeierOfCountsSql(counts, ['class']))}
),

back as (
    select *, 1 - survival as share, 1 - min(survival) over (partition by class) as back_share
    from curve
),

reached as (
    select
        class,
        sum(events)::bigint as gaps,
        sum(censored)::bigint as open_gaps,
        any_value(back_share) as back_share,
        ${daysUntil('0.5')} as median_days,
        ${daysUntil(active)} as active_of_all,
        ${daysUntil(lapsed)} as lapsed_of_all,
        ${daysUntil(`${active} * back_share`)} as active_of_back,
        ${daysUntil(`${lapsed} * back_share`)} as lapsed_of_back
    from back
    group by class
),

measured as (
    select *, lapsed_of_all is null and gaps >= ${fewestGaps} as of_returning
    from reached
)

select
    class::integer as class,
    coalesce(gaps, 0) as gaps,
    coalesce(open_gaps, 0) as open_gaps,
    median_days,
    if(of_returning, active_of_back, active_of_all) as active_days,
    if(of_returning, lapsed_of_back, lapsed_of_all) as lapsed_days,
    back_share,
    coalesce(of_returning, false) as of_returning
from range(1, 5) as classes(class)
left join measured using (class)`;

const active = '$active_quantile';
const lapsed = 'greatest($active_quantile, $lapsed_quantile)';

/** SQL of the days after which a share is back; null where it isn't reached. */
const daysUntil = (share: string): string => `min(duration) filter (where share >= ${share} - 1e-9)`;

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
