-- What the files say each category costs, and where all of it went, to the ten-thousandth.
-- needs: partnership_item, partnership_member, partnership_share, partnership_charge, partnership_pool, partnership_claim, customer_facts
-- one row per category with a cost
--
-- file_total     = direct + shared + elsewhere + unknown + outside + unshared
-- direct         of the period, the files name a customer of this account
-- shared         of the period and of all together: the part of the customers of this account
-- elsewhere      both, of customers whom filters, rules or the period leave out
-- unknown        of someone who never bought
-- outside        before or after the period
-- unshared       of all together in a period in which no one bought
-- what_if        what the slider for shared costs adds or takes away
-- typed          rates and totals typed in, with the slider
-- carried        what stands in the account: direct + shared + what_if + typed
-- shared_by      the drivers, divided by commas; asked_by those that were asked for; null where nothing is shared
with

known as (
    select customer_facts.customer_id, partnership_member.customer_key is not null as here
    from customer_facts
    left join partnership_member using (customer_key)
),

items as (
    select
        category,
        sum(amount) as file_total,
        sum(amount) filter (where not inside) as outside,
        sum(amount) filter (where inside and customer_id is not null and here is null) as unknown,
        sum(amount) filter (where inside and not here) as direct_elsewhere
    from partnership_item
    left join known using (customer_id)
    group by category
),

shares as (
    select
        category,
        sum(amount) filter (where customer_key not in (select customer_key from partnership_member)) as shared_elsewhere,
        sum(amount) as shared_out
    from partnership_share
    where source = 'file'
    group by category
),

claims as (
    select category, (sum(units)::decimal(38, 0) * 0.0001)::decimal(38, 4) as claimed
    from partnership_claim
    where source = 'file'
    group by category
),

pools as (
    select
        category,
        string_agg(distinct driver, ',' order by driver) as shared_by,
        string_agg(distinct asked, ',' order by asked) as asked_by
    from partnership_pool
    group by category
),

charges as (
    select
        category,
        sum(unscaled) filter (where origin = 'direct') as direct,
        sum(unscaled) filter (where origin = 'file') as shared,
        sum(amount - unscaled) filter (where origin = 'file') as what_if,
        sum(amount) filter (where origin in ('typed', 'rate')) as typed,
        sum(amount) as carried
    from partnership_charge
    group by category
)

select
    category,
    coalesce(file_total, 0)::decimal(38, 4) as file_total,
    coalesce(direct, 0)::decimal(38, 4) as direct,
    coalesce(shared, 0)::decimal(38, 4) as shared,
    (coalesce(direct_elsewhere, 0) + coalesce(shared_elsewhere, 0))::decimal(38, 4) as elsewhere,
    coalesce(unknown, 0)::decimal(38, 4) as unknown,
    coalesce(outside, 0)::decimal(38, 4) as outside,
    (coalesce(claimed, 0) - coalesce(shared_out, 0))::decimal(38, 4) as unshared,
    coalesce(what_if, 0)::decimal(38, 4) as what_if,
    coalesce(typed, 0)::decimal(38, 4) as typed,
    coalesce(carried, 0)::decimal(38, 4) as carried,
    shared_by,
    asked_by
from items
full join charges using (category)
full join shares using (category)
full join claims using (category)
full join pools using (category)
