-- Every customer with what tells whom to watch.
-- needs: phases_customer, phases_rhythm
-- one row per known customer
--
-- $slowing    gaps so many times as long as before are slowing
-- reason      why someone is slipping: silent past the own limit, less bought than before, or both; null: by a rule of yours
select
    phases_customer.*,
    recent_gap,
    earlier_gap,
    back_on,
    away_days,
    phase <> 'dissolution' and coalesce(recent_gap >= $slowing::double * earlier_gap, false) as slowing,
    phase <> 'dissolution' and back_on is not null as won_back,
    case
        when late and shrinking then 'both'
        when late then 'silent'
        when shrinking then 'less'
    end as reason
from phases_customer
left join phases_rhythm using (customer_key)
