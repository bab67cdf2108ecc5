import {isNull, kindOf, type Kind} from './cells';
import {mostCommon} from './column-dates';
import {columnsInLine, type InLine} from './columns';
import {isBlank, isMisquoted, linesOf, recordsOf, type FileRecord} from './records';
import type {Dialect, Reasoned} from '../types';
import {widened} from './widen';

/** How the records of a text with `\n` line ends are written: the dialect in which they are most like a table. */
export function detectDialect(text: string): Reasoned<Dialect> {
  const declared = declaredDelimiter(text);
  const sample = withoutComments(sampleOf(text));
  if (declared !== undefined) {
    const {dialect} = bestQuoting(sample, declared);
    return {value: dialect, reason: {key: 'dialect.declared', values: {delimiter: nameOf(declared)}}};
  }
  const trials = [...candidates(sample).map((mark) => bestWidth(sample, mark)), ...longTrials(sample)];
  const [best, second] = distinct(trials.sort((a, b) => b.score - a.score));
  const inLine = columnsInLine(sample);
  if (inLine && (inLine.ruled || !isSound(best) || isWithinText(sample, best, inLine)))
    return {value: inLine.dialect, reason: inLineReason(inLine)};
  if (!best || best.score === 0) return {value: plain(','), reason: {key: 'dialect.one-column'}};
  const doubtful = second !== undefined && second.score > best.score * 0.85;
  return {value: best.dialect, reason: doubtful ? doubt(best, second) : certainty(best)};
}

/** The delimiter that Excel's `sep=;` line on top of a file declares. */
export function declaredDelimiter(text: string): string | undefined {
  const [first = '', next = ''] = text.slice(0, 2000).split('\n', 2);
  const said = /^"?sep=([^"]{1,12})"?[;,\t|]*$/i.exec(first)?.[1];
  if (said === undefined) return undefined;
  if (said.toLowerCase() === '\\t') return '\t';
  const mark = said.replace(/(?<=.)[;,\t|]+$/, '');
  return said.length > 1 && next.includes(said) ? said : mark.slice(0, 4);
}

/** A delimiter that business files use splits nearly all lines alike: then no columns in line are looked for. */
function isSound(best: Trial | undefined): boolean {
  if (!best || best.score === 0) return false;
  const {delimiter} = best.dialect;
  return (common.includes(delimiter.trim() || delimiter) || delimiter.length > 1) && best.even >= best.rows * 0.8;
}

/** Commas on the rows, but none on the line above, mark decimals or belong to dates where more columns stand in line. */
function isWithinText(sample: string, best: Trial | undefined, inLine: InLine): boolean {
  if (best?.dialect.delimiter.trim() !== ',' || best.width >= inLine.width) return false;
  const lines = linesOf(sample).filter((line) => line.trim() !== '');
  return lines.findIndex((line) => line.includes(',')) > 0;
}

/** Each delimiter once, as it does best. */
function distinct(trials: readonly Trial[]): Trial[] {
  const first = (trial: Trial): number =>
    trials.findIndex(({dialect}) => dialect.delimiter === trial.dialect.delimiter);
  return trials.filter((trial, at) => first(trial) === at);
}

/** Delimiters of several characters on nearly all lines, where the first line with one has no part of it alone. */
function longTrials(sample: string): Trial[] {
  const lines = linesOf(sample).filter((line) => line.trim() !== '');
  const often = (mark: string): boolean => lines.filter((line) => line.includes(mark)).length >= lines.length * 0.8;
  const isWhole = (mark: string): boolean => {
    const first = lines.find((line) => line.includes(mark)) ?? '';
    return !first.replaceAll(mark, '').includes(mark.trim()[0] ?? '');
  };
  return long.filter((mark) => often(mark) && isWhole(mark)).map((mark) => bestQuoting(sample, mark));
}

const long = [', ', '; ', ' | ', '::', '||', '~|~', '|~|'];

function inLineReason({dialect, width, rows}: InLine): Reasoned<Dialect>['reason'] {
  return {key: dialect.starts ? 'dialect.fixed' : 'dialect.aligned', values: {width, rows}};
}

