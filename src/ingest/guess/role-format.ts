import {canonical, type ColumnType, type TableName} from '../../tables/canonical';
import type {ColumnProfile, Format} from '../types';

/** What a role's column is read as: also for the two roles of purchases that no table has. */
export function typeOfRole(table: TableName, role: string): ColumnType | undefined {
  if (table === 'purchase' && ['unit_price', 'unit_cost', 'credit', 'debit'].includes(role)) return 'money';
  if (table === 'purchase' && role === 'line_discount_rate') return 'number';
  const columns: Record<string, {type: ColumnType}> = canonical[table];
  return Object.hasOwn(columns, role) ? columns[role]?.type : undefined;
}

/** The part of a column's format that a role's type needs. */
export function formatFor(profile: ColumnProfile, type: ColumnType): Format {
  const {date, dates, decimal, marks, debit, open, sign, id} = profile.format;
  if (type === 'date') return date === undefined ? {} : {date, ...(dates === undefined ? {} : {dates})};
  if (type === 'text') return id === undefined ? {} : {id};
  const number = Object.entries({decimal, marks, debit, open, sign});
  return Object.fromEntries(number.filter(([, value]) => value !== undefined));
}
