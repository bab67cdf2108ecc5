-- How many cohorts, customers and ages there are.
-- needs: cohorts
-- one row; none where there are no cohorts
--
-- ages    the highest age that has begun
select
    count(*) filter (where age = 0) as cohorts,
    coalesce(sum(size) filter (where age = 0), 0)::bigint as customers,
    max(age) as ages,
    min(cohort) as first_cohort,
    max(cohort) as last_cohort
from cohorts
having max(age) is not null
