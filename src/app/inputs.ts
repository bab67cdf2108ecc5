import {locale} from '../messages/language';
import {shell} from '../messages/shell';
import {tables} from '../messages/tables';
import type {Need} from '../models/loaded';

/** Tables whose columns are called like those of purchases, so that the table has to be told too. */
const told = ['interaction', 'partnership_cost'] as const;

/** Columns in words, as a list: "Category and Cost of goods", "Customer and Date of Interactions". */
export function inputsOf(needs: readonly Need[]): string {
  const within = (table: string) => needs.filter((need) => need.startsWith(`${table}.`));
  const rest = needs.filter((need) => !told.some((table) => need.startsWith(`${table}.`)));
  const others = told
    .filter((table) => within(table).length > 0)
    .map((table) => shell.t('page.missing.of', {columns: listed(within(table)), table: tables.t(table)}));
  return [...(rest.length > 0 ? [listed(rest)] : []), ...others].join('; ');
}

function listed(needs: readonly Need[]): string {
  const words = needs.map((need) => tables.t(`${need}`));
  return new Intl.ListFormat(locale(), {type: 'conjunction'}).format(words);
}
