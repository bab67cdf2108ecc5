-- The four files as the canonical tables: `duckdb -init tables.sql` in this folder.

create or replace view customer as
select
  "Customer No" as customer_id,
  "Customer Name" as name,
  "Segment" as segment,
  "Country" as country,
  "Customer Since"::date as acquired_on,
  "Acquisition Channel" as acquisition_channel,
  "Acquisition Cost"::decimal(18, 4) as acquisition_cost,
  "Referred By" as referred_by,
  "Contract Until"::date as contract_until,
  "Closed On"::date as closed_on,
  "Closed Reason" as closed_reason,
  "Wallet per Year"::decimal(18, 4) as wallet_per_year,
  "Region" as region,
  "City" as city,
  "Account Manager" as account_manager,
  "Payment Terms" as payment_terms,
  "Loyalty Card" as loyalty_card,
  "Preferred Contact" as preferred_contact,
  "Marketing Consent" as marketing_consent
from read_csv('customers.csv', header = true, delim = ',', quote = '"', all_varchar = true);

create or replace view purchase as
select
  "Order No" as transaction_id,
  "Customer No" as customer_id,
  "Order Date"::date as purchased_on,
  "Net Amount"::decimal(18, 4) as amount,
  "Quantity"::decimal(18, 4) as quantity,
  "Cost of Goods"::decimal(18, 4) as cost,
  "Product" as product,
  "Category" as category,
  "Sales Channel" as channel,
  "Payment Method" as payment_method,
  "Promotion Code" as promotion,
  "Discount"::decimal(18, 4) as discount,
  "Currency" as currency,
  "Status" as status,
  "Corrects" as reference_order,
  case
    when "Status" = 'Cancelled' then 'cancellation'
    when "Net Amount"::decimal(18, 4) < 0 then 'return'
    when "Net Amount"::decimal(18, 4) = 0 then 'free'
    else 'sale'
  end as kind
from read_csv('purchases.csv', header = true, delim = ',', quote = '"', all_varchar = true);

create or replace view interaction as
select
  "Customer No" as customer_id,
  "Interaction Date"::date as occurred_on,
  "Interaction Type" as kind,
  "Touchpoint" as touchpoint,
  "Stage" as stage,
  "Score"::decimal(18, 4) as score,
  "Score Scale"::decimal(18, 4) as score_scale,
  "Cost"::decimal(18, 4) as cost,
  "Outcome" as outcome,
  "Resolution Days"::integer as resolution_days,
  "Brought In" as related_customer,
  "Handled By" as handled_by
from read_csv('interactions.csv', header = true, delim = ',', quote = '"', all_varchar = true);

create or replace view partnership_cost as
select
  "Customer No" as customer_id,
  "Cost Date"::date as incurred_on,
  "Cost Category" as category,
  "Amount"::decimal(18, 4) as amount,
  "Allocation Driver" as driver,
  "Remark" as remark
from read_csv('partnership_costs.csv', header = true, delim = ',', quote = '"', all_varchar = true);
