import type {PageSource, TableRow} from '../../ui/pages.svelte';

/** Rows held in memory as a source of a table: searched in the text of every field, sorted by number or by text. */
export function sourceOf(rows: readonly TableRow[]): PageSource {
  const texts = rows.map((row) => Object.values(row).join('\n').toLocaleLowerCase());
  return (offset, limit, sort, search) => {
    const wanted = search.toLocaleLowerCase();
    const found = wanted === '' ? [...rows] : rows.filter((_, index) => texts[index]?.includes(wanted));
    if (sort) found.sort((a, b) => compare(a[sort.column], b[sort.column]) * (sort.descending ? -1 : 1));
    return Promise.resolve({rows: found.slice(offset, offset + limit), count: found.length});
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b));
}
