-- The most weighty of those who left class A, or came to it from C.
-- needs: pareto_move
-- one row per entity, at most 8 of a kind: from A to C, from A to nothing, from C to A
--
-- place    1 for the one whose value changed most, where nothing counts as 0; equal ones by id
with

movers as (
    select
        *,
        class_before || class_now as kind,
        coalesce(now, 0) - coalesce(before, 0) as change
    from pareto_move
    where class_before || class_now in ('AC', 'Anone', 'CA')
),

placed as (
    select *, row_number() over (partition by kind order by abs(change) desc, id nulls last) as place
    from movers
)

select class_before, class_now, place, id, name, before, now
from placed
where place <= 8
