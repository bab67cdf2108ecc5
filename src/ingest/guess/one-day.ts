import type {TableName} from '../../tables/canonical';
import {periodIn} from './period';
import type {FileMapping, Inspection} from '../types';

/** The column that says when something happened, of tables that can't be read without it. */
const whens: Partial<Record<TableName, string>> = {purchase: 'purchased_on', interaction: 'occurred_on'};

/** The role that a day for all rows can stand in for; null where the table needs none. */
export const whenOf = ({table}: FileMapping): string | null => (table === null ? null : (whens[table] ?? null));

/**
 * Purchases of a file without dates are of the last day of the period that the file's name speaks of. A file that has
 * dates, in whatever column, stays as it is.
 */
export function withDayOfName(mapping: FileMapping, {columns}: Inspection): FileMapping {
  const {table, roles, amount, file, constants} = mapping;
  const lacksOnlyDay = table === 'purchase' && 'customer_id' in roles && amount !== null && !('purchased_on' in roles);
  const period = lacksOnlyDay && !columns.some(({looks}) => looks === 'date') ? periodIn(file) : null;
  return period
    ? {...mapping, constants: {...constants, purchased_on: period.to}, reason: {key: 'table.one-day'}}
    : mapping;
}
