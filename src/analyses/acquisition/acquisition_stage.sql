-- What each stage in the file means, and where it stands.
-- needs: acquisition_row, acquisition_place
-- one row per stage
--
-- part     open, won or lost
-- place    of an open one, on the way; 0: leads come in by it
-- leads    seen in it
select
    stage,
    part,
    any_value(place) as place,
    count(distinct lead) as leads
from acquisition_row
left join acquisition_place using (stage)
where stage is not null
group by stage, part
