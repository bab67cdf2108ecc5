import {isNothingSql, isZeroDateSql, plausibleSql, waysOf, waysSql} from '../values/cast';
import type {Field} from './plan-fields';

/** The first way of writing a day, tried on every row. */
export const firstWaySql = ({text, format}: Field): string => waysSql(text, format)[0] ?? 'null::date';

/** The SQL name of the day that a way of a column gives. */
export const wayName = ({role}: Field, way: number): string => `${role}_way${way}`;

/** SQL: the day of a column was read in a further way, of the given place among them. */
export function isReadBy(field: Field, way: number): string {
  if (way < waysOf(field.format).length - 1) return `${wayName(field, way)} is not null`;
  return `${failedSql(field, way)} and ${field.read} is not null`;
}

/**
 * Rows with the days of all date columns, and those within reason. Each further way is tried only on the rows that all
 * ways before it failed on, and has a column of its own but for the last one, so that they can be counted.
 */
export function withDays(rows: string, fields: readonly Field[]): string {
  const dated = fields.filter(({type}) => type === 'date');
  if (dated.length === 0) return rows;
  const most = Math.max(...dated.map(({format}) => waysOf(format).length));
  let from = rows;
  for (let way = 1; way < most - 1; way++) {
    const further = dated.flatMap((field) => furtherSql(field, way));
    from = `(select *, ${further.join(', ')} from ${from})`;
  }
  const within = dated.map(
    ({role, read}) => `${plausibleSql(read, happened.includes(role) ? '2199-12-31' : undefined)} as ${role}`
  );
  return `(select *, ${within.join(', ')} from (select *, ${dated.map(daySql).join(', ')} from ${from}))`;
}

function daySql(field: Field): string {
  const ways = waysSql(field.text, field.format);
  const last = ways.length === 1 ? wayName(field, 0) : (ways.at(-1) ?? '');
  const before = ways.slice(0, -1).map((_, way) => wayName(field, way));
  return `coalesce(${[...before, last].join(', ')}) as ${field.read}`;
}

/** A text that says that there is nothing; of days, all zeros too. */
export const saysNothingSql = ({text, type}: Pick<Field, 'text' | 'type'>): string =>
  type === 'date' ? `(${isNothingSql(text)} or ${isZeroDateSql(text)})` : isNothingSql(text);

const failedSql = (field: Field, way: number): string =>
  Array.from({length: way}, (_, before) => `${wayName(field, before)} is null`).join(' and ');

function furtherSql(field: Field, way: number): string[] {
  const ways = waysSql(field.text, field.format);
  if (way >= ways.length - 1) return [];
  return [
    `case when ${failedSql(field, way)} and ${field.text} is not null then ${ways[way] ?? ''} end as ${wayName(field, way)}`
  ];
}

/** Days on which something happened can't be after 2199. */
const happened = ['purchased_on', 'occurred_on', 'incurred_on'];
