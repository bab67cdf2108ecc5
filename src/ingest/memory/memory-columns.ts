import {canonical, type CanonicalColumn} from '../../tables/canonical';
import type {FileMapping} from '../types';

/** Whether a file is read without the column just as well: it plays a role, and none that its table or its amount needs. */
export function mayBeLeftOut({table, roles, amount}: FileMapping, column: number): boolean {
  const role = Object.keys(roles).find((name) => roles[name]?.column === column);
  if (table === null || role === undefined) return false;
  const columns: Record<string, CanonicalColumn> = canonical[table];
  const makes = amount === 'column' || amount === null ? [] : ['quantity', 'unit_price', 'credit', 'debit'];
  return columns[role]?.required !== true && !makes.includes(role);
}
