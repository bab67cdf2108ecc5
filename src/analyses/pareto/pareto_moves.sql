-- How many crossed from which class to which, and the most weighty of those who left class A, or came to it from C.
-- needs: pareto_move_cell, pareto_mover
-- one row per pair of classes with anyone in it, with place 0, and one per entity listed of a pair
--
-- place          0 for all of a pair, 1 for the one whose value changed most …
-- entities       1 for one alone
-- before, now    what was brought in each period; of one alone null where nothing was bought
select class_before, class_now, 0::bigint as place, null::varchar as id, null::varchar as name, entities, before, now
from pareto_move_cell
union all
select class_before, class_now, place, id, name, 1::bigint as entities, before, now
from pareto_mover
