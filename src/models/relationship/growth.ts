import type {ModelContext} from '../compile';
import {filled, type Looking, type Piece} from './base';

/**
 * SQL of the days of a half-window: as chosen, else twice the usual gap after the third purchase, or where that isn't known
 * after any later one; half a year where neither is.
 */
const halfCte = (limits: string): string => `half as (
    select case when $half_window > 0 then $half_window::integer else coalesce(
        max(2 * median_days) filter (where class = 3),
        max(2 * median_days) filter (where class = 4),
        182)::integer end as days
    from ${limits}
)`;

/**
 * Net sales and purchase days of the last half-window and of the one before. What lies before the days that are looked at
 * isn't known: null where the one before begins earlier than they.
 */
export function salesPiece({limits}: Looking): Piece {
  const before = (value: string): string => `if(half.days * 2 <= who.moment - $from_day::date + 1, ${value}, null)`;
  return {
    columns: {
      sales_recent: 'coalesce(windows.sales_recent, 0)::decimal(38, 4)',
      sales_before: `${before('coalesce(windows.sales_before, 0)')}::decimal(38, 4)`,
      growth: before('windows.growth'),
      pace: before('windows.pace')
    },
    needs: ['selected_purchase', limits],
    ctes: [
      halfCte(limits),
      `sold as (
    select customer_key, purchased_on, sum(amount) as amount
    from selected_purchase
    where customer_key is not null
        and purchased_on > (select min(moment - 2 * days) from moment cross join half)
        and purchased_on <= (select max(moment) from moment)
    group by customer_key, purchased_on
)`,
      `windows as (
    select
        customer_key,
        moment,
        coalesce(sum(amount) filter (where recent), 0) as sales_recent,
        coalesce(sum(amount) filter (where not recent), 0) as sales_before,
        ${ratio('sum(units)', '')} as growth,
        ${ratio('count(*)', ' and amount > 0')} as pace
    from (
        select
            customer_key,
            moment,
            amount,
            round(amount::double * 10000) as units,
            purchased_on > moment - days as recent
        from sold
        join (select moment, days from moment cross join half) on purchased_on <= moment and purchased_on > moment - 2 * days
    )
    group by customer_key, moment
)`
    ],
    joins: [
      'cross join half',
      'left join windows on who.customer_key = windows.customer_key and who.moment = windows.moment'
    ]
  };
}

/**
 * SQL of what the last half-window holds ÷ what the one before does, null where that is nothing. Sums are of whole
 * ten-thousandths: as DOUBLE they are exact in any order, and take half the memory of exact decimals.
 */
const ratio = (aggregate: string, and: string): string =>
  `if((${aggregate} filter (where not recent${and})) > 0,
            coalesce(${aggregate} filter (where recent${and}), 0)::double / (${aggregate} filter (where not recent${and})), null)`;

/** Whether, in the last half-window, a customer who had bought before bought something of a category for the first time. */
export function categoryPiece(context: ModelContext, {limits}: Looking): Piece {
  if (!filled(context, 'purchase.category')) {
    return {columns: {new_category: 'null::boolean'}, needs: [], ctes: [], joins: []};
  }
  return {
    columns: {new_category: 'if(who.occasion = 0, null, fresh.customer_key is not null)'},
    needs: ['category_start', limits],
    ctes: [
      halfCte(limits),
      `fresh as (
    select distinct customer_key, moment
    from category_start
    join started using (customer_key)
    join (select moment, days from moment cross join half) on first_bought <= moment and first_bought > moment - days
    where first_on <= moment - days
)`
    ],
    joins: ['left join fresh on who.customer_key = fresh.customer_key and who.moment = fresh.moment']
  };
}
