import {count, day, decimal, money, month, nothing, share} from '../messages/format';
import {words} from '../messages/ui';

/** How the values of a column are shown. */
export type Unit = 'text' | 'money' | 'count' | 'share' | 'number' | 'date' | 'month' | 'class' | 'flag';

/** A column of a table, as it is headed and shown. */
export interface TableColumn {
  name: string;
  /** with the unit where the cells leave it out: "Net sales (£)" */
  label: string;
  unit: Unit;
  align: 'start' | 'end';
  /** what the column means, one hover or key away */
  help?: string;
  /** what a value of a class is called; '' asks for what stands for none of them */
  word?: (value: string) => string;
}

/** A value as a cell shows it; `–` where there is nothing to say. */
export function cellText(value: unknown, unit: Unit, word?: TableColumn['word']): string {
  if (value === null && unit === 'class' && word) return word('') || nothing;
  if (value === null || value === undefined || value === '') return nothing;
  if (unit === 'class' && word) return word(String(value));
  if (unit === 'date') return day(String(value));
  if (unit === 'month') return month(String(value));
  if (unit === 'flag' && typeof value === 'boolean') return words.t(value ? 'value.yes' : 'value.no');
  const show = numeric[unit];
  return show && isNumeric(value) ? show(value) : String(value);
}

/** A value as it goes to the clipboard: exact, unformatted, on one line. */
export function plainText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).replace(/[\t\r\n]+/g, ' ');
}

type Numeric = number | bigint | string;

const numeric: Partial<Record<Unit, (value: Numeric) => string>> = {
  money: (value) => money(value),
  count: (value) => count(value),
  share: (value) => share(value),
  number: (value) => decimal(value)
};

const isNumeric = (value: unknown): value is Numeric =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)));
