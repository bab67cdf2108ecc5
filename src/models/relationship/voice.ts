import type {ModelContext} from '../compile';
import {filled, type Piece} from './base';

/** What customers said within `voice_days` before a moment. Means are exact sums, divided once. */
export function voicePiece(context: ModelContext): Piece {
  if (context.loaded.rows.interaction === 0) return {columns: silent, needs: [], ctes: [], joins: []};
  return {
    columns: {
      satisfaction: 'voice.satisfaction',
      nps: 'voice.nps',
      review: 'voice.review',
      recommendations: told(`voice.recommendations`, 'referral'),
      open_complaints: told(`voice.open_complaints`, 'complaint')
    },
    needs: ['interaction_signal'],
    ctes: [voiceSql],
    joins: ['left join voice on who.customer_key = voice.customer_key and who.moment = voice.moment']
  };
}

const silent = {
  satisfaction: 'null::double',
  nps: 'null::double',
  review: 'null::double',
  recommendations: 'null::bigint',
  open_complaints: 'null::bigint'
};

/** A count is unknown, not 0, where no contact of the kind is loaded. */
const told = (count: string, signal: string): string =>
  `if(exists (from interaction_signal where signal = '${signal}'), coalesce(${count}, 0), null)`;

const voiceSql = `voice as (
    select
        customer_key,
        moment,
        round(avg(satisfaction), 6) as satisfaction,
        round(avg(nps), 6) as nps,
        round(avg(review), 6) as review,
        count(*) filter (where signal = 'referral') as recommendations,
        count(*) filter (where succeeded) as successes,
        count(*) filter (where open_until > moment) as open_complaints
    from interaction_signal
    join moment on occurred_on <= moment and occurred_on > moment - $voice_days::integer
    where signal not in ('lead', 'contact', 'other') or satisfaction is not null
    group by customer_key, moment
)`;

/**
 * Recommendations that brought someone: as contacts tell, or as those who came by one do in the customer file. Files
 * often tell the same one both ways, so that the higher count holds.
 */
export function referralPiece(context: ModelContext): Piece {
  const file = filled(context, 'customer.referred_by');
  const contacts = context.loaded.rows.interaction > 0;
  const counts = [
    ...(contacts ? [told('voice.successes', 'referral')] : []),
    ...(file ? ['coalesce(brought.referrals, 0)'] : [])
  ];
  return {
    columns: {referrals: counts.length === 0 ? 'null::bigint' : `greatest(${counts.join(', ')})`},
    needs: file ? ['customer', 'customer_facts', 'known_customer'] : [],
    ctes: file ? [broughtSql] : [],
    joins: file ? ['left join brought on who.customer_key = brought.customer_key and who.moment = brought.moment'] : []
  };
}

const broughtSql = `brought as (
    select known_customer.customer_key, moment, count(*) as referrals
    from customer
    join known_customer on customer.referred_by = known_customer.customer_id
    left join customer_facts on customer.customer_key = customer_facts.customer_key
    join moment on coalesce(least(customer.acquired_on, customer_facts.first_on), moment) <= moment
        and coalesce(least(customer.acquired_on, customer_facts.first_on), moment) > moment - $voice_days::integer
    where customer.referred_by <> customer.customer_id
    group by known_customer.customer_key, moment
)`;
