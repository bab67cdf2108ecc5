import type {Params} from '../engine/sql';
import {definitionParams, type Definitions} from './definitions';
import {attributeOf} from './dimension';
import {cutOf, exclusionParams, exclusionsOf} from './exclusions';
import type {Loaded} from './loaded';

/**
 * What the person looks at, the same for every analysis, all of it in the URL.
 * Dates are `YYYY-MM-DD`; null is "all of it". Filters: dimension → values kept, '' for "none given".
 */
export interface Scope {
  /** the last day that is looked at; null: the last day in the data */
  readonly as_of: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly cancellations: 'leave out' | 'subtract';
  readonly returns: 'leave out' | 'subtract';
  readonly free: 'leave out' | 'keep';
  /** rules that leave purchases out, as texts: `test_customers`, `product:POST`; one that means nothing does nothing */
  readonly without: readonly string[];
  /** what the person changed of the shared definitions: what a client is, what lapsed means … */
  readonly definitions: Definitions;
}

/** Everything loaded, counted as the published references count it: returns subtract, cancellations and free rows don't. */
export const initialScope: Scope = {
  as_of: null,
  from: null,
  to: null,
  filters: {},
  cancellations: 'leave out',
  returns: 'subtract',
  free: 'leave out',
  without: [],
  definitions: {}
};

/** The days that a scope covers. All null where nothing is loaded. */
export interface Window {
  as_of: string | null;
  from: string | null;
  to: string | null;
}

/**
 * The days that a scope covers: from the later of its start and the data's, to the earlier of its end and its as-of day.
 * What rules about days leave out isn't in the data.
 */
export function windowOf(scope: Scope, loaded: Loaded): Window {
  const cut = cutOf(exclusionsOf(scope.without), loaded);
  const last = cut.to !== null && loaded.to !== null && cut.to < loaded.to ? cut.to : loaded.to;
  const first = cut.from !== null && loaded.from !== null && cut.from > loaded.from ? cut.from : loaded.from;
  const as_of = scope.as_of ?? last;
  const to = [scope.to, as_of, cut.to].filter((day) => day !== null).sort()[0] ?? null;
  const from = scope.from !== null && first !== null && scope.from > first ? scope.from : first;
  return {as_of, from, to};
}

/** The kinds of purchases that count by the scope's rules. */
export function kindsOf(scope: Scope): string[] {
  return [
    'sale',
    ...(scope.returns === 'subtract' ? ['return'] : []),
    ...(scope.cancellations === 'subtract' ? ['cancellation'] : []),
    ...(scope.free === 'keep' ? ['free'] : [])
  ];
}

/** What a scope fills in models: `$as_of`, `$from_day`, `$to_day`, every number of the definitions, the values and attributes that filters keep, and those of rules. */
export function scopeParams(scope: Scope, loaded: Loaded): Params {
  const {as_of, from, to} = windowOf(scope, loaded);
  const filters = Object.entries(scope.filters).flatMap(([dimension, values], index) => [
    [attributeParam(index), attributeOf(dimension) ?? null] as const,
    ...values.map((value, place) => [filterParam(index, place), value] as const)
  ]);
  const rules = exclusionParams(exclusionsOf(scope.without));
  const own = definitionParams(scope.definitions);
  return {as_of, from_day: from, to_day: to, ...own, ...rules, ...Object.fromEntries(filters)};
}

/** The parameter that holds one value kept of a filter. */
export const filterParam = (filter: number, place: number): string => `keep_${filter + 1}_${place + 1}`;

/** The parameter that holds the name of an attribute that is filtered by. */
export const attributeParam = (filter: number): string => `attribute_${filter + 1}`;
