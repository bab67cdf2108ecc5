-- How many relationships are said to have ended before they began; no curve counts them.
-- needs: survival_ends
-- one row; none where there are none
select sum(leaving)::bigint as waits
from survival_ends
where duration < 0
having count(*) > 0
