-- The ranked ones in at most 100 bars of equally many.
-- needs: pareto
-- one row per bar; the last one may hold fewer
--
-- id, name            of the only one in the bar; null where it holds several
-- share               what those in the bar make of the total together; null where the total isn't positive
-- cumulative_share    what these and all larger ones make
-- class               that most of them have; the better one where two are as frequent
with

width as (
    select greatest(1, (count(*) + 99) // 100) as width
    from pareto
)

select
    (rank - 1) // width + 1 as bar,
    min(rank) as rank_from,
    max(rank) as rank_to,
    case when count(*) = 1 then any_value(id) end as id,
    case when count(*) = 1 then any_value(name) end as name,
    sum(value) as value,
    sum(share) as share,
    arg_max(cumulative_share, rank) as cumulative_share,
    case
        when count(*) filter (class = 'A') * 2 >= count(*) then 'A'
        when count(*) filter (class in ('A', 'B')) * 2 >= count(*) then 'B'
        else max(class)
    end as class
from pareto
cross join width
group by (rank - 1) // width
