import {kindOf} from './cells';
import {mostCommon} from './column-dates';
import {linesOf} from './records';
import type {Dialect} from '../types';

/** Text whose columns stand in line below one another: how they are told apart, and how many there are. */
export interface InLine {
  dialect: Dialect;
  width: number;
  rows: number;
  /** a line of dashes below the names shows where columns begin */
  ruled: boolean;
}

/** Columns that stand in line: parted by blanks, or at fixed places. Null where the lines have no such order. */
export function columnsInLine(sample: string): InLine | null {
  const lines = linesOf(sample).filter((line) => line.trim() !== '');
  if (lines.length < 3) return null;
  const places = ruled(lines);
  if (places) return places;
  const byBlanks = aligned(lines);
  if (!byBlanks) return fixed(lines) ?? belowTitles(lines);
  const named = lines.slice(Math.max(0, firstOf(lines, byBlanks.width) - 1));
  const byPlaces = fixed(lines) ?? fixed(named);
  return byPlaces && isNamedSo(lines, byBlanks, byPlaces) ? byPlaces : byBlanks;
}

/** Where columns of fixed width begin; one column where nothing shows it. */
export function startsIn(text: string): readonly number[] {
  const lines = linesOf(text.slice(0, 262_144)).filter((line) => line.trim() !== '');
  return (ruled(lines) ?? fixed(lines))?.dialect.starts ?? [0];
}

/** A line of dashes in groups: `-----  ----`. */
const isRuler = (line: string): boolean => /^ *[-=_]{2,}(?: +[-=_]+)+ *$/.test(line);

function ruled(lines: readonly string[]): InLine | null {
  const ruler = lines.slice(0, 20).find(isRuler);
  if (ruler === undefined) return null;
  const starts = [...ruler.matchAll(/[-=_]+/g)].map(({index}) => index);
  return fixedAt([0, ...starts.slice(1)], lines.length, true);
}

const fixedAt = (starts: readonly number[], rows: number, ruled = false): InLine => ({
  dialect: {delimiter: '', quote: '', escape: '', starts},
  width: starts.length,
  rows,
  ruled
});

/** Runs of blanks split nearly all lines alike, but for titles, and most of those have numbers. */
function aligned(lines: readonly string[]): InLine | null {
  const rows = lines.map((line) => line.trim().split(/[ \t]{1,200}/));
  const width = mostCommon(rows.map((row) => row.length));
  const first = rows.findIndex((row) => row.length === width);
  const even = rows.filter((row) => row.length === width);
  if (width === '' || width < 2 || first > 3 || even.length < Math.max(3, (rows.length - first) * 0.9)) return null;
  const runs = lines.filter((line) => /\S[ \t]{2,}\S|^ +\S/.test(line.slice(0, 2000))).length;
  const numbers = even.slice(1).filter((row) => row.some((cell) => kindOf(cell) === 'number')).length;
  if (runs < lines.length * 0.5 || numbers < (even.length - 1) * 0.8) return null;
  return {dialect: {delimiter: ' ', quote: '', escape: '', aligned: true}, width, rows: rows.length, ruled: false};
}

/** Columns at fixed places, two blanks apart, below one to three lines of titles, which don't keep to them. */
function belowTitles(lines: readonly string[]): InLine | null {
  const rows = placesOf(lines);
  if (rows.some((row) => row.includes('\t'))) return null;
  const found = [1, 2, 3].map((titles) =>
    rows.length < titles + 4 ? null : fixedIn(rows.slice(titles), {allowed: 0, least: 2})
  );
  return found.find((one) => one !== null && one.width > 2) ?? null;
}

/** A line above the rows has as many words as there are columns at fixed places: blanks inside those are text. */
function isNamedSo(lines: readonly string[], byBlanks: InLine, byPlaces: InLine): boolean {
  const above = lines.slice(0, Math.max(0, firstOf(lines, byBlanks.width)));
  return byPlaces.width < byBlanks.width && above.some((line) => wordsOf(line) === byPlaces.width);
}

/** The first line with so many words; −1 where there is none. */
const firstOf = (lines: readonly string[], words: number): number => lines.findIndex((line) => wordsOf(line) === words);

const wordsOf = (line: string): number => line.trim().split(/[ \t]{1,200}/).length;

