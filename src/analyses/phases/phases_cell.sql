-- By how often and how long ago customers had bought, how many of them bought again: counted, not modelled.
-- needs: phases_past
-- one row per band of occasions and band of silence in which someone was
--
-- $test_days      those of today are left out of what was known; again: bought within them
-- times_to        null: and more
-- silent_from     days since the last purchase at that time; silent_to null: and more
-- low, high       95 % interval of again ÷ customers. source: Wilson 1927
with

banded as (
    select
        case when times >= 5 then 5 else times end as times_from,
        case when times >= 5 then null else times end as times_to,
        case
            when silent_days <= 30 then 0
            when silent_days <= 60 then 31
            when silent_days <= 90 then 61
            when silent_days <= 120 then 91
            when silent_days <= 180 then 121
            when silent_days <= 365 then 181
            else 366
        end as silent_from,
        again
    from phases_past
),

cell as (
    select
        times_from::bigint as times_from,
        any_value(times_to)::bigint as times_to,
        silent_from::bigint as silent_from,
        count(*) as customers,
        count(*) filter (again) as again,
        count(*) filter (again) / count(*)::double as hit_rate,
        1.959963984540054 ^ 2 / count(*) as z
    from banded
    group by banded.times_from, banded.silent_from
)

select
    times_from,
    times_to,
    silent_from,
    case silent_from
        when 0 then 30
        when 31 then 60
        when 61 then 90
        when 91 then 120
        when 121 then 180
        when 181 then 365
    end::bigint as silent_to,
    customers,
    again,
    hit_rate,
    (hit_rate + z / 2 - sqrt(z * (hit_rate * (1 - hit_rate) + z / 4))) / (1 + z) as low,
    (hit_rate + z / 2 + sqrt(z * (hit_rate * (1 - hit_rate) + z / 4))) / (1 + z) as high
from cell
