import {tokens} from '../../engine/tokens';
import {whoCtes, whoNeeds, type Looking, type Piece} from './base';

/** A statement's CTEs and the models they read. */
export interface StateSql {
  needs: readonly string[];
  /** the last of them is `state`: customer_key, moment, the quantities, and the state */
  ctes: string;
}

export interface Assembly {
  looking: Looking;
  /** all that can be told of customers; where not `all` is wanted, only what `conditions` name is */
  pieces: readonly Piece[];
  all: boolean;
  /** the texts of the conditions */
  conditions: readonly string[];
  /** SQL of the state, over the quantities */
  state: string;
  /** what the state is called */
  name: 'rung' | 'phase';
}

/** Puts together the SQL of the state of everyone known at each moment. */
export function assembled({looking, pieces, all, conditions, state, name}: Assembly): StateSql {
  const named = wordsOf(conditions);
  const wanted = all ? pieces : pieces.filter(({columns}) => Object.keys(columns).some((column) => named.has(column)));
  const columns = wanted.flatMap((piece) => Object.entries(piece.columns));
  const known = `known as (
    select
        who.customer_key,
        who.moment,
        who.occasion as occasions,
        who.first_on,
        who.last_on${columns.map(([column, sql]) => `,\n        ${sql} as ${column}`).join('')}
    from who${wanted
      .flatMap(({joins}) => joins)
      .map((join) => `\n    ${join}`)
      .join('')}
)`;
  const ctes = [
    ...whoCtes(looking.moments),
    ...new Set(wanted.flatMap((piece) => piece.ctes)),
    known,
    `state as (
    select *, ${state} as ${name}
    from known
)`
  ];
  const needs = [
    ...whoNeeds,
    ...(looking.momentsNeed === undefined ? [] : [looking.momentsNeed]),
    ...wanted.flatMap((piece) => piece.needs)
  ];
  return {needs: [...new Set(needs)], ctes: ctes.join(',\n\n')};
}

/** The words that SQL texts name, in lower case. */
export const wordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(
    texts.flatMap((text) =>
      [...tokens(text)].filter(({kind}) => kind === 'word').map((word) => word.text.toLowerCase())
    )
  );
