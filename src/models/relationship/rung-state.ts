import type {ModelContext} from '../compile';
import {assembled, type StateSql} from './assemble';
import {filled, limitPiece, type Looking, type Piece} from './base';
import {bondPiece, filePiece, walletPiece} from './bonds';
import {conditionSql, isOwnCondition} from './conditions';
import {referralPiece, voicePiece} from './voice';

const conditions = ['rung_client', 'rung_supporter', 'rung_advocate', 'rung_partner', 'rung_lapsed'] as const;

/**
 * SQL of the rung of everyone known at each moment.
 *
 * @param all whether all quantities are given, or only those that the conditions name
 */
export function rungCtes(context: ModelContext, looking: Looking, {all}: {all: boolean}): StateSql {
  const texts = conditions.map((name) => shortened(context, name));
  const [client = '', supporter = '', advocate = '', partner = '', lapsed = ''] = texts;
  return assembled({
    looking,
    all,
    conditions: texts,
    name: 'rung',
    state: rungSql({client, supporter, advocate, partner, lapsed}),
    pieces: [
      recentPiece,
      limitPiece(looking),
      voicePiece(context),
      referralPiece(context),
      filePiece(context),
      walletPiece(context),
      bondPiece(context)
    ]
  });
}

/** What can't be known is left out of what is asked: bonds count only beside a share of wallet. */
const shortened = (context: ModelContext, name: (typeof conditions)[number]): string => {
  const wallet = filled(context, 'customer.wallet_per_year') || isOwnCondition(context.scope, name);
  return name === 'rung_partner' && !wallet ? 'contract' : conditionSql(context.scope, name);
};

type Texts = Readonly<Record<'client' | 'supporter' | 'advocate' | 'partner' | 'lapsed', string>>;

/** The highest rung whose condition holds. Above client stands only who is a client; prospects are no one else. */
const rungSql = ({client, supporter, advocate, partner, lapsed}: Texts): string => `case
        when occasions = 0 then 'prospect'
        when (${lapsed}) then 'lapsed'
        when (${client}) then case
            when (${partner}) then 'partner'
            when (${advocate}) then 'advocate'
            when (${supporter}) then 'supporter'
            else 'client' end
        else 'customer' end`;

/** Occasions within `client_days`: those up to the moment less those up to so many days before. */
const recentPiece: Piece = {
  columns: {occasions_recent: 'who.occasion - coalesce(earlier.occasion, 0)'},
  needs: [],
  ctes: [
    `earlier as (
    select customer_key, moment, occasion
    from customer_occasion
    join moment on purchased_on <= moment - $client_days::integer and until > moment - $client_days::integer
)`
  ],
  joins: ['left join earlier on who.customer_key = earlier.customer_key and who.moment = earlier.moment']
};
