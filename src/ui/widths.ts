import {cellText, type TableColumn} from './cell';
import type {TableRow} from './pages.svelte';

/** The longest text that a column makes room for by itself, in characters. */
const roomy = 30;

/** Column widths as CSS for `grid-template-columns`, and what they take at least: numbers whole, text shortened where it is long. */
export function widths(
  columns: readonly TableColumn[],
  sample: readonly TableRow[]
): {template: string; least: string} {
  const characters = columns.map((column) => {
    const cells = sample.map((row) => cellText(row[column.name], column.unit).length);
    return Math.max(5, column.label.length + 2, ...cells);
  });
  const template = characters.map((count, index) => {
    if (columns[index]?.align === 'end') return width(count);
    return `minmax(${width(Math.min(count, roomy))}, ${width(Math.min(count, roomy * 2))})`;
  });
  const total = columns.reduce((sum, {align}, index) => sum + least(characters[index] ?? 0, align), 0);
  return {template: template.join(' '), least: `calc(${total}ch + ${columns.length * padding}rem)`};
}

const padding = 1.25;
const width = (characters: number): string => `calc(${characters}ch + ${padding}rem)`;
const least = (characters: number, align: 'start' | 'end'): number =>
  align === 'end' ? characters : Math.min(characters, roomy);
