-- Where the whale curve turns: how much is earned before others take it away again.
-- needs: pareto_profit
-- one row; none where nothing counts
-- source: Kaplan & Narayanan (2001), Measuring and managing customer profitability
--
-- total               the profit of all
-- peak                the profit of all who are above zero: the most that the curve reaches
-- peak_share          of the total; null where that isn't positive
-- before_peak         how many are above zero
-- losing              how many are below zero
-- losing_from         the rank of the first of them; null where there is none
-- destroyed           peak - total: what these take away
-- destroyed_share     of the total; null where that isn't positive
select
    count(*) as entities,
    sum(value) as total,
    coalesce(sum(value) filter (value > 0), 0) as peak,
    case when sum(value) > 0 then sum(value) filter (value > 0)::double / sum(value)::double end as peak_share,
    count(*) filter (value > 0) as before_peak,
    count(*) filter (value > 0)::double / count(*) as before_peak_share,
    count(*) filter (value < 0) as losing,
    min(rank) filter (value < 0) as losing_from,
    coalesce(-sum(value) filter (value < 0), 0) as destroyed,
    case
        when sum(value) > 0 then coalesce(-sum(value) filter (value < 0), 0)::double / sum(value)::double
    end as destroyed_share
from pareto_profit
having count(*) > 0
