import {isDay} from '../models/exclusions';
import {isGrouping, isState} from '../models/grouping';
import type {ParamSpec, ParamSpecs, ParamValues} from './analysis';

/** The values that the parameters begin with. */
export function initialParams<P extends ParamSpecs>(specs: P): ParamValues<P> {
  return mapped(specs, (_, spec) => spec.initial);
}

/** The values that a query gives; the initial one where it gives none, or one out of range or unknown. */
export function parseParams<P extends ParamSpecs>(specs: P, query: URLSearchParams): ParamValues<P> {
  return mapped(specs, (name, spec) => parse(spec, query.get(name)));
}

/** The entries of a query that bring the values back; those that are initial are left out. */
export function paramEntries<P extends ParamSpecs>(specs: P, values: ParamValues<P>): [string, string][] {
  return Object.entries(specs)
    .filter(([name, spec]) => values[name] !== spec.initial)
    .map(([name]) => [name, String(values[name])]);
}

/** Loose values (from a script) made whole: the initial one where one is missing. @throws {RangeError} for a wrong one */
export function checkedParams<P extends ParamSpecs>(
  specs: P,
  loose: Readonly<Record<string, unknown>>
): ParamValues<P> {
  for (const name of Object.keys(loose)) {
    if (!Object.hasOwn(specs, name)) throw new RangeError(`unknown parameter: ${name}`);
  }
  return mapped(specs, (name, spec) => {
    if (loose[name] === undefined) return spec.initial;
    if (!fits(spec, loose[name])) throw new RangeError(`parameter out of range: ${name} = ${String(loose[name])}`);
    return loose[name];
  });
}

/** Whether a value is within its parameter's range or options. */
export function fits(spec: ParamSpec, value: unknown): value is string | number {
  if (spec.kind === 'number') return typeof value === 'number' && value >= spec.min && value <= spec.max;
  if (typeof value !== 'string') return false;
  if (spec.kind === 'choice') return spec.options.includes(value);
  if (spec.kind === 'grouping') return isGrouping(value) && (spec.withStates === true || !isState(value));
  return spec.kind === 'day' ? value === '' || isDay(value) : value.length <= spec.longest;
}

function parse(spec: ParamSpec, text: string | null): string | number {
  if (text === null || text.trim() === '') return spec.initial;
  const value = spec.kind === 'number' ? Number(text) : text;
  return fits(spec, value) ? value : spec.initial;
}

function mapped<P extends ParamSpecs>(
  specs: P,
  value: (name: string, spec: ParamSpec) => string | number
): ParamValues<P> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, value(name, spec)])) as ParamValues<P>;
}
