import {kindOf} from './cells';
import {tableWidth} from './dialect';
import {recordsOf} from './records';
import type {Dialect} from '../types';

/** What comment lines begin with, most usual first. */
export const commentMarks = ['#', '//', '--', '%', '*', '+-', '!', ';'] as const;

/** What lines between the rows of a table begin with that are none; '' where there are no such lines. */
export function commentMark(lines: readonly string[], dialect: Dialect): string {
  const width = widthOf(lines, dialect);
  const likely = commentMarks.filter((mark) => !dialect.delimiter.startsWith(mark));
  return likely.find((mark) => isComment(mark, {lines, dialect, width})) ?? '';
}

/** The same lines, with comments blank. */
export function withoutComments(lines: readonly string[], mark: string): readonly string[] {
  return mark === '' ? lines : lines.map((line) => (line.startsWith(mark) ? '' : line));
}

function widthOf(lines: readonly string[], dialect: Dialect): number {
  return tableWidth(recordsOf(lines.slice(0, 1000).join('\n'), dialect).map(({cells}) => cells));
}

interface Among {
  lines: readonly string[];
  dialect: Dialect;
  width: number;
}

/** Lines begin so, rows stand above one of them and below, and none of them is a row of the table. */
function isComment(mark: string, {lines, dialect, width}: Among): boolean {
  const places = lines.flatMap((line, at) => (line.startsWith(mark) ? [at] : []));
  if (width < 2 || places.length === 0 || places.length > lines.length / 2) return false;
  const cellsOf = (line: string): string[] => recordsOf(line, dialect)[0]?.cells ?? [];
  const isRow = (line: string): boolean => !line.startsWith(mark) && cellsOf(line).length === width;
  const above = lines.slice(0, places.at(-1)).filter(isRow).length;
  const alone = places.every((at) => cellsOf(lines[at] ?? '').filter((cell) => cell.trim() !== '').length <= 1);
  const misfits = places.every((at) => cellsOf(lines[at] ?? '').length !== width);
  return above > 0 && (misfits || alone || isTold({lines, dialect, places, isRow}));
}

interface Told extends Pick<Among, 'lines' | 'dialect'> {
  places: readonly number[];
  isRow: (line: string) => boolean;
}

/** Words by their sign, as wide as the table by chance: rows have numbers or dates, these lines have none. */
function isTold({lines, dialect, places, isRow}: Told): boolean {
  const isTyped = (line: string): boolean =>
    (recordsOf(line, dialect)[0]?.cells ?? []).some((cell) => ['number', 'date'].includes(kindOf(cell)));
  const rows = lines.filter(isRow).slice(1, 101);
  const told = places.map((at) => lines[at] ?? '');
  return (
    told.every((line) => /^(?:#|\/\/) /.test(line) && !isTyped(line)) &&
    rows.filter(isTyped).length >= Math.max(3, rows.length * 0.6)
  );
}
