import type {Choice} from './assign';
import {languageOf} from './dictionary';
import {currencyOf} from '../values/numbers';
import type {ColumnProfile} from '../types';

/** The one currency of a file's amounts, an ISO 4217 code: from the values, else from the name of the column. */
export function currencyOfFile(
  columns: readonly ColumnProfile[],
  chosen: ReadonlyMap<string, Choice>
): string | undefined {
  const column = (chosen.get('amount') ?? chosen.get('unit_price'))?.column;
  if (!column) return undefined;
  const found = column.currency ?? inName(column.name);
  return found === 'kr' ? crowns(columns) : found;
}

function inName(name: string): string | undefined {
  const [only, ...others] = name
    .split(/[^\p{L}€$£]+/u)
    .flatMap((word) => (word === '' ? [] : (currencyOf(word) ?? [])));
  return others.length === 0 ? only : undefined;
}

/** `kr` is Swedish where the column names are; Norwegian and Danish names are not in the dictionary. */
function crowns(columns: readonly ColumnProfile[]): string | undefined {
  return languageOf(columns.map(({name}) => name)) === 'sv' ? 'SEK' : undefined;
}
