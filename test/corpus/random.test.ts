import fc from 'fast-check';
import {expect, it} from 'vitest';
import {FileError} from '../../src/engine/errors';
import type {Source} from '../../src/ingest/types';
import {readRaw, tableOf, type RawTable} from './read';

/** A table as a program writes it, and how. */
interface Written {
  names: string[];
  rows: string[][];
  way: Way;
}

interface Way {
  delimiter: string;
  quote: '"' | "'";
  always: boolean;
  end: '\n' | '\r\n' | '\r';
  encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  titles: number;
  /** a comment line stands above this row; −1 for none */
  comment: number;
  last: boolean;
}

const names = ['customer', 'day', 'amount', 'note', 'city', 'pieces'];
const words = [
  'Müller',
  'Größe',
  'red shoes',
  'a, b',
  'semi; colon',
  'say "hi"',
  "it's",
  'x|y',
  '',
  'plain',
  'two  blanks'
];
const day = fc.tuple(fc.integer({min: 1, max: 28}), fc.integer({min: 1, max: 12}));
const row = fc.tuple(
  fc.integer({min: 1000, max: 9999}).map((number) => `C${number}`),
  day.map(([date, month]) => `2024-${two(month)}-${two(date)}`),
  fc.integer({min: 1, max: 99999}).map((cents) => (cents / 100).toFixed(2)),
  fc.constantFrom(...words),
  fc.constantFrom('Bonn', 'Köln', 'Ulm', 'Graz'),
  fc.integer({min: 1, max: 50}).map(String)
);
/** Single quotes in one cell only could be part of its text: where they are used, all cells have them. */
const way: fc.Arbitrary<Way> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|', '||', '~|~', '::', ', ', ' | ', '^', '§', 'aligned', 'fixed'),
    quote: fc.constantFrom('"', "'"),
    always: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom('utf-8', 'utf-16le', 'windows-1252'),
    titles: fc.nat(2),
    comment: fc.integer({min: -1, max: 8}),
    last: fc.boolean()
  })
  .map((way) => (way.quote === "'" ? {...way, always: true} : way));
const table: fc.Arbitrary<Written> = fc
  .record({rows: fc.array(row, {minLength: 6, maxLength: 30}), way, width: fc.integer({min: 3, max: 6})})
  .map(({rows, way, width}) => ({
    names: names.slice(0, width),
    rows: rows.map((cells) => cells.slice(0, width).map((cell) => (inLine(way) ? plain(cell, way) : cell))),
    way
  }));

/** `npm test` tries the same tables each time, `npm run corpus` others. */
const extent = import.meta.env.MODE === 'corpus' ? {numRuns: 1000} : {numRuns: 60, seed: 7};

it('any table in any dialect is read back as it was, or is said to be doubtful', {timeout: 120_000}, async () => {
  let doubtful = 0;
  await fc.assert(
    fc.asyncProperty(table, async (written) => {
      const read = await readRaw(sourceOf(textOf(written), written.way));
      if (read instanceof FileError) throw read;
      if (['dialect.doubt', 'dialect.poorly'].includes(read.inspection.dialect.reason.key)) {
        doubtful++;
        return;
      }
      expect({names: read.names, rows: trimmed(read)}).toEqual({
        names: written.names,
        rows: written.rows.map((cells) => cells.map(trim))
      });
    }),
    {...extent, interruptAfterTimeLimit: 100_000}
  );
  expect(doubtful).toBeLessThan(extent.numRuns * 0.3);
});

it('a file in two parts has the rows of the whole', {timeout: 60_000}, async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.double({min: 0.1, max: 0.9, noNaN: true}), async (written, share) => {
      const way = {...written.way, titles: 0, comment: -1};
      const whole = await readRaw(sourceOf(textOf({...written, way}), way));
      if (whole instanceof FileError) throw whole;
      const at = Math.ceil(written.rows.length * share);
      const parts = [written.rows.slice(0, at), written.rows.slice(at)].filter((rows) => rows.length > 0);
      const read: string[][] = [];
      for (const rows of parts) {
        const part = sourceOf(textOf({...written, rows, way}, written.rows), way);
        read.push(...(await tableOf(part, whole.inspection)).rows);
      }
      expect(read).toEqual(whole.rows);
    }),
    {...extent, numRuns: 40, interruptAfterTimeLimit: 40_000}
  );
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const inLine = ({delimiter}: Way): boolean => delimiter === 'aligned' || delimiter === 'fixed';
const trim = (cell: string): string => cell.trim();
const trimmed = ({rows}: RawTable): string[][] => rows.map((cells) => cells.map(trim));

/** Columns in line have no quotes; parted by blanks, each has a value without any. */
function plain(cell: string, {delimiter}: Way): string {
  const text = cell.replace(/\s+/g, delimiter === 'fixed' ? ' ' : '_').replaceAll('"', '');
  return text === '' ? '-' : text;
}

/** `widths`: rows that say how wide columns are, where others are written. */
function textOf({names, rows, way}: Written, widths = rows): string {
  const lines = inLine(way)
    ? linesInLine([names, ...rows], [names, ...widths])
    : [names, ...rows].map((cells) => lineOf(cells, way));
  if (way.comment >= 0 && way.comment < rows.length) lines.splice(way.comment + 1, 0, '# checked by Eve');
  const titles = ['Sales', 'made'].slice(0, way.titles);
  return [...titles, ...lines].join(way.end) + (way.last ? way.end : '');
}

function linesInLine(rows: readonly string[][], all: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)) + 2);
  return rows.map((cells) =>
    cells.map((cell, at) => (at === 2 ? `${cell}  `.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('')
  );
}

function lineOf(cells: readonly string[], {delimiter, quote, always}: Way): string {
  const isBare = (cell: string): boolean => !cell.includes(delimiter) && !/["'\n]|^\s|\s$/.test(cell) && !always;
  return cells
    .map((cell) => (isBare(cell) ? cell : quote + cell.replaceAll(quote, quote + quote) + quote))
    .join(delimiter);
}

function sourceOf(text: string, {encoding}: Way): Source {
  const bytes =
    encoding === 'windows-1252'
      ? Uint8Array.from(text, (letter) => letter.charCodeAt(0))
      : Buffer.from(encoding === 'utf-16le' ? `\ufeff${text}` : text, encoding);
  return {id: 'f1', name: 'random.txt', blob: new Blob([new Uint8Array(bytes)])};
}
