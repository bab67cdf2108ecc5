-- How many crossed from which class to which, and what they brought.
-- needs: pareto_move
-- one row per pair of classes with anyone in it
--
-- class_before, class_now    A, B, C, or 'none' where nothing was bought in the period
-- before, now                what they brought in each period; 0 where nothing was bought
select
    class_before,
    class_now,
    count(*) as entities,
    coalesce(sum(before), 0) as before,
    coalesce(sum(now), 0) as now
from pareto_move
group by class_before, class_now
