import type {ModelContext} from '../compile';
import {filled, type Piece} from './base';

/** Contract and closing as the customer file tells them. Since when a contract runs is not told: until its end, it does. */
export function filePiece(context: ModelContext): Piece {
  const file = filled(context, 'customer.contract_until', 'customer.closed_on');
  if (!file) return {columns: noFile, needs: [], ctes: [], joins: []};
  return {
    columns: {
      contract: 'file.contract_until >= who.moment',
      contract_until: 'file.contract_until',
      closed_on: ofClosed('file.closed_on'),
      closed_reason: ofClosed('file.closed_reason')
    },
    needs: ['customer'],
    ctes: [],
    joins: ['left join customer as file on who.customer_key = file.customer_key']
  };
}

const noFile = {
  contract: 'null::boolean',
  contract_until: 'null::date',
  closed_on: 'null::date',
  closed_reason: 'null::varchar'
};

/** A customer who buys after having been closed is back. */
const ofClosed = (column: string): string =>
  `case when file.closed_on <= who.moment and coalesce(last_on <= file.closed_on, true) then ${column} end`;

/** Contacts both ways within `voice_days` before a moment. */
export function contactPiece({loaded}: ModelContext): Piece {
  if (loaded.rows.interaction === 0) return {columns: {contacts: 'null::bigint'}, needs: [], ctes: [], joins: []};
  return {
    columns: {contacts: 'coalesce(contacted.contacts, 0)'},
    needs: ['interaction_signal'],
    ctes: [
      `contacted as (
    select customer_key, moment, count(*) as contacts
    from interaction_signal
    join moment on occurred_on <= moment and occurred_on > moment - $voice_days::integer
    where two_way
    group by customer_key, moment
)`
    ],
    joins: ['left join contacted on who.customer_key = contacted.customer_key and who.moment = contacted.moment']
  };
}

/** Share of wallet: net sales of the last 365 days ÷ what the customer spends a year on such goods, with everybody. */
export function walletPiece(context: ModelContext): Piece {
  if (!filled(context, 'customer.wallet_per_year')) {
    return {columns: {wallet_share: 'null::double'}, needs: [], ctes: [], joins: []};
  }
  return {
    columns: {wallet_share: 'coalesce(wallet.share, if(spends.wallet_per_year > 0, 0, null))'},
    needs: ['customer', 'selected_purchase'],
    ctes: [
      `wallet as (
    select customer_key, moment, sum(amount)::double / any_value(wallet_per_year)::double as share
    from selected_purchase
    join customer using (customer_key)
    join moment on purchased_on <= moment and purchased_on > moment - 365
    where wallet_per_year > 0
    group by customer_key, moment
)`
    ],
    joins: [
      'left join wallet on who.customer_key = wallet.customer_key and who.moment = wallet.moment',
      'left join customer as spends on who.customer_key = spends.customer_key'
    ]
  };
}

/**
 * Bonds, 0 to 3, null where none of them can be seen: financial (a discount or promotion in the last 365 days), social
 * (two contacts both ways or more in them), structural (a contract that runs). source: Berry & Parasuraman 1991
 */
export function bondPiece(context: ModelContext): Piece {
  const financial = filled(context, 'purchase.discount', 'purchase.promotion');
  const social = context.loaded.rows.interaction > 0;
  const structural = filled(context, 'customer.contract_until');
  const bonds = [
    ...(financial ? ['(bonded.customer_key is not null)::bigint'] : []),
    ...(social ? ['coalesce(talked.contacts >= 2, false)::bigint'] : []),
    ...(structural ? ['coalesce(file.contract_until >= who.moment, false)::bigint'] : [])
  ];
  return {
    columns: {bonds: bonds.length === 0 ? 'null::bigint' : bonds.join(' + ')},
    needs: [...(financial ? ['selected_purchase'] : []), ...(social ? ['interaction_signal'] : [])],
    ctes: [...(financial ? [bondedSql] : []), ...(social ? [talkedSql] : [])],
    joins: [
      ...(financial
        ? ['left join bonded on who.customer_key = bonded.customer_key and who.moment = bonded.moment']
        : []),
      ...(social ? ['left join talked on who.customer_key = talked.customer_key and who.moment = talked.moment'] : [])
    ]
  };
}

const bondedSql = `bonded as (
    select distinct customer_key, moment
    from (
        select distinct customer_key, purchased_on
        from selected_purchase
        where customer_key is not null and (promotion is not null or discount > 0)
    )
    join moment on purchased_on <= moment and purchased_on > moment - 365
)`;

const talkedSql = `talked as (
    select customer_key, moment, count(*) as contacts
    from interaction_signal
    join moment on occurred_on <= moment and occurred_on > moment - 365
    where two_way
    group by customer_key, moment
)`;
