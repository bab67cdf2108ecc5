-- What is planted in the sample company, one statement each, over the tables of `tables.sql`.
-- The numbers in README.md, in the order of the columns, are the answers; a test compares them.
-- Net sales: sales less returns; cancelled orders and their reversals, and free samples, are left out.

-- truth: size
select
  (select count(*) from customer) as customers,
  (select count(distinct customer_id) from purchase) as buyers,
  (select count(*) from customer where acquired_on is null) as prospects,
  count(*) as purchases,
  count(distinct transaction_id) filter (where reference_order is null) as orders,
  round(sum(amount) filter (where kind in ('sale', 'return')), 2) as net_sales,
  round(100 * -sum(amount) filter (where kind = 'return') / sum(amount) filter (where kind = 'sale'), 1) as returned_share
from purchase;

-- truth: pareto
with
  of_customer as (
    select customer_id, sum(amount)::double as sales
    from purchase
    where kind in ('sale', 'return')
    group by customer_id
  ),
  ranked as (
    select
      sales,
      row_number() over (order by sales desc, customer_id) as place,
      row_number() over (order by sales, customer_id) as from_below,
      sum(sales) over (order by sales desc, customer_id) as running,
      sum(sales) over () as total,
      count(*) over () as customers
    from of_customer
  )
select
  round(100 * sum(sales) filter (where place <= 0.01 * customers) / any_value(total), 1) as top_1,
  round(100 * sum(sales) filter (where place <= 0.1 * customers) / any_value(total), 1) as top_10,
  round(100 * sum(sales) filter (where place <= 0.2 * customers) / any_value(total), 1) as top_20,
  count(*) filter (where running - sales < 0.8 * total) as make_80,
  round(100 * max(sales) / any_value(total), 1) as largest,
  round(2 * sum(from_below * sales) / (any_value(customers) * any_value(total)) - 1 - 1 / any_value(customers), 3) as gini
from ranked;

-- truth: concentration
with
  of_year as (
    select year(purchased_on) as year, customer_id, sum(amount)::double as sales
    from purchase
    where kind in ('sale', 'return')
    group by all
    having sum(amount) > 0
  ),
  ranked as (
    select
      *,
      row_number() over (partition by year order by sales desc, customer_id) as place,
      count(*) over (partition by year) as customers
    from of_year
  )
select
  round(100 * sum(sales) filter (where year = 2022 and place <= 0.2 * customers) / sum(sales) filter (where year = 2022), 1) as top_20_in_2022,
  round(100 * sum(sales) filter (where year = 2023 and place <= 0.2 * customers) / sum(sales) filter (where year = 2023), 1) as top_20_in_2023,
  round(100 * sum(sales) filter (where year = 2024 and place <= 0.2 * customers) / sum(sales) filter (where year = 2024), 1) as top_20_in_2024,
  round(100 * sum(sales) filter (where year = 2025 and place <= 0.2 * customers) / sum(sales) filter (where year = 2025), 1) as top_20_in_2025
from ranked;

-- truth: leaky-bucket
with
  bought as (
    select distinct year(purchased_on) as year, customer_id
    from purchase
    where kind = 'sale'
  )
select
  count(*) filter (where year = 2024) as active_in_2024,
  count(*) filter (where year = 2025) as active_in_2025,
  count(*) filter (where year = 2024 and customer_id not in (select customer_id from bought where year = 2025)) as not_active,
  (select round(sum(amount)) from purchase where kind in ('sale', 'return') and purchased_on between '2024-01-01' and '2024-12-19') as sales_2024,
  (select round(sum(amount)) from purchase where kind in ('sale', 'return') and purchased_on between '2025-01-01' and '2025-12-19') as sales_2025
from bought;

-- truth: profit
with
  account as (
    select
      customer_id,
      sum(amount)::double as sales,
      sum(amount - cost)::double as margin,
      count(distinct transaction_id) as orders,
      count(*) as lines
    from purchase
    where kind in ('sale', 'return')
    group by customer_id
  ),
  own as (
    select customer_id, sum(amount)::double as amount
    from partnership_cost
    where customer_id is not null
    group by customer_id
  ),
  shared as (
    select driver, sum(amount)::double as amount
    from partnership_cost
    where customer_id is null
    group by driver
  ),
  share as (
    select account.customer_id, sum(shared.amount * case driver
      when 'orders' then orders / (select sum(orders) from account)
      when 'lines' then lines / (select sum(lines) from account)
      when 'revenue' then sales / (select sum(sales) from account)
      when 'equal' then 1 / (select count(*) from account)
    end) as amount
    from account, shared
    group by account.customer_id
  ),
  profit as (
    select
      customer_id,
      sales,
      margin,
      coalesce(own.amount, 0) + share.amount as serving,
      margin - serving as profit,
      row_number() over (order by sales desc, customer_id) as place
    from account left join own using (customer_id) join share using (customer_id)
  ),
  whale as (
    select
      profit,
      sum(profit) over (order by profit desc, customer_id) as running,
      row_number() over (order by profit desc, customer_id) as rank,
      count(*) over () as customers
    from profit
  )
