import {assign, type Choice} from './assign';
import type {ColumnProfile, RoleMapping} from '../types';

interface Amounts {
  choice: Choice;
  columns: readonly ColumnProfile[];
  preview: readonly (readonly string[])[];
}

/** Why the column is the amount: its name, and, where the file has them, that quantity × unit price gives the same. */
export function amountEvidence(
  {choice, columns, preview}: Amounts,
  values: Record<string, string | number>
): NonNullable<RoleMapping['reason']> {
  const roles = assign('purchase', columns);
  const [quantity, price] = [roles.get('quantity')?.column, roles.get('unit_price')?.column];
  if (price?.index === choice.column.index || (choice.sure <= 0.5 && !quantity)) return {key: 'role.price', values};
  if (!quantity || !price) return {key: 'role.header', values};
  const rows = preview.map((row) => [quantity, price, choice.column].map((column) => numberIn(row, column)));
  const full = rows.filter((row) => row.every((number) => Number.isFinite(number)));
  const equal = full.filter(
    ([count = 0, each = 0, sum = 0]) => Math.abs(count * each - sum) <= 0.011 + Math.abs(sum) * 0.001
  );
  return equal.length >= full.length * 0.9 && full.length > 0
    ? {key: 'role.product', values: {...values, equal: equal.length, of: full.length}}
    : {key: 'role.header', values};
}

/** The number in the cell, for comparison only: the import reads it exactly. */
function numberIn(row: readonly string[], {index, format}: ColumnProfile): number {
  const text = row[index] ?? '';
  const digits = text.replace(format.decimal === ',' ? /[^\d,]/g : /[^\d.]/g, '').replace(',', '.');
  return digits === '' ? NaN : Number(digits) * (/[-−(]/.test(text) ? -1 : 1);
}
