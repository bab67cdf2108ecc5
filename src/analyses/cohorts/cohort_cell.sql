-- The cells that are drawn: of cohorts in time the latest 60, of groups the largest, with their first 61 ages.
-- needs: cohorts
-- one row per cohort and age drawn
--
-- place    of the cohort, from the top
with

ranked as (
    select
        line,
        row_number() over (order by cohort desc, size desc, group_name) as rank,
        row_number() over (order by cohort, size desc, group_name) as place
    from cohorts
    where age = 0
)

select place, cohorts.*
from cohorts
join ranked using (line)
where rank <= 60 and age <= 60