/** The text without its comment lines, where they are not most of it. */
function withoutComments(sample: string): string {
  const lines = sample.split('\n');
  const rest = lines.filter((line) => !/^(?:#|\/\/)/.test(line));
  return rest.length === lines.length || rest.length < Math.max(3, lines.length * 0.3) ? sample : rest.join('\n');
}

/** The delimiter, or a longer one that it is always part of. */
function bestWidth(sample: string, delimiter: string): Trial {
  const narrow = bestQuoting(sample, delimiter);
  const wide = widened(sample, delimiter, narrow.dialect.quote);
  if (wide === delimiter) return narrow;
  const trial = bestQuoting(sample, wide);
  return trial.score > 0 && trial.even >= narrow.even * 0.95 ? trial : narrow;
}

interface Trial {
  dialect: Dialect;
  /** 0 where the text is no table in this dialect */
  score: number;
  width: number;
  /** records looked at, and how many of them have that width */
  rows: number;
  even: number;
}

const common = [',', ';', '\t', '|'];
const rare = ['^', '~', '¦', '§', '\x01', '\x1f', ':', ' '];
const trust: Record<string, number> = {':': 0.3, ' ': 0.45};

/** What messages choose their word by. */
const nameOf = (delimiter: string): string => names[delimiter] ?? delimiter;
const names: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ':': 'colon',
  ' ': 'space'
};

const plain = (delimiter: string): Dialect => ({delimiter, quote: '"', escape: '"'});

function certainty({dialect, width, rows, even}: Trial): Reasoned<Dialect>['reason'] {
  const key = even === rows ? 'dialect.fits' : even >= rows * 0.6 ? 'dialect.mostly' : 'dialect.poorly';
  return {key, values: {delimiter: nameOf(dialect.delimiter), width, rows, even}};
}

function doubt(best: Trial, second: Trial): Reasoned<Dialect>['reason'] {
  const values = {
    delimiter: nameOf(best.dialect.delimiter),
    width: best.width,
    other: nameOf(second.dialect.delimiter)
  };
  return {key: 'dialect.doubt', values: {...values, other_width: second.width}};
}

/** The first lines: 64 KiB or 400 lines, but five lines at least. */
function sampleOf(text: string): string {
  let end = 0;
  for (let lines = 0; lines < 400 && end >= 0 && (end < 65536 || lines < 5); lines++) {
    const next = text.indexOf('\n', end);
    if (next < 0) return text;
    end = next + 1;
  }
  return text.slice(0, end);
}

function candidates(sample: string): string[] {
  const lines = linesOf(sample).filter((line) => line.trim() !== '');
  const often = (delimiter: string): boolean =>
    lines.filter((line) => line.includes(delimiter)).length >= lines.length * 0.5;
  const others = [...new Set(lines.slice(0, 3).join(''))].filter((mark) => isMark(mark) && isRegular(lines, mark));
  return [...common.filter((delimiter) => sample.includes(delimiter)), ...rare.filter(often), ...others];
}

/** Any other character that is no letter, digit, blank, quote or usual in words and numbers. */
const isMark = (mark: string): boolean =>
  !common.includes(mark) && !rare.includes(mark) && !/[\p{L}\p{N}\p{Sc}\s"'.()[\]/\\_@&%+\u2019-]/u.test(mark);

/** It is on nearly every line, as often as on the first. */
function isRegular(lines: readonly string[], mark: string): boolean {
  const counts = lines.map((line) => line.split(mark).length - 1);
  return lines.length > 2 && counts.filter((count) => count > 0 && count === counts[0]).length >= lines.length * 0.9;
}

function bestQuoting(sample: string, delimiter: string): Trial {
  const tried = [plain(delimiter), ...quotings(sample, delimiter)].map((dialect) => attempt(sample, dialect));
  return tried.reduce((best, trial) => (trial.score > best.score * 1.02 ? trial : best));
}

/** Other ways to quote that the text gives a reason to try. */
function quotings(sample: string, delimiter: string): Dialect[] {
  const found: Dialect[] = [];
  if (sample.includes('\\"')) found.push({delimiter, quote: '"', escape: '\\'});
  if (sample.includes('\0"')) found.push({delimiter, quote: '"', escape: '\0'});
  if (isMisquoted(sample, plain(delimiter))) found.push({delimiter, quote: '', escape: ''});
  if (bounded(sample, delimiter, "'")) found.push({delimiter, quote: "'", escape: "'"});
  return found;
}

/** Fields begin and end with the mark, several of them. */
function bounded(sample: string, delimiter: string, mark: string): boolean {
  const fields = linesOf(sample).flatMap((line) => line.split(delimiter));
  const opening = fields.filter((field) => field.startsWith(mark)).length;
  const closing = fields.filter((field) => field.endsWith(mark)).length;
  return opening >= 2 && closing >= opening * 0.8 && opening >= closing * 0.8;
}

function attempt(sample: string, dialect: Dialect): Trial {
  const records = recordsOf(sample, dialect).filter((record) => !isBlank(record));
  const width = tableWidth(records.map(({cells}) => cells));
  if (width < 2 || !isBelievable(records, dialect)) return {dialect, width, score: 0, rows: records.length, even: 0};
  const even = records.filter(({cells}) => fits(cells, width));
  const evenness = even.length / records.length;
  const shape = (width - 1) / width;
  const score = evenness ** 1.5 * (0.2 + 0.8 * tidiness(even, dialect, width)) * shape * trustOf(dialect);
  return {dialect, width, score: score * firstLineFits(records, width), rows: records.length, even: even.length};
}

/** Marks that are usual in text must split the first line too, and several lines. */
function isBelievable(records: readonly FileRecord[], {delimiter}: Dialect): boolean {
  return trust[delimiter] === undefined || (records.length > 2 && (records[0]?.cells.length ?? 0) > 1);
}

const trustOf = ({delimiter}: Dialect): number =>
  trust[delimiter] ?? (common.includes(delimiter.trim() || delimiter) || delimiter.length > 1 ? 1 : 0.8);

/** How many fields the rows have that make the table: what most have, but rather several than one. */
export function tableWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows.map((cells) => cells.length);
  const several = widths.filter((width) => width > 1);
  const most = mostCommon(several.length >= widths.length * 0.4 ? several : widths);
  return most === '' ? 0 : most;
}

/** As wide as the table, or wider only by empty fields. */
function fits(cells: readonly string[], width: number): boolean {
  return cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell === ''));
}

