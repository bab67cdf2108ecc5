import {isDay} from '../exclusions';
import type {ValueType} from '../relationship/columns';
import {refuse} from './error';

/** What has been understood of a condition, as SQL, and the kind of its value. */
export interface Value {
  sql: string;
  type: ValueType | 'null';
  /** of a text that is written out: the text */
  text?: string;
}

/** The value as one of a kind; a text that is written out may be a day. @throws {ConditionError} if it is of another */
export function alike(value: Value, type: ValueType): Value {
  if (value.type === type || value.type === 'null') return value;
  if (type === 'day' && value.text !== undefined && isDay(value.text)) return {sql: `date '${value.text}'`, type};
  throw refuse('kind', value.text ?? value.sql);
}

export const flag = (value: Value): Value => alike(value, 'flag');

/** A comparison of two values of a kind. */
export function compared(left: Value, sign: string, right: Value): Value {
  const type = common([left, right]);
  if (type === 'null') return {sql: `(null::boolean)`, type: 'flag'};
  return {sql: `(${alike(left, type).sql} ${sign} ${alike(right, type).sql})`, type: 'flag'};
}

/** The kind of several values; a day where one of them is. */
export function common(values: readonly Value[]): Value['type'] {
  const types = values.map(({type}) => type).filter((type) => type !== 'null');
  return types.includes('day') ? 'day' : (types[0] ?? 'null');
}

/** Sums and products are reckoned in floating point, which never overflows into an error; days less days are days. */
export function reckoned(left: Value, sign: string, right: Value): Value {
  if (sign === '-' && common([left, right]) === 'day') {
    return {sql: `(${alike(left, 'day').sql} - ${alike(right, 'day').sql})`, type: 'number'};
  }
  const [first, second] = [alike(left, 'number').sql, alike(right, 'number').sql];
  return {
    sql: `(${first}::double ${sign} ${sign === '/' ? `nullif(${second}::double, 0)` : `${second}::double`})`,
    type: 'number'
  };
}
