import type {ModelContext} from '../compile';
import type {ConditionName} from '../definitions';
import {tokens} from '../../engine/tokens';
import {limitPiece, whoCtes, whoNeeds, type Looking, type Piece} from './base';
import {bondPiece, filePiece, walletPiece} from './bonds';
import {conditionSql} from './conditions';
import {referralPiece, voicePiece} from './voice';

const conditions = ['rung_client', 'rung_supporter', 'rung_advocate', 'rung_partner', 'rung_lapsed'] as const;

/** The quantities that conditions may name, beside who and when. */
const quantities = [
  'occasions_recent',
  'recency_days',
  'tenure_days',
  'active_days',
  'lapsed_days',
  'satisfaction',
  'nps',
  'referrals',
  'recommendations',
  'review',
  'open_complaints',
  'contract',
  'contract_until',
  'wallet_share',
  'bonds',
  'closed_on'
] as const;

/** A statement's text and the models it reads. */
export interface StateSql {
  needs: readonly string[];
  /** the CTEs, the last of which is `state`: customer_key, moment, the quantities and the rung */
  ctes: string;
}

/**
 * SQL of the rung of everyone known at each moment.
 *
 * @param all whether all quantities are given, or only those that the conditions name
 */
export function rungCtes(context: ModelContext, looking: Looking, {all}: {all: boolean}): StateSql {
  const texts = conditions.map((name) => conditionSql(context.scope, name));
  const named = wordsOf(texts);
  const pieces = [
    recentPiece,
    limitPiece(looking),
    voicePiece(context),
    referralPiece(context),
    filePiece(context),
    walletPiece(context),
    bondPiece(context)
  ];
  const wanted = all ? pieces : pieces.filter((piece) => Object.keys(piece.columns).some((name) => named.has(name)));
  const columns = Object.assign({}, ...wanted.map((piece) => piece.columns)) as Record<string, string>;
  const given = quantities.filter((name) => columns[name] !== undefined);
  return {
    needs: [...new Set([...whoNeeds, ...wanted.flatMap(({needs}) => needs)])],
    ctes: [
      ...whoCtes(looking.moments),
      ...wanted.flatMap(({ctes}) => ctes),
      `known as (
    select
        who.customer_key,
        who.moment,
        who.occasion as occasions,
        who.first_on,
        who.last_on,
        ${given.map((name) => `${columns[name] ?? 'null'} as ${name}`).join(',\n        ')}
    from who
    ${wanted.flatMap(({joins}) => joins).join('\n    ')}
)`,
      `state as (
    select *, ${rungSql((name) => conditionSql(context.scope, name))} as rung
    from known
)`
    ].join(',\n\n')
  };
}

/** The highest rung whose condition holds. Above client stands only who is a client; prospects are no one else. */
const rungSql = (condition: (name: ConditionName) => string): string => `case
        when occasions = 0 then 'prospect'
        when (${condition('rung_lapsed')}) then 'lapsed'
        when coalesce((${condition('rung_client')}), false) then case
            when (${condition('rung_partner')}) then 'partner'
            when (${condition('rung_advocate')}) then 'advocate'
            when (${condition('rung_supporter')}) then 'supporter'
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

/** The words that SQL texts name. */
export const wordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) =>
      [...tokens(text)].filter(({kind}) => kind === 'word').map((word) => word.text.toLowerCase())
    )
  );
