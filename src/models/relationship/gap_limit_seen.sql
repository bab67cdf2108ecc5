-- After how many days customers are back, by how often they have bought.
-- needs: gap_limit
-- one row per class that someone was in: after the 1st, 2nd, 3rd, 4th or a later purchase day
select *
from gap_limit
where gaps + open_gaps > 0