/** Titles above a table are rightly narrower, but a header that a delimiter doesn't split, or otherwise, speaks against it. */
function firstLineFits(records: readonly FileRecord[], width: number): number {
  const first = records.findIndex(({cells}) => fits(cells, width));
  const header = records[first]?.cells ?? [];
  if (first === 0) return header.every((cell) => !isNull(cell)) ? 1 : 0.98;
  if ((records[first - 1]?.cells.length ?? 0) > 1) return 0.8;
  return records[0]?.cells.length === 1 && first === 1 ? 0.8 : 0.9;
}

/** How much the columns hold one kind of value each, 0 to 1, and none that looks like several fields. */
function tidiness(even: readonly FileRecord[], dialect: Dialect, width: number): number {
  const rows = even.slice(even.length > 2 ? 1 : 0).slice(0, 100);
  const columns = Math.min(width, 80);
  let sum = 0;
  for (let at = 0; at < columns; at++)
    sum += tidy(
      rows.map(({cells}) => cells[at] ?? ''),
      dialect
    );
  return sum / columns;
}

function tidy(cells: readonly string[], dialect: Dialect): number {
  const kinds = cells.map(kindOf);
  const filled = kinds.filter((kind) => kind !== 'empty').length;
  if (filled === 0) return 0.5;
  const untidy = cells.filter((cell) => isUntidy(cell, dialect)).length / filled;
  const share = Math.max(...typed.map((kind) => kinds.filter((other) => other === kind).length)) / filled;
  return Math.max(0, (share >= 0.8 ? 1 : 0.7) - untidy);
}

const typed: readonly Kind[] = ['number', 'date', 'time', 'link', 'code'];

/** A cell with another delimiter or the rest of a quotation in it. */
function isUntidy(cell: string, {delimiter}: Dialect): boolean {
  const edge = cell.trim();
  if (edge.startsWith('"') || edge.endsWith('"') || edge.includes('","') || edge.includes('";"')) return true;
  return [';', '\t', '|'].some((other) => other !== delimiter && cell.includes(other));
}
