import type {ModelContext} from '../../models/compile';
import {ageSql, startSql} from './grain';
import {ageOf, figureOf, grainOf, type Age, type Grain} from './params';

/** What each customer bought at each age. Margins and orders are only computed where they are shown. */
export function model(context: ModelContext): string {
  const wanted = wantedOf(context);
  const [age, grain] = [ageOf(context.params), grainOf(context.params)];
  const source = sourceOf(age, grain, wanted);
  const needs = [source, 'cohort_customer', 'cohort_occasion', ...(wanted.orders ? ['selected_order'] : [])];
  return `-- What each customer bought at each age.
-- needs: ${needs.join(', ')}
-- one row per customer and ${age === 'rolling' ? 'age' : grain} with a purchase that counts
--
-- age          ${says(age, grain)}
--              below 0: returned before ever buying; null: in no cohort
-- outside      why in no cohort; null where in one
-- occasions    days on which the customer bought
with

${spendSql(age, grain, source, wanted)},

${counted('bought', 'cohort_occasion', 'purchased_on', 'occasions', age, grain)}${
    wanted.orders ? `,\n\n${counted('ordered', 'selected_order', 'ordered_on', 'orders', age, grain)}` : ''
  }

select
    customer_key,
    ${age === 'rolling' ? 'age' : `case when counted then ${ageSql('calendar', grain, 'period')} end as age`},
    net_sales,
    margin,
    coalesce(occasions, 0) as occasions,
    ${wanted.orders ? 'coalesce(orders, 0)' : 'null::bigint'} as orders,
    case
        when counted is null then 'never bought'
        when not counted then 'won earlier'
        when age < 0 then 'before first'
    end as outside
from spend
left join cohort_customer using (customer_key)
left join bought using (customer_key, ${key(age)})${
    wanted.orders ? `\nleft join ordered using (customer_key, ${key(age)})` : ''
  }`;
}

/** Sums of each customer by period or age. What is by month already isn't grouped again. */
function spendSql(age: Age, grain: Grain, source: SpendSource, {margin}: Wanted): string {
  if (source === 'selected_month' && grain === 'month') {
    return `spend as (
    select customer_key, month as period, amount as net_sales, null::decimal(38, 4) as margin
    from selected_month
)`;
  }
  return `spend as (
    select
        customer_key,
        ${age === 'rolling' ? `${rollingAge(grain, 'purchased_on')} as age` : `${period(source, grain)} as period`},
        sum(amount) as net_sales,
        ${margin ? 'sum(amount - cost)' : 'null::decimal(38, 4)'} as margin
    from ${source}${age === 'rolling' ? '\n    left join cohort_customer using (customer_key)' : ''}
    where customer_key is not null
    group by all
)`;
}

type SpendSource = 'selected_month' | 'selected_purchase';

interface Wanted {
  margin: boolean;
  orders: boolean;
}

/** What the chosen figure takes beside sales and customers. */
function wantedOf({params, loaded}: ModelContext): Wanted {
  const figure = figureOf(params);
  return {
    margin: figure === 'cumulative_margin' && loaded.filled.has('purchase.cost'),
    orders: figure === 'orders' || figure === 'average_order'
  };
}

/** Sums by month are enough for months, quarters and years of the calendar. */
const sourceOf = (age: Age, grain: Grain, {margin}: Wanted): SpendSource =>
  age === 'calendar' && grain !== 'week' && !margin ? 'selected_month' : 'selected_purchase';

const key = (age: Age): string => (age === 'rolling' ? 'age' : 'period');

const period = (source: SpendSource, grain: Grain): string =>
  startSql(grain, source === 'selected_month' ? 'month' : 'purchased_on');

const rollingAge = (grain: Grain, day: string): string =>
  `case when not counted then null when ${day} < first_on then -1 else ${ageSql('rolling', grain, day)} end`;

function counted(name: string, from: string, day: string, as: string, age: Age, grain: Grain): string {
  const [value, join] =
    age === 'rolling'
      ? [rollingAge(grain, day), '\n    join cohort_customer using (customer_key)']
      : [startSql(grain, day), ''];
  return `${name} as (
    select customer_key, ${value} as ${key(age)}, count(*) as ${as}
    from ${from}${join}
    group by all
)`;
}

const says = (age: Age, grain: Grain): string =>
  age === 'rolling'
    ? `whole periods of days since the customer's own first purchase`
    : `${grain}s of the calendar since that of the customer's first purchase`;
