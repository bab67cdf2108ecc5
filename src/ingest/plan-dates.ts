import {isNothingSql, isZeroDateSql, plausibleSql, waysOf, waysSql} from './cast';
import type {Field} from './plan-fields';

/** The first way of writing a day, tried on every row. */
export const firstWaySql = ({text, format}: Field): string => waysSql(text, format)[0] ?? 'null::date';

/** The SQL name of the day that a way of a column gives. */
export const wayName = ({role}: Field, way: number): string => `${role}_way${way}`;

/**
 * Rows with the days of all date columns, and those within reason. Each further way is tried only on the rows that all
 * ways before it failed on, and has a column of its own, so that they can be counted.
 */
export function withDays(rows: string, fields: readonly Field[]): string {
  const dated = fields.filter(({type}) => type === 'date');
  const most = Math.max(0, ...dated.map(({format}) => waysOf(format).length));
  let from = rows;
  for (let way = 1; way < most; way++) {
    const further = dated.flatMap((field) => furtherSql(field, way));
    from = `(select *, ${further.join(', ')} from ${from})`;
  }
  if (dated.length === 0) return from;
  const days = dated.map((field) => `coalesce(${wayNames(field).join(', ')}) as ${field.read}`);
  const within = dated.map(
    ({role, read}) => `${plausibleSql(read, happened.includes(role) ? '2199-12-31' : undefined)} as ${role}`
  );
  return `(select *, ${within.join(', ')} from (select *, ${days.join(', ')} from ${from}))`;
}

/** A text that says that there is nothing; of days, all zeros too. */
export const saysNothingSql = ({text, type}: Pick<Field, 'text' | 'type'>): string =>
  type === 'date' ? `(${isNothingSql(text)} or ${isZeroDateSql(text)})` : isNothingSql(text);

const wayNames = (field: Field): string[] => waysOf(field.format).map((_, way) => wayName(field, way));

function furtherSql(field: Field, way: number): string[] {
  const sql = waysSql(field.text, field.format)[way];
  if (sql === undefined) return [];
  const failed = wayNames(field)
    .slice(0, way)
    .map((name) => `${name} is null`);
  return [`case when ${failed.join(' and ')} and ${field.text} is not null then ${sql} end as ${wayName(field, way)}`];
}

/** Days on which something happened can't be after 2199. */
const happened = ['purchased_on', 'occurred_on', 'incurred_on'];
