-- How concentration moved: the ranking made anew in each year, quarter or month.
-- needs: pareto_period
-- one row per period with a purchase that counts
--
-- $from_day, $to_day    the days that the data covers
-- top_20                how many a fifth of those who bought in the period are, rounded up
-- top_20_share          what these make of the period's total; null where the total isn't positive
-- gini                  null where one is below zero or the total isn't positive
-- complete              false where the data begins more than a week into the period, or ends before it
with

ranked as (
    select
        period,
        period_end,
        value,
        row_number() over (partition by period order by value desc) as rank,
        count(*) over (partition by period) as entities
    from pareto_period
)

select
    period,
    period_end,
    any_value(entities) as entities,
    sum(value) as value,
    any_value((entities * 20 + 99) // 100) as top_20,
    case
        when sum(value) > 0 then
            sum(value) filter (rank <= (entities * 20 + 99) // 100)::double / sum(value)::double
    end as top_20_share,
    case when sum(value) > 0 then max(value)::double / sum(value)::double end as largest_share,
    case
        when sum(value) > 0 and min(value) >= 0 then
            2 * sum((entities - rank + 1) * value)::double / (any_value(entities) * sum(value))::double
            - (any_value(entities) + 1) / any_value(entities)
    end as gini,
    period + 7 >= $from_day::date and period_end <= $to_day::date as complete
from ranked
group by period, period_end
