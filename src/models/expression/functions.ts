import {refuse} from './error';
import {alike, common, type Value} from './value';
import type {FunctionName} from './words';

/** The call of a function. @throws {ConditionError} for too many or too few values, or of another kind */
export function called(name: FunctionName, values: readonly Value[]): Value {
  const [first = {sql: 'null', type: 'null'}, second, third] = values;
  if (name === 'coalesce' || name === 'least' || name === 'greatest') return ofMany(name, values);
  if (name === 'contains') {
    if (!second || third) throw refuse('unexpected', name);
    return {sql: `contains(${alike(first, 'text').sql}::varchar, ${alike(second, 'text').sql}::varchar)`, type: 'flag'};
  }
  if (name === 'round') return rounded(first, second, third);
  if (second) throw refuse('unexpected', name);
  if (name === 'lower') return {sql: `lower(${alike(first, 'text').sql}::varchar)`, type: 'text'};
  return {sql: `abs(${alike(first, 'number').sql}::double)`, type: 'number'};
}

function ofMany(name: string, values: readonly Value[]): Value {
  const type = common(values);
  if (type === 'null') return {sql: 'null', type};
  return {sql: `${name}(${values.map((value) => alike(value, type).sql).join(', ')})`, type};
}

/** To whole numbers, or to so many digits, at most 9. */
function rounded(value: Value, digits: Value | undefined, more: Value | undefined): Value {
  if (more) throw refuse('unexpected', 'round');
  if (digits && !/^\d$/.test(digits.sql)) throw refuse('kind', digits.sql);
  return {sql: `round(${alike(value, 'number').sql}::double, ${digits?.sql ?? '0'})`, type: 'number'};
}
