-- The whole company in a few numbers: the peak of the whale curve, who loses money, and what is typed in or left out.
-- needs: partnership_profit, partnership_item, interaction
-- one row; none where no customer counts
--
-- peak, peak_customers    what those with a profit make together, and how many they are
-- destroyed               what those with a loss take away again: peak - total
-- what_if                 what of the cost to serve is there only because one asks "what if"; profit_before … are without it
-- median_margin           gross profit / net sales of the customer in the middle; median_cost likewise cost to serve
-- without_sales           customers without net sales above 0: they have no ratio
-- undated                 costs that no day says, counted whole
-- contacts_left_out       what contacts cost by the file, where that isn't counted
with

undated as (
    select coalesce(sum(amount), 0)::decimal(38, 4) as undated
    from partnership_item
    where inside and incurred_on is null
),

contacts as (
    select coalesce(sum(cost), 0)::decimal(38, 4) as told
    from interaction
),

counted as (
    select coalesce(sum(amount), 0)::decimal(38, 4) as counted
    from partnership_item
    where source = 'contact'
),

totals as (
    select
        count(*) as customers,
        sum(net_sales)::decimal(38, 4) as net_sales,
        sum(gross_profit)::decimal(38, 4) as gross_profit,
        sum(cost_to_serve)::decimal(38, 4) as cost_to_serve,
        sum(profit)::decimal(38, 4) as profit,
        sum(uncosted)::decimal(38, 4) as uncosted,
        sum(allocated)::decimal(38, 4) as allocated,
        coalesce(sum(profit) filter (where profit > 0), 0)::decimal(38, 4) as peak,
        count(*) filter (where profit > 0) as peak_customers,
        count(*) filter (where profit < 0) as losing,
        (-coalesce(sum(profit) filter (where profit < 0), 0))::decimal(38, 4) as destroyed,
        sum(what_if)::decimal(38, 4) as what_if,
        sum(profit + what_if)::decimal(38, 4) as profit_before,
        coalesce(sum(profit + what_if) filter (where profit + what_if > 0), 0)::decimal(38, 4) as peak_before,
        count(*) filter (where profit + what_if > 0) as peak_customers_before,
        count(*) filter (where profit + what_if < 0) as losing_before,
        (-coalesce(sum(profit + what_if) filter (where profit + what_if < 0), 0))::decimal(38, 4) as destroyed_before,
        median(margin_share) as median_margin,
        median(cost_share) as median_cost,
        count(*) filter (where margin_share is null) as without_sales
    from partnership_profit
    having count(*) > 0
)

select
    totals.*,
    undated,
    (told - counted)::decimal(38, 4) as contacts_left_out
from totals
cross join undated
cross join contacts
cross join counted
