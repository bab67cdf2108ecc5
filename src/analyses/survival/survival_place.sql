-- Which curve each group belongs to: the five with most waits have one each, all others share the sixth.
-- needs: survival_ends
-- one row per group
--
-- place    1 for the group with most waits; equal ones by name
with

sizes as (
    select group_name, sum(leaving) as waits
    from survival_ends
    where duration >= 0
    group by group_name
)

select
    group_name,
    least(row_number() over (order by waits desc, group_name), 6) as place
from sizes