select
  round(100 * sum(margin) / sum(sales), 1) as gross_margin,
  round(100 * sum(serving) / sum(sales), 1) as cost_to_serve,
  round(100 * sum(profit) / sum(sales), 1) as profit,
  (select round(100 * max(running) / sum(profit)) from whale) as whale_peak,
  round(100 * count(*) filter (where profit < 0) / count(*), 1) as losing_customers,
  count(*) filter (where place <= 20 and profit < 0) as losers_of_20_largest,
  round(sum(profit) filter (where place <= 20 and profit < 0)) as their_loss,
  round(100 * sum(serving) filter (where place <= 20 and profit < 0) / sum(sales) filter (where place <= 20 and profit < 0), 1) as their_cost_to_serve,
  round(100 * sum(serving) filter (where place <= 20 and profit >= 0) / sum(sales) filter (where place <= 20 and profit >= 0), 1) as cost_to_serve_of_others
from profit;

-- truth: season
with
  of_month as (
    select month(purchased_on) as month, sum(amount)::double as sales
    from purchase
    where kind in ('sale', 'return') and purchased_on < '2025-01-01'
    group by all
  )
select
  round(12 * sum(sales) filter (where month = 11) / sum(sales), 2) as november,
  round(12 * sum(sales) filter (where month = 12) / sum(sales), 2) as december,
  round(12 * sum(sales) filter (where month = 8) / sum(sales), 2) as august,
  round(12 * sum(sales) filter (where month = 1) / sum(sales), 2) as january
from of_month;

-- truth: weekday
with
  orders as (
    select distinct transaction_id, isodow(purchased_on) as weekday, segment = 'Private' as private
    from purchase join customer using (customer_id)
    where kind = 'sale'
  )
select
  round(100 * count(*) filter (where not private and weekday <= 3) / count(*) filter (where not private), 1) as trade_monday_to_wednesday,
  round(100 * count(*) filter (where not private and weekday >= 6) / count(*) filter (where not private), 1) as trade_weekend,
  round(100 * count(*) filter (where private and weekday >= 6) / count(*) filter (where private), 1) as private_weekend
from orders;

-- truth: web
select
  round(100 * sum(amount) filter (where channel = 'Web' and year(purchased_on) = 2022) / sum(amount) filter (where year(purchased_on) = 2022), 1) as in_2022,
  round(100 * sum(amount) filter (where channel = 'Web' and year(purchased_on) = 2023) / sum(amount) filter (where year(purchased_on) = 2023), 1) as in_2023,
  round(100 * sum(amount) filter (where channel = 'Web' and year(purchased_on) = 2024) / sum(amount) filter (where year(purchased_on) = 2024), 1) as in_2024,
  round(100 * sum(amount) filter (where channel = 'Web' and year(purchased_on) = 2025) / sum(amount) filter (where year(purchased_on) = 2025), 1) as in_2025
from purchase
where kind in ('sale', 'return');

-- truth: coffee
select
  round(100 * sum(amount - cost) filter (where category = 'Coffee' and year(purchased_on) = 2022) / sum(amount) filter (where category = 'Coffee' and year(purchased_on) = 2022), 1) as coffee_2022,
  round(100 * sum(amount - cost) filter (where category = 'Coffee' and year(purchased_on) = 2025) / sum(amount) filter (where category = 'Coffee' and year(purchased_on) = 2025), 1) as coffee_2025,
  round(100 * sum(amount - cost) filter (where category <> 'Coffee' and year(purchased_on) = 2022) / sum(amount) filter (where category <> 'Coffee' and year(purchased_on) = 2022), 1) as rest_2022,
  round(100 * sum(amount - cost) filter (where category <> 'Coffee' and year(purchased_on) = 2025) / sum(amount) filter (where category <> 'Coffee' and year(purchased_on) = 2025), 1) as rest_2025
from purchase
where kind in ('sale', 'return');

