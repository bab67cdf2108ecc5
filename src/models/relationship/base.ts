import type {ModelContext} from '../compile';

/** Which moments are looked at, and by which limits: of all that is known today, or of what was known on a day before. */
export interface Looking {
  /** SQL of a relation with `moment`, each once */
  moments: string;
  /** the model that it reads; none where it reads none */
  momentsNeed?: string;
  /** the models that hold the limits and each customer's own rhythm */
  limits: 'gap_limit' | 'gap_limit_past';
  rhythm: 'customer_rhythm' | 'rhythm_past';
}

/** A part of a statement: columns it adds to each customer and moment, and what it reads. */
export interface Piece {
  /** column → SQL */
  columns: Readonly<Record<string, string>>;
  needs: readonly string[];
  /** CTEs, each ending without a comma */
  ctes: readonly string[];
  joins: readonly string[];
}

/**
 * SQL of who is known at each moment: buyers by their last purchase occasion, all others as prospects.
 * One row per customer and moment. `occasion` is 0, days are null for prospects.
 */
export const whoCtes = (moments: string): string[] => [
  `moment as (
    ${moments}
)`,
  `buyer as (
    select customer_key, moment, occasion, purchased_on as last_on
    from customer_occasion
    join moment on purchased_on <= moment and until > moment
)`,
  `started as (
    select customer_key, purchased_on as first_on
    from customer_occasion
    where occasion = 1
)`,
  `who as (
    select customer_key, moment, occasion, first_on, last_on
    from buyer
    join started using (customer_key)
    union all
    select customer_key, moment, 0, null, null
    from (
        select
            customer_key,
            coalesce(known_on, date '0001-01-01') as known_on,
            least(first_on, elsewhere_on, date '9999-12-31') as until
        from known_customer
        left join started using (customer_key)
    )
    join moment on known_on <= moment and until > moment
)`
];

export const whoNeeds = ['customer_occasion', 'known_customer'] as const;

/** Days since the first and the last occasion, and the limits of this customer's class and rhythm. */
export function limitPiece({limits, rhythm}: Looking): Piece {
  return {
    columns: {
      median_gap: 'rhythm.median_gap',
      gap_cv: 'rhythm.gap_cv',
      recency_days: '(who.moment - last_on)::integer',
      tenure_days: '(who.moment - first_on)::integer',
      active_days: ownLimitSql('limits.active_days'),
      lapsed_days: ownLimitSql('limits.lapsed_days')
    },
    needs: [limits, rhythm],
    ctes: [],
    joins: [
      `left join ${limits} as limits on least(who.occasion, 4) = limits.class`,
      `left join ${rhythm} as rhythm on who.customer_key = rhythm.customer_key`
    ]
  };
}

/** A limit of a frequent buyer is at least so many of its own usual gaps. Null is endless. */
const ownLimitSql = (limit: string): string => `case
        when who.occasion >= 4 then if(${limit} is null, null, greatest(${limit}, ceil($own_gaps * rhythm.median_gap)::integer))
        else ${limit} end`;

/** Whether the loaded data has a column. */
export const filled = ({loaded}: ModelContext, ...needs: readonly Parameters<typeof loaded.filled.has>[0][]): boolean =>
  needs.some((need) => loaded.filled.has(need));
