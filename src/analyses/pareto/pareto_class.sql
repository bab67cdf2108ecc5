-- What each class of customers (or products …) is, and makes.
-- needs: pareto
-- one row per class A, B, C; none where nothing has a class
--
-- entities          0 where no one is left for the class
-- entities_share    of all, 0 to 1
-- rank_from         the ranks of the class; null where it's empty
with

classes as (
    select unnest(['A', 'B', 'C']) as class
),

sums as (
    select
        class,
        count(*) as entities,
        sum(value) as value,
        sum(share) as share,
        min(rank) as rank_from,
        max(rank) as rank_to
    from pareto
    where class is not null
    group by class
),

total as (
    select sum(entities) as total
    from sums
    having sum(entities) > 0
)

select
    class,
    coalesce(entities, 0) as entities,
    coalesce(entities, 0)::double / total::double as entities_share,
    coalesce(value, 0) as value,
    coalesce(share, 0) as share,
    rank_from,
    rank_to
from classes
cross join total
left join sums using (class)
