/**
 * The years from a day to another, both included, as SQL: whole ones from anniversary to anniversary, the rest as a part
 * of the year that it belongs to. A calendar year is 1, leap or not.
 */
export function yearsSql(from: string, to: string): string {
  const whole = `date_sub('year', ${from}, ${to} + 1)`;
  const anniversary = (years: string): string => `(${from} + to_years((${years})::integer))::date`;
  const rest = `(${to} + 1 - ${anniversary(whole)})`;
  const length = `(${anniversary(`${whole} + 1`)} - ${anniversary(whole)})`;
  return `(${whole} + ${rest}::double / ${length})`;
}
