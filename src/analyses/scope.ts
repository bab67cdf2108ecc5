import {soundDefinitions, type DefinitionName, type Definitions} from '../models/definitions';
import {isDimension} from '../models/dimension';
import {isDay} from '../models/exclusions';
import {initialScope, type Scope} from '../models/scope';

/** The names that a scope uses in a query; no parameter of an analysis may be called so. */
export const scopeNames = ['as_of', 'from', 'to', 'cancellations', 'returns', 'free', 'without'] as const;

/** Before the name of a definition in a query: `def.client_purchases=4`. */
const definitionPrefix = 'def.';

/** Whether a name in a query says something of the scope. */
export const isOfScope = (name: string): boolean =>
  scopeNames.some((own) => own === name) || name.startsWith(definitionPrefix) || isDimension(name);

const plainNames = ['as_of', 'from', 'to', 'cancellations', 'returns', 'free'] as const;

/** The scope that a query gives. What is no date or dimension is left out; an unknown `without` stays, to be shown, and does nothing. */
export function parseScope(query: URLSearchParams): Scope {
  return {
    as_of: day(query.get('as_of')),
    from: day(query.get('from')),
    to: day(query.get('to')),
    filters: filters(query),
    cancellations: rule(query.get('cancellations'), ['leave out', 'subtract'], initialScope.cancellations),
    returns: rule(query.get('returns'), ['leave out', 'subtract'], initialScope.returns),
    free: rule(query.get('free'), ['leave out', 'keep'], initialScope.free),
    without: [...new Set(query.getAll('without'))],
    definitions: definitions(query)
  };
}

/** The entries of a query that bring the scope back; what is initial is left out. `country=Germany&without=twins`. */
export function scopeEntries(scope: Scope): [string, string][] {
  const plain = plainNames.flatMap((name): [string, string][] => {
    const value = scope[name];
    return value === null || value === initialScope[name] ? [] : [[name, value]];
  });
  const kept = Object.entries(scope.filters).flatMap(([dimension, values]) =>
    values.map((value): [string, string] => [dimension, value])
  );
  const rules = scope.without.map((rule): [string, string] => ['without', rule]);
  const own = Object.entries(scope.definitions).map(([name, value]): [string, string] => [
    definitionPrefix + name,
    String(value)
  ]);
  return [...plain, ...rules, ...kept, ...own];
}

/** The scope with one value of a dimension added or, where it was there, taken away. */
export function toggled(scope: Scope, dimension: string, value: string): Scope {
  const values = scope.filters[dimension] ?? [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return withFilter(scope, dimension, next);
}

/** The scope with a dimension kept to these values; without the filter where there are none. */
export function withFilter(scope: Scope, dimension: string, values: readonly string[]): Scope {
  const others = Object.entries(scope.filters).filter(([name]) => name !== dimension);
  const own: [string, readonly string[]][] = values.length > 0 ? [[dimension, values]] : [];
  return {...scope, filters: Object.fromEntries([...others, ...own])};
}

/** The scope with rules switched on, or off. */
export function withRules(scope: Scope, rules: readonly string[], on: boolean): Scope {
  const others = scope.without.filter((rule) => !rules.includes(rule));
  return {...scope, without: on ? [...others, ...rules] : others};
}

/** The scope with some definitions changed; null brings one back to what it was at first. */
export function withDefinitions(
  scope: Scope,
  patch: Readonly<Partial<Record<DefinitionName, number | string | null>>>
): Scope {
  return {...scope, definitions: soundDefinitions({...scope.definitions, ...patch})};
}

function definitions(query: URLSearchParams): Definitions {
  const own = [...query].filter(([name]) => name.startsWith(definitionPrefix));
  return soundDefinitions(Object.fromEntries(own.map(([name, value]) => [name.slice(definitionPrefix.length), value])));
}

function filters(query: URLSearchParams): Record<string, string[]> {
  const names = [...new Set(query.keys())].filter(isDimension);
  return Object.fromEntries(names.map((name) => [name, [...new Set(query.getAll(name))]]));
}

const day = (text: string | null): string | null => (text !== null && isDay(text) ? text : null);

function rule<T extends string>(text: string | null, options: readonly T[], initial: T): T {
  return options.find((option) => option === text) ?? initial;
}