-- truth: coupon-question
with
  household as (
    select customer_id, acquisition_channel as mailing
    from customer
    where acquisition_channel in ('Coupon mailing', 'Catalogue mailing')
  ),
  first_order as (
    select customer_id, min(purchased_on) as day
    from purchase
    where kind = 'sale'
    group by customer_id
  ),
  tried as (
    select
      mailing,
      day,
      exists (select 1 from purchase where purchase.customer_id = household.customer_id and kind = 'sale' and purchased_on between day + 1 and day + 365) as again
    from household left join first_order using (customer_id)
  )
select
  round(100 * count(day) filter (where mailing = 'Coupon mailing') / count(*) filter (where mailing = 'Coupon mailing'), 1) as tried_with_coupon,
  round(100 * count(day) filter (where mailing = 'Catalogue mailing') / count(*) filter (where mailing = 'Catalogue mailing'), 1) as tried_without,
  round(100 * count(day) filter (where mailing = 'Coupon mailing' and again) / count(day) filter (where mailing = 'Coupon mailing'), 1) as again_with_coupon,
  round(100 * count(day) filter (where mailing = 'Catalogue mailing' and again) / count(day) filter (where mailing = 'Catalogue mailing'), 1) as again_without,
  count(day) filter (where mailing = 'Coupon mailing' and again) as kept_with_coupon,
  count(day) filter (where mailing = 'Catalogue mailing' and again) as kept_without
from tried;

-- truth: promotions
with
  span (first_day, last_day) as (
    select make_date(year, month_from, day_from), make_date(year, month_to, day_to)
    from
      range(2022, 2026) as years (year),
      (values (3, 10, 3, 23), (7, 1, 7, 14), (11, 20, 12, 1)) as promotion (month_from, day_from, month_to, day_to)
  ),
  orders as (
    select distinct transaction_id, purchased_on
    from purchase
    where kind = 'sale'
  ),
  counted as (
    select
      last_day - first_day + 1 as days,
      (select count(*) from orders where purchased_on between first_day and last_day) as during,
      (select count(*) from orders where purchased_on between first_day - 14 and first_day - 1) as before,
      (select count(*) from orders where purchased_on between last_day + 1 and last_day + 14) as after
    from span
  )
select
  round(sum(during) / sum(days), 1) as orders_a_day,
  round(sum(before) / (14 * count(*)), 1) as before,
  round(sum(after) / (14 * count(*)), 1) as after,
  (select round(100 * sum(amount - cost) / sum(amount), 1) from purchase where kind = 'sale' and regexp_matches(promotion, '^(SPRING|SUMMER|ADVENT)')) as margin_with,
  (select round(100 * sum(amount - cost) / sum(amount), 1) from purchase where kind = 'sale' and promotion is null) as margin_without
from counted;

-- truth: acquisition-channels
with
  newcomer as (
    select customer_id, acquisition_channel, segment = 'Private' as private, min(purchased_on) as day
    from customer join purchase using (customer_id)
    where acquired_on >= '2022-01-01' and kind = 'sale'
    group by all
    having min(purchased_on) <= '2024-12-19'
  ),
  kept as (
    select
      acquisition_channel,
      private,
      exists (select 1 from purchase where purchase.customer_id = newcomer.customer_id and kind = 'sale' and purchased_on between day + 1 and day + 365)::integer as again
    from newcomer
  )
select
  round(100 * avg(again) filter (where private and acquisition_channel = 'Referral'), 1) as private_referral,
  round(100 * avg(again) filter (where private and acquisition_channel = 'Shop walk-in'), 1) as private_walk_in,
  round(100 * avg(again) filter (where private and acquisition_channel = 'Web search'), 1) as private_web_search,
  round(100 * avg(again) filter (where private and acquisition_channel = 'Marketplace'), 1) as private_marketplace,
  round(100 * avg(again) filter (where not private and acquisition_channel = 'Referral'), 1) as trade_referral,
  round(100 * avg(again) filter (where not private and acquisition_channel = 'Marketplace'), 1) as trade_marketplace
from kept;

-- truth: acquisition-cost
select
  round(avg(acquisition_cost) filter (where acquisition_channel = 'Field sales')) as field_sales,
  round(avg(acquisition_cost) filter (where acquisition_channel = 'Trade fair')) as trade_fair,
  round(avg(acquisition_cost) filter (where acquisition_channel = 'Referral' and segment <> 'Private')) as trade_referral,
  round(avg(acquisition_cost) filter (where acquisition_channel = 'Marketplace' and segment = 'Private')) as private_marketplace,
  round(avg(acquisition_cost) filter (where acquisition_channel = 'Referral' and segment = 'Private')) as private_referral
from customer;

