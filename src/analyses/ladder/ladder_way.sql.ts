import type {ModelContext} from '../../models/compile';

/** How long customers took from rung to rung, of those who got there. */
export function model({loaded, scope}: ModelContext): string {
  const told = loaded.rows.interaction > 0;
  const own = scope.definitions;
  const client = own.rung_client === undefined;
  const steps = [
    step('customer', 2, 'prospect', ['nullif(known_on, customer_on)', 'customer_on']),
    ...(client ? [step('client', 3, 'customer', ['customer_on', 'client_on'])] : []),
    ...(client && told && own.rung_supporter === undefined
      ? [step('supporter', 4, 'client', ['client_on', 'greatest(client_on, pleased_on)'])]
      : []),
    ...(client && told && own.rung_advocate === undefined
      ? [step('advocate', 5, 'client', ['client_on', 'greatest(client_on, recommended_on)'])]
      : [])
  ];
  return `-- How long it took to come from rung to rung, of those who came there.
-- needs: customer_occasion, known_customer${told ? ', interaction_signal' : ''}
-- one row per rung that a customer came to on a known day
--
-- since_rung     the rung from which days are counted
-- customer       from being known to the first purchase occasion, of those who were known before it
-- client         from there to the occasion that was the first to make $client_purchases within $client_days days${
    told
      ? `
-- supporter      from being a client to the first answer that is satisfied enough; 0 days where that came before
-- advocate       from being a client to the first recommendation or review that is good enough; likewise`
      : ''
  }
with

counted as (
    select
        customer_key,
        purchased_on,
        occasion,
        lag(purchased_on, $client_purchases::integer - 1) over own as earlier_on
    from customer_occasion
    window own as (partition by customer_key order by purchased_on)
),

bought as (
    select
        customer_key,
        min(purchased_on) as customer_on,
        min(purchased_on) filter (where purchased_on - earlier_on < $client_days) as client_on
    from counted
    where purchased_on <= $to_day::date
    group by customer_key
),

${told ? toldSql : ''}reached as (
    select
        customer_key,
        known_on,
        customer_on,
        client_on${told ? ',\n        pleased_on,\n        recommended_on' : ''}
    from bought
    join known_customer using (customer_key)${told ? '\n    left join told using (customer_key)' : ''}
),

step as (
${steps.join('\n    union all\n')}
)

select rung, place, since_rung, count(*) as customers, median(days)::double as median_days
from step
where days >= 0
group by rung, place, since_rung`;
}

const toldSql = `told as (
    select
        customer_key,
        min(occurred_on) filter (where satisfaction >= $supporter_score or nps >= $supporter_nps) as pleased_on,
        min(occurred_on) filter (where succeeded or review >= $advocate_score) as recommended_on
    from interaction_signal
    where occurred_on <= $to_day::date
    group by customer_key
),

`;

const step = (rung: string, place: number, since: string, [from, to]: readonly [string, string]): string =>
  `    select '${rung}' as rung, ${place}::bigint as place, '${since}' as since_rung, ${to} - ${from} as days
    from reached
    where ${from} is not null and ${to.replace(/^greatest\(client_on, (.*)\)$/, '$1')} is not null`;
