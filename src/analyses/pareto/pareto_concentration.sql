-- How much hangs on a few: the largest one, and how many equal ones would be as concentrated.
-- needs: pareto
-- one row; none where nothing counts
-- source: Herfindahl–Hirschman index, Hirschman (1964)
--
-- share        of the largest, of the total; null where the total isn't positive
-- positive     how many are above zero: the index is of these alone, by their shares of what they make together
-- hhi          sum of squared shares, 0 to 1: 1 / n where n make the same, 1 where one makes all; null where no one is above zero
-- effective    1 / hhi: so many equal ones would be as concentrated
with

shares as (
    select
        rank,
        value::double / (sum(value) over ())::double as part
    from pareto
    where value > 0
),

sums as (
    select count(*) as positive, sum(part * part order by rank) as hhi
    from shares
)

select
    id,
    name,
    value,
    share,
    positive,
    hhi,
    1 / nullif(hhi, 0) as effective
from pareto
cross join sums
where rank = 1
