import type {ModelContext} from '../../models/compile';
import {conditions, filterNeeds} from '../../models/selected_purchase.sql';
import {wholeCustomers} from '../../models/whole';
import {whatOf, type What} from './params';

/** What the time runs for: the wait for the next purchase, or the life of a relationship. */
export function model(context: ModelContext): string {
  const what = whatOf(context.params);
  return what === 'contract' ? lives(context) : waits(context, what);
}

const occasions: Record<Exclude<What, 'contract'>, {says: string; condition?: string}> = {
  first: {says: 'the first purchase', condition: 'occasion = 1'},
  second: {says: 'the second purchase', condition: 'occasion = 2'},
  third: {says: 'the third purchase', condition: 'occasion = 3'},
  later: {says: 'the fourth purchase and each later one', condition: 'occasion >= 4'},
  any: {says: 'each purchase'}
};

function waits({scope}: ModelContext, what: Exclude<What, 'contract'>): string {
  const {says, condition} = occasions[what];
  const where = [condition, scope.from === null ? undefined : 'purchased_on >= $from_day::date'].filter(Boolean);
  return `-- How long customers wait after ${says} until they buy again; open waits last to the last day looked at.
-- needs: survival_occasion
-- one row per customer and such purchase in the period
--
-- duration    in days
-- event       whether the wait is over; false: still open on the last day
select
    customer_key,
    purchased_on as started_on,
    (coalesce(next_on, $to_day::date) - purchased_on)::integer as duration,
    next_on is not null as event
from survival_occasion${where.length === 0 ? '' : `\nwhere ${where.join('\n    and ')}`}`;
}

/**
 * Who never bought has a life too where it is known since when; not where purchases are filtered, because then only those
 * with such a purchase count.
 */
function lives(context: ModelContext): string {
  const {scope} = context;
  const whole = wholeCustomers(context);
  const [, ...kept] = conditions({...context, scope: {...scope, from: null, to: null, as_of: null}});
  const where = [
    'purchased_on <= $to_day::date',
    ...(scope.from === null ? [] : ['purchased_on >= $from_day::date']),
    ...(whole ? kept : [])
  ];
  return `-- How long relationships last: from being won, else from the first purchase, to their end, else to the last day looked at.
-- needs: ${['customer', 'survival_occasion', ...(whole ? filterNeeds(context) : [])].filter(unique).join(', ')}
-- one row per customer whose relationship began in the period
--
-- duration    in days; below 0 where the end is said to lie before the beginning
-- event       whether it is over: closed by the last day, or, if never closed, its contract ran out before that day
with

first_purchase_on as (
    select customer_key, purchased_on
    from survival_occasion
    where occasion = 1
),

life as (
    select
        customer_key,
        coalesce(acquired_on, first_purchase_on.purchased_on) as purchased_on,
        coalesce(closed_on, contract_until) as ended_on,
        coalesce(closed_on <= $to_day::date, contract_until < $to_day::date, false) as event
    from customer
    ${whole ? 'left join' : 'join'} first_purchase_on using (customer_key)
)

select
    customer_key,
    purchased_on as started_on,
    (case when event then ended_on else $to_day::date end - purchased_on)::integer as duration,
    event
from life
where ${where.join('\n    and ')}`;
}

const unique = (name: string, place: number, names: readonly string[]): boolean => names.indexOf(name) === place;