-- truth: delivery-failure
with
  orders as (
    select distinct transaction_id, purchased_on between '2024-03-11' and '2024-05-31' as failing
    from purchase
    where kind = 'sale'
  ),
  complaint as (
    select *, occurred_on between '2024-03-13' and '2024-06-09' as failing
    from interaction
    where kind = 'complaint'
  )
select
  (select round(100 * count(*) filter (where failing) / (select count(*) from orders where failing), 1) from complaint) as complaints_per_100_orders,
  (select round(100 * count(*) filter (where not failing) / (select count(*) from orders where not failing), 1) from complaint) as in_other_times,
  (select round(100 * count(*) filter (where failing and outcome = 'Not solved') / count(*) filter (where failing), 1) from complaint) as not_solved,
  (select round(100 * count(*) filter (where not failing and outcome = 'Not solved') / count(*) filter (where not failing), 1) from complaint) as not_solved_otherwise;

-- truth: bad-cohort
with
  newcomer as (
    select customer_id, min(purchased_on) as day
    from customer join purchase using (customer_id)
    where acquired_on >= '2022-01-01' and kind = 'sale'
    group by customer_id
    having strftime(min(purchased_on), '%m-%d') between '03-11' and '05-31' and min(purchased_on) < '2025-01-01'
  ),
  kept as (
    select
      year(day) as year,
      exists (select 1 from purchase where purchase.customer_id = newcomer.customer_id and kind = 'sale' and purchased_on between day + 1 and day + 365)::integer as again,
      exists (select 1 from purchase where purchase.customer_id = newcomer.customer_id and kind = 'sale' and purchased_on between day + 183 and day + 365)::integer as later
    from newcomer
  )
select
  count(*) filter (where year = 2024) as newcomers,
  round(100 * avg(again) filter (where year = 2024), 1) as again_2024,
  round(100 * avg(again) filter (where year < 2024), 1) as again_before,
  round(100 * avg(later) filter (where year = 2024), 1) as second_half_2024,
  round(100 * avg(later) filter (where year < 2024), 1) as second_half_before
from kept;

-- truth: complaints
with
  complaint as (
    select
      outcome,
      resolution_days,
      exists (select 1 from purchase where purchase.customer_id = interaction.customer_id and purchase.kind = 'sale' and purchased_on between occurred_on + 183 and occurred_on + 365)::integer as stayed
    from interaction
    where kind = 'complaint' and occurred_on <= '2024-12-19'
  )
select
  round(100 * avg(stayed) filter (where resolution_days <= 7), 1) as solved_within_a_week,
  round(100 * avg(stayed) filter (where resolution_days > 7), 1) as solved_later,
  round(100 * avg(stayed) filter (where outcome = 'Not solved'), 1) as not_solved,
  count(*) as complaints
from complaint;

-- truth: reasons
select
  count(*) as closed,
  round(100 * count(*) filter (where closed_reason = 'Lack of attention or interest') / count(*), 1) as attention,
  round(100 * count(*) filter (where closed_reason = 'Could not be worked with') / count(*), 1) as worked_with,
  round(100 * count(*) filter (where closed_reason = 'Lower price elsewhere') / count(*), 1) as price,
  round(100 * count(*) filter (where closed_reason = 'Moved or closed down') / count(*), 1) as moved,
  round(100 * count(*) filter (where closed_reason = 'Other reason') / count(*), 1) as other
from customer
where closed_on is not null;

-- truth: silent-leavers
select
  round(100 * count(*) filter (where not exists (
    select 1 from interaction
    where interaction.customer_id = customer.customer_id and kind = 'complaint' and occurred_on > closed_on - 365
  )) / count(*), 1) as never_complained
from customer
where closed_on >= '2023-01-01';

-- truth: attention
with
  care as (
    select
      customer_id,
      closed_reason,
      (coalesce(closed_on, '2025-12-19') - greatest(acquired_on, '2022-01-01'::date)) / 365 as years,
      (select count(*) from interaction where interaction.customer_id = customer.customer_id and kind in ('visit', 'call')) as contacts
    from customer
    where segment in ('Retail shop', 'Hospitality') and customer_id in (select customer_id from purchase)
  )
select
  round(sum(contacts) filter (where closed_reason = 'Lack of attention or interest') / sum(years) filter (where closed_reason = 'Lack of attention or interest'), 1) as left_for_lack_of_attention,
  round(sum(contacts) filter (where closed_reason is null) / sum(years) filter (where closed_reason is null), 1) as still_customers
from care;

