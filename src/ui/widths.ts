import {cellText, type TableColumn} from './cell';
import type {TableRow} from './pages.svelte';

/** The longest text seen in a column, in characters, by the column's name. */
export type Lengths = ReadonlyMap<string, number>;

/** Text columns wider than this shorten what is longer; numbers are never cut. */
const roomy = 32;

/** The lengths with more rows seen; a column grows and never shrinks, so that a table stands still while its rows change. */
export function grown(lengths: Lengths, columns: readonly TableColumn[], rows: readonly TableRow[]): Lengths {
  const found = columns.map(({name, unit, word}) => {
    const longest = rows.reduce((most, row) => Math.max(most, cellText(row[name], unit, word).length), 0);
    return [name, Math.max(longest, lengths.get(name) ?? 0)] as const;
  });
  const same = found.every(([name, length]) => length === lengths.get(name));
  return same ? lengths : new Map([...lengths, ...found]);
}

/**
 * Column widths as `grid-template-columns` takes them, and what they take together at least. Where the table is narrow,
 * `--first` limits the first column, which stays in place.
 */
export function widths(columns: readonly TableColumn[], lengths: Lengths): {template: string; least: string} {
  const tracks = columns.map(({name, label, align}, at) => {
    const needed = Math.max(5, label.length + 2, lengths.get(name) ?? 0);
    if (align === 'end') return {least: width(needed), most: width(needed)};
    const least = width(Math.min(needed, roomy));
    const most = width(Math.min(needed, 2 * roomy));
    return at > 0 ? {least, most} : {least: `min(${least}, var(--first))`, most: `min(${most}, var(--first))`};
  });
  return {
    template: tracks.map(({least, most}) => `minmax(${least}, ${most})`).join(' '),
    least: `calc(${tracks.map(({least}) => least).join(' + ')})`
  };
}

const width = (characters: number): string => `calc(${characters}ch + 1.25rem)`;