/** Some places are blank on all lines, but for a few that may be titles and notes; single blanks only on all of them. */
function fixed(lines: readonly string[]): InLine | null {
  const rows = placesOf(lines);
  if (rows.some((row) => row.includes('\t'))) return null;
  const allowed = rows.length < 8 ? 0 : Math.max(1, Math.floor(rows.length * 0.03));
  const strict = fixedIn(rows, {allowed: 0, least: 2}) ?? fixedIn(rows, {allowed, least: 2});
  return strict ?? (rows.length < 10 ? null : fixedIn(rows, {allowed: 0, least: 1}));
}

/** What stands at each place of the first lines. */
const placesOf = (lines: readonly string[]): Rows =>
  lines.slice(0, 400).map((line) => [...line.trimEnd()].slice(0, 5000));

function fixedIn(rows: Rows, {allowed, least}: {allowed: number; least: number}): InLine | null {
  const blocks = underNames(blocksOf(rows, allowed), rows, least);
  const isApart = blocks.every((block, at) => at === 0 || block.start - (blocks[at - 1]?.end ?? 0) >= least);
  if (blocks.length < 2 || !isApart || (rows.length < 10 && !blocks.some((block) => isTyped(rows, block)))) return null;
  const starts = blocks.map((block, at) => (at === 0 ? 0 : startOf(rows, block, blocks[at - 1]?.end ?? 0)));
  const cut = rows.filter((row) => starts.some((start) => isFilled(row[start - 1]) && isFilled(row[start])));
  const isNamed = rows.findIndex((row) => !cut.includes(row)) <= 2;
  return cut.length <= allowed && isNamed && evenly(rows, blocks) ? fixedAt(starts, rows.length) : null;
}

/** Blocks nearer than `least` are one where either has no name above it: dates and their times, currencies and amounts. */
function underNames(blocks: readonly Block[], rows: Rows, least: number): Block[] {
  const has = (row: readonly string[], {start, end}: Block): boolean => row.slice(start, end).some(isFilled);
  const head = rows.slice(0, 3).find((row) => blocks.filter((block) => has(row, block)).length > 1) ?? [];
  return blocks.reduce<Block[]>((found, block) => {
    const last = found.at(-1);
    const isOne = last && block.start - last.end < least && !(has(head, last) && has(head, block));
    if (isOne) last.end = block.end;
    else found.push({...block});
    return found;
  }, []);
}

const isFilled = (letter: string | undefined): boolean => letter !== undefined && letter !== ' ';

/** Most rows have something in most columns. */
function evenly(rows: Rows, blocks: readonly Block[]): boolean {
  const filled = (row: readonly string[]): number =>
    blocks.filter(({start, end}) => row.slice(start, end).some(isFilled)).length;
  return rows.filter((row) => filled(row) > blocks.length / 2).length >= rows.length * 0.8;
}

type Rows = readonly (readonly string[])[];

/** Places from `start` up to `end` that lines fill. */
interface Block {
  start: number;
  end: number;
}

function blocksOf(rows: Rows, allowed: number): Block[] {
  const filled: number[] = [];
  for (const row of rows) row.forEach((letter, at) => letter !== ' ' && (filled[at] = (filled[at] ?? 0) + 1));
  const blocks: Block[] = [];
  for (let at = 0; at < filled.length; at++) {
    if ((filled[at] ?? 0) <= allowed) continue;
    const last = blocks.at(-1);
    if (last && last.end === at) last.end = at + 1;
    else blocks.push({start: at, end: at + 1});
  }
  return blocks;
}

/** Most of the values below the first are numbers or dates. */
function isTyped(rows: Rows, {start, end}: Block): boolean {
  const cells = rows.slice(1).map((row) => row.slice(start, end).join('').trim());
  const filled = cells.filter((cell) => cell !== '');
  const typed = filled.filter((cell) => ['number', 'date', 'time'].includes(kindOf(cell))).length;
  return filled.length > 0 && typed >= filled.length * 0.8;
}

/** Where a column begins: of values that end in line, right behind the column before; of others, with the first of them. */
function startOf(rows: Rows, {start, end}: Block, before: number): number {
  const cells = rows.map((row) => row.slice(start, end).join('')).filter((cell) => cell.trim() !== '');
  const beginning = cells.filter((cell) => cell.startsWith(' ')).length;
  const ending = cells.filter((cell) => cell.trimEnd().length === end - start).length;
  return beginning > 0 && ending >= cells.length * 0.9 ? before : start;
}
