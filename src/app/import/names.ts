import type {Place} from '../../engine/errors';
import {words} from '../../messages/import';
import {tables} from '../../messages/tables';
import type {TableName} from '../../tables/canonical';

/** What people call the encoding. */
export function encodingName(label: string): string {
  const key = `encoding.${label.toLowerCase()}`;
  return words.has(key) ? words.t(key) : label;
}

/** What people call the mark that separates fields; '' where they stand in line. */
export function delimiterName(mark: string): string {
  const key = `delimiter.${({'': 'fixed', '\t': 'tab', ' ': 'space'} as Record<string, string>)[mark] ?? mark}`;
  return words.has(key) ? words.t(key) : words.t('delimiter.other', {mark});
}

/** What a rule does with its rows. */
export function ruleName(rule: string): string {
  const key = `rule.${rule}`;
  return words.has(key) ? words.t(key) : rule;
}

/** What the role is called in files of the table. */
export function roleName(table: TableName, role: string): string {
  const key = `${table}.${role}`;
  return tables.has(key) ? tables.t(key) : role;
}

/** Where in a file, and what is there: `orders.csv, line 48,213, column Amount: “n/a”`. */
export function placeOf({file, line, column, value}: Place): string {
  const parts = [file];
  if (line !== undefined) parts.push(words.t('place.line', {line}));
  if (column !== undefined) parts.push(words.t('place.column', {column}));
  const place = parts.join(', ');
  return value === undefined ? place : words.t('place.value', {place, value});
}
