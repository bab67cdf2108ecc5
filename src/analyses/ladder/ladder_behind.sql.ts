import type {ModelContext} from '../../models/compile';

/** The customers behind a rung, a move, or a rung on a day. */
export function model({params}: ModelContext): string {
  const {needs, sql} = chosenBy[String(params['of'] ?? 'rung')] ?? ofRung;
  return `-- The customers behind a rung, a move between two days, or a rung on a day.
-- needs: ${['customer_rung', 'known_customer', 'customer', 'customer_facts', 'ladder_sales', ...needs].join(', ')}
-- one row per customer
--
-- rung         on which the customer stands now
-- net_sales    0 where nothing was bought
with

chosen as (
${sql}
)

select
    known_customer.customer_id,
    customer.name,
    customer.segment,
    coalesce(customer_facts.country, customer.country) as country,
    customer_rung.rung,
    customer_rung.occasions,
    customer_rung.last_on,
    customer_rung.recency_days::bigint as recency_days,
    coalesce(ladder_sales.net_sales, 0)::decimal(38, 4) as net_sales
from chosen
join customer_rung using (customer_key)
join known_customer using (customer_key)
left join customer using (customer_key)
left join customer_facts using (customer_key)
left join ladder_sales using (customer_key)`;
}

interface Chosen {
  needs: readonly string[];
  sql: string;
}

const ofRung: Chosen = {
  needs: [],
  sql: `    select customer_key
    from customer_rung
    where rung = $chosen_rung::varchar`
};

/** Not known on a day is null. */
const ofMove: Chosen = {
  needs: ['rung_then'],
  sql: `    select customer_key
    from rung_then
    group by customer_key
    having any_value(rung) filter (where moment = $from_on::date) is not distinct from $from_rung::varchar
        and any_value(rung) filter (where moment = $to_on::date) is not distinct from $to_rung::varchar`
};

/** \`then_from\` and \`then_to\` are both that day. */
const onDay: Chosen = {
  needs: ['rung_then'],
  sql: `    select customer_key
    from rung_then
    where moment = $then_from::date and rung = $chosen_rung::varchar`
};

/** Without \`again\`: whether they bought again or not. */
const ofPast: Chosen = {
  needs: ['rung_past'],
  sql: `    select customer_key
    from rung_past
    where rung = $chosen_rung::varchar and ($again::boolean is null or again = $again::boolean)`
};

const chosenBy: Readonly<Record<string, Chosen>> = {rung: ofRung, move: ofMove, day: onDay, past: ofPast};
