import {tables} from '../messages/tables';
import type {Need} from '../models/loaded';
import {locale} from '../messages/language';

/** Columns in words, as a list: "category and cost of purchases". */
export function inputsOf(needs: readonly Need[]): string {
  const words = needs.map((need) => tables.t(`${need}`));
  return new Intl.ListFormat(locale(), {type: 'conjunction'}).format(words);
}