-- truth: early-warning
with
  occasion as (
    select distinct customer_id, purchased_on
    from purchase
    where kind = 'sale'
  ),
  gap as (
    select
      customer_id,
      closed_on,
      lead(purchased_on) over ordered - purchased_on as days,
      row_number() over (partition by customer_id order by purchased_on desc) - 1 as from_the_end,
      count(*) over (partition by customer_id) as occasions
    from occasion join customer using (customer_id)
    where segment <> 'Private'
    window ordered as (partition by customer_id order by purchased_on)
  ),
  pace as (
    select
      closed_on is not null as closed,
      avg(days) filter (where from_the_end <= 2) / avg(days) filter (where from_the_end > 2) as ratio
    from gap
    where occasions >= 8 and days is not null
    group by customer_id, closed_on
  )
select
  round(median(ratio) filter (where closed), 2) as before_leaving,
  round(median(ratio) filter (where not closed), 2) as of_those_who_stayed
from pace;

-- truth: won-back
select
  count(distinct customer_id) as won_back,
  round(sum(amount)) as sales_since
from purchase
join (
  select customer_id, min(purchased_on) as back_on
  from purchase
  where promotion = 'WELCOMEBACK'
  group by customer_id
) using (customer_id)
where kind in ('sale', 'return') and purchased_on >= back_on;

-- truth: contracts
with
  trade as (
    select customer_id, contract_until is not null as contract
    from customer
    where segment in ('Wholesale', 'Retail shop', 'Hospitality')
  ),
  kept as (
    select
      contract,
      exists (select 1 from purchase where purchase.customer_id = trade.customer_id and kind = 'sale' and year(purchased_on) = 2025)::integer as again
    from trade
    where exists (select 1 from purchase where purchase.customer_id = trade.customer_id and kind = 'sale' and year(purchased_on) = 2024)
  )
select
  round(100 * avg(again) filter (where contract), 1) as with_contract,
  round(100 * avg(again) filter (where not contract), 1) as without
from kept;

-- truth: touchpoints
with
  answer as (
    select touchpoint, 100 * (avg((score >= 9)::integer) - avg((score <= 6)::integer)) as nps, count(*) as answers
    from interaction
    where kind = 'survey'
    group by touchpoint
  )
select
  round(any_value(nps) filter (where touchpoint = 'Accounting')) as accounting,
  round(any_value(nps) filter (where touchpoint = 'After-sales')) as after_sales,
  round(any_value(nps) filter (where touchpoint = 'Delivery')) as delivery,
  round(any_value(nps) filter (where touchpoint = 'Web shop')) as web_shop,
  round(any_value(nps) filter (where touchpoint = 'Ordering')) as ordering,
  round(any_value(nps) filter (where touchpoint = 'Product quality')) as product_quality,
  round(any_value(nps) filter (where touchpoint = 'Advice')) as advice,
  sum(answers) as answers
from answer;

-- truth: advocates
with
  answer as (
    select score, customer_id in (select referred_by from customer where referred_by is not null) as referrer
    from interaction
    where kind = 'survey'
  )
select
  (select count(distinct referred_by) from customer) as referrers,
  (select count(*) from customer where referred_by is not null) as referred,
  round(avg(score) filter (where referrer), 2) as score_of_referrers,
  round(avg(score) filter (where not referrer), 2) as score_of_others
from answer;

-- truth: share-of-wallet
with
  last_year as (
    select customer_id, sum(amount) as sales
    from purchase
    where kind in ('sale', 'return') and purchased_on > '2024-12-19'
    group by customer_id
  ),
  wallet as (
    select contract_until is not null as contract, (coalesce(sales, 0) / wallet_per_year)::double as share
    from customer left join last_year using (customer_id)
    where wallet_per_year is not null and closed_on is null
  )
select
  (select count(*) from customer where wallet_per_year is not null) as known,
  round(100 * median(share) filter (where contract), 1) as with_contract,
  round(100 * median(share) filter (where not contract), 1) as without
from wallet;

-- truth: breadth
with
  customers as (
    select count(distinct purchased_on) as occasions, count(distinct category) as categories
    from purchase
    where kind = 'sale'
    group by customer_id
  )
select
  round(avg(categories) filter (where occasions <= 2), 1) as up_to_2_orders,
  round(avg(categories) filter (where occasions between 6 and 10), 1) as of_6_to_10_orders,
  round(avg(categories) filter (where occasions > 20), 1) as over_20_orders
from customers;

-- truth: leads
with
  lead as (
    select
      customer_id,
      min(occurred_on) as known_on,
      min(occurred_on) filter (where stage = 'Won') as won_on
    from interaction join customer using (customer_id)
    where kind = 'lead' and segment <> 'Private'
    group by customer_id
  )
select
  count(*) as leads,
  round(100 * count(won_on) / count(*), 1) as won,
  median(won_on - known_on) as days
from lead;
