import type {TableName} from '../../tables/canonical';
import {isAmbiguousSql, isNothingSql} from '../values/cast';
import {saysNothingSql} from './plan-dates';
import type {Field} from './plan-fields';
import {keepsSql} from './row-rules';
import type {FileMapping} from '../types';

/** A reason for which a row is set aside. */
export interface Problem {
  /** a key of the `ingest` messages */
  reason: string;
  /** the column that has it; null where it is none, or more than one */
  column: number | null;
  /** SQL of the text in that column */
  text: string;
  /** SQL: the row has the problem */
  holds: string;
}

/** The reasons that `problemsOf` gives; keys of the `ingest` messages. */
export const problemReasons = [
  ...['no date', 'not a date', 'date out of range', 'no amount', 'not an amount', 'no quantity', 'not a quantity'],
  ...['no price', 'not a price', 'not a discount', 'no customer', 'no category', 'left out by rule', 'ambiguous number']
] as const;

/** Why rows of a file can be of no use, most telling first. One of them holds for each row that isn't usable. */
export function problemsOf(fields: readonly Field[], table: TableName): Problem[] {
  const product = fields.some(({role}) => role === 'unit_price');
  const difference = fields.filter(({role}) => role === 'credit' || role === 'debit');
  const overflow = {reason: 'not an amount', column: null, text: `''`, holds: 'amount is null'};
  return [
    ...fields.flatMap((field) => withUnmatched(field, problemsOfField(field, table, product))),
    ...(difference.length > 0 ? problemsOfDifference(difference) : []),
    ...(product || difference.length > 0 ? [overflow] : [])
  ];
}

/** Rows that the mapping's rules leave out; that comes before all else. */
export function problemsOfRules(mapping: FileMapping): Problem[] {
  return (mapping.only ?? []).map((rule) => ({
    reason: 'left out by rule',
    column: rule.column,
    text: `c${rule.column}`,
    holds: `not ${keepsSql(rule, mapping)}`
  }));
}

/** What a row can't be used without is missing since its key is not in the other file: that comes before all else. */
function withUnmatched({found = [], read}: Field, problems: Problem[]): Problem[] {
  if (problems.length === 0) return problems;
  const unmatched = found.map(({from, file, hit}): Problem => ({
    reason: `${unmatchedReason}${file}`,
    column: from,
    text: `c${from}`,
    holds: `${read} is null and ${hit} is null`
  }));
  return [...unmatched, ...problems];
}

/** Begins the reason of rows whose key is not in the other file, whose name ends it. */
export const unmatchedReason = 'no match in ';

/** Neither has a number, or one has something that is none. */
function problemsOfDifference(fields: readonly Field[]): Problem[] {
  const nothing = fields.map(({text}) => `coalesce(${isNothingSql(text)}, true)`).join(' and ');
  const bad = fields.map(({column, raw, text, read}): Problem => ({
    reason: 'not an amount',
    column,
    text: raw,
    holds: `${read} is null and not coalesce(${isNothingSql(text)}, true)`
  }));
  return [{reason: 'no amount', column: null, text: `''`, holds: nothing}, ...bad];
}

function problemsOfField(field: Field, table: TableName, product: boolean): Problem[] {
  const {role, type, required} = field;
  if (product && role === 'quantity') return lacking(field, 'no quantity', 'not a quantity');
  if (role === 'unit_price') return lacking(field, 'no price', 'not a price');
  if (role === 'line_discount_rate') return lacking(field, 'not a discount', 'not a discount');
  if (!required || (table === 'purchase' && role === 'customer_id')) return [];
  if (type === 'date') return [outOfRange(field), ...lacking(field, 'no date', 'not a date')];
  if (type !== 'text') return lacking(field, 'no amount', 'not an amount');
  return lacking(field, role === 'customer_id' ? 'no customer' : 'no category', '');
}

function lacking(field: Field, none: string, bad: string): Problem[] {
  const {column, raw, text, read, format} = field;
  const about = {column, text: raw};
  const nothing = `coalesce(${saysNothingSql(field)}, true)`;
  const without = {...about, reason: none, holds: bad === '' ? `${read} is null` : `${read} is null and ${nothing}`};
  const either = {...about, reason: 'ambiguous number', holds: `${read} is null and ${isAmbiguousSql(text)}`};
  if (bad === '') return [without];
  return [without, ...(format.marks === 'each' ? [either] : []), {...about, reason: bad, holds: `${read} is null`}];
}

const outOfRange = ({role, column, raw, read}: Field): Problem => ({
  reason: 'date out of range',
  column,
  text: raw,
  holds: `${role} is null and ${read} is not null`
});
