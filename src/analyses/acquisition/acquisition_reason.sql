-- Why leads were lost.
-- needs: acquisition_lead
-- one row per reason, and one for those of whom none is known
--
-- reason         '': not known
-- leads          lost for it; lost_share: of all lost
with

lost as (
    select reason, count(*) as leads
    from acquisition_lead
    where state = 'lost'
    group by reason
)

select reason, leads, leads::double / (sum(leads) over ())::double as lost_share
from lost
