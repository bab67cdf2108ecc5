-- How many waits ended or are open after how many days, by curve. Waits that end before they begin are left out.
-- needs: survival_ends, survival_place
-- one row per curve and duration
--
-- group_name    '' where none is given; null where several groups share the curve
with

names as (
    select place, case when count(*) = 1 then any_value(group_name) end as group_name
    from survival_place
    group by place
)

select
    place,
    names.group_name,
    duration::bigint as duration,
    sum(leaving)::bigint as leaving,
    sum(events)::bigint as events
from survival_ends
join survival_place using (group_name)
join names using (place)
where duration >= 0
group by all
