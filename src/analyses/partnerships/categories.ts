/** The kinds of costs of a partnership, in the order of the account; acquisition stands apart, below it. */
export const serving = ['delivery', 'bonus', 'returns', 'database', 'salaries', 'other'] as const;
export const categories = [...serving, 'acquisition'] as const;
export type Category = (typeof categories)[number];
export type Serving = (typeof serving)[number];

/** What a cost of all together can be shared out by. */
export const drivers = ['orders', 'lines', 'quantity', 'sales', 'equal'] as const;
export type Driver = (typeof drivers)[number];

/** The driver where neither the person nor the file names one. */
export const usualDriver: Readonly<Record<Category, Driver>> = {
  delivery: 'orders',
  bonus: 'sales',
  returns: 'lines',
  database: 'equal',
  salaries: 'orders',
  other: 'sales',
  acquisition: 'equal'
};

/** How files name the categories, as regular expressions over lower-case text; what none of them meets is "other". */
const names: Readonly<Record<Exclude<Category, 'other'>, string>> = {
  delivery: 'deliver|freight|shipping|shipment|transport|fracht|versand|liefer|leverans|frakt',
  bonus: 'bonus|kickback|commission',
  returns: 'return|retour|retur|reklamation',
  database: 'database|crm|databas|datenbank',
  salaries: 'salar|wage|payroll|account manag|gehalt|gehälter|lohn|löhne|lön',
  acquisition: 'acqui|advert|marketing|werbung|akqui|reklam'
};

/** The category of a cost, as SQL over the column that holds the file's word for it. */
export function categorySql(column: string): string {
  const cases = Object.entries(names).map(
    ([category, pattern]) => `when regexp_matches(lower(${column}), '${pattern}') then '${category}'`
  );
  return `case ${cases.join(' ')} else 'other' end`;
}

const spellings: Readonly<Record<Driver, string>> = {
  lines: 'line|item|row|position',
  orders: 'order|purchase|invoice',
  quantity: 'quantit|unit|piece|volume|weight',
  sales: 'sale|revenue|turnover|amount|value',
  equal: 'equal|even|customer|head'
};

/** The driver that a file names, as SQL; null where it names none, or one that isn't known. */
export function driverSql(column: string): string {
  const cases = Object.entries(spellings).map(
    ([driver, pattern]) => `when regexp_matches(lower(${column}), '${pattern}') then '${driver}'`
  );
  return `case ${cases.join(' ')} end`;
}
