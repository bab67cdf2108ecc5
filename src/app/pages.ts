import type {Row, Value} from '../engine/rows';
import {locale} from '../messages/language';
import type {TableColumn} from '../ui/cell';
import type {PageSource} from '../ui/pages.svelte';

/** Pages through rows that are already here. */
export function pagesOf(rows: readonly Row[], columns: readonly TableColumn[]): PageSource {
  const texts = columns.filter(({align}) => align === 'start').map(({name}) => name);
  return (offset, limit, sort, search) => {
    const wanted = search.toLocaleLowerCase(locale());
    const found = rows.filter((row) => wanted === '' || texts.some((name) => has(row[name] ?? null, wanted)));
    const sorted = sort ? found.toSorted(by(sort.column, sort.descending)) : found;
    return Promise.resolve({rows: sorted.slice(offset, offset + limit), count: found.length});
  };
}

function has(value: Value, wanted: string): boolean {
  return value !== null && String(value).toLocaleLowerCase(locale()).includes(wanted);
}

/** Nothing comes last, whichever way. */
function by(column: string, descending: boolean): (a: Row, b: Row) => number {
  const text = new Intl.Collator(locale(), {numeric: true});
  return (a, b) => {
    const [x = null, y = null] = [a[column], b[column]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === 'string' && typeof y === 'string' ? text.compare(x, y) : Number(x) - Number(y);
    return descending ? -order : order;
  };
}
