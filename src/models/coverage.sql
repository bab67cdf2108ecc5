-- How many purchases count, and what they add up to.
-- needs: selected_purchase
-- one row
--
-- amount    exact, as text; '0' where nothing counts
select
    count(*) as rows,
    coalesce(sum(amount), 0)::varchar as amount
from selected_purchase
