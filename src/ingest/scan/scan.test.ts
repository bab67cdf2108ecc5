import fc from 'fast-check';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {FileError} from '../../engine/errors';
import {scan, type ScanOptions} from './scan';
import {type ScannerOptions} from './scan-core';
import {emptyTally, type Tally} from './scan-tally';
import {lineOf} from './scan-cut';
import {readCsvSql} from './read-csv';
import {cutsOf} from './scan-run';
import type {Dialect, Region} from '../types';

const comma: Dialect = {delimiter: ',', quote: '"', escape: '"'};

describe('records', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain lines',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'no line break at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'Windows line ends',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'old Mac line ends',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'mixed line ends',
      'a,b\r\nc,d\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h']
      ]
    ],
    [
      'quoted fields',
      '"a","b, c"\n"d ""e""",""\n',
      [
        ['a', 'b, c'],
        ['d "e"', '']
      ]
    ],
    [
      'line breaks in quotes',
      '"a\nb",c\n"d\r\ne",f\r\n',
      [
        ['a\nb', 'c'],
        ['d\r\ne', 'f']
      ]
    ],
    [
      'quotes inside plain text',
      'a 5" b,"c"\nx"y"z,w\n',
      [
        ['a 5" b', 'c'],
        ['x"y"z', 'w']
      ]
    ],
    [
      'blanks around quotes',
      'a, "b, c"\n "d" ,e\n',
      [
        ['a', 'b, c'],
        ['d', 'e']
      ]
    ],
    [
      'a blank before a quote that is text',
      'a, "b\nc,d\n',
      [
        ['a', ' "b'],
        ['c', 'd']
      ]
    ],
    [
      'quotes not doubled',
      '"Ice "cold" drink",b\nc,d\n',
      [
        ['Ice "cold" drink', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'text behind a closing quote',
      '"a" b,c\nd,e\n',
      [
        ['a b', 'c'],
        ['d', 'e']
      ]
    ],
    [
      'blank lines',
      '\na,b\n\n  \n,\nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    ['blanks kept in plain text', ' a , b \n', [[' a ', ' b ']]],
    [
      'missing fields',
      'a\nc,d\n',
      [
        ['a', ''],
        ['c', 'd']
      ]
    ],
    [
      'empty fields too many',
      'a,b,,\nc,d, \n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'zero bytes',
      'a\0,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'wide characters',
      'å,€\n😀,ß\n',
      [
        ['å', '€'],
        ['😀', 'ß']
      ]
    ],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    ['control characters', 'a\x01,\x1fb\n', [['a\x01', '\x1fb']]]
  ])('reads %s', async (_, text, expected) => {
    expect((await rowsOf(text)).rows).toEqual(expected);
  });

  it.each<[string, Dialect, string, string[][]]>([
    ['tabs', {delimiter: '\t', quote: '"', escape: '"'}, 'a b\t"c\td"\n', [['a b', 'c\td']]],
    ['single quotes', {delimiter: '|', quote: "'", escape: "'"}, "'it''s'|'a|b'\n", [["it's", 'a|b']]],
    ['no quotes', {delimiter: ';', quote: '', escape: ''}, '"a;b"\n', [['"a', 'b"']]],
    [
      'no quotes and control characters',
      {delimiter: ';', quote: '', escape: ''},
      '\x01a;b\x01\n',
      [['\x01a', 'b\x01']]
    ],
    ['backslashes', {delimiter: ',', quote: '"', escape: '\\'}, '"a \\"b\\", c",d\\,e\n', [['a "b", c', 'd,e']]],
    [
      'backslashes that protect nothing',
      {delimiter: ',', quote: '"', escape: '\\'},
      'C:\\x,"\\N"\n',
      [['C:\\x', '\\N']]
    ],
    ['backslashes without quotes', {delimiter: ',', quote: '', escape: '\\'}, 'a\\,b,c\\\nd\n', [['a,b', 'c\nd']]],
    ['a wide delimiter', {delimiter: '¦', quote: '"', escape: '"'}, 'a¦"b,c"\n', [['a', 'b,c']]]
  ])('reads a file with %s', async (_, dialect, text, expected) => {
    expect((await rowsOf(text, {dialect})).rows).toEqual(expected);
  });

  it('counts what it adds and leaves out', async () => {
    const {tally} = await rowsOf('a\nb,c,\nd\0,é\n');
    expect(tally).toMatchObject({records: 3, rows: 3, short: 1, long: 1, zero: 1, wide: 1});
  });
});

describe('rows that are set aside', () => {
  it.each<[string, string, {line: number; reason: string; text: string}[], string[][]]>([
    [
      'more fields than columns',
      'a,b\nc,d,e\nf,g\n',
      [aside(2, 'too many fields', 'c,d,e')],
      [
        ['a', 'b'],
        ['f', 'g']
      ]
    ],
    [
      'a quote never closed',
      'a,b\n"c,d\ne,f\n',
      [aside(2, 'quote not closed', '"c,d')],
      [
        ['a', 'b'],
        ['e', 'f']
      ]
    ],
    [
      'a quote that the next quote shows to be open',
      'a,"b\nc,"d"\ne,"f"\n',
      [aside(1, 'quote not closed', 'a,"b')],
      [
        ['c', 'd'],
        ['e', 'f']
      ]
    ],
    [
      'a record longer than the limit',
      `a,b\nc,${'x'.repeat(100)}\ne,f\n`,
      [aside(2, 'too long', `c,${'x'.repeat(100)}`)],
      [
        ['a', 'b'],
        ['e', 'f']
      ]
    ]
  ])('has a line for %s', async (_, text, unread, rows) => {
    const read = await rowsOf(text, {limit: 60});
    expect(read.unread).toEqual(unread);
    expect(read.rows).toEqual(rows);
  });

  it('finds bytes that are not UTF-8', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('å,b\nc,'),
      0xe5,
      ...new TextEncoder().encode('\nd,e\n')
    ]);
    const read = await rowsOf(bytes);
    expect(read.unread).toMatchObject([aside(2, 'not utf-8', 'c,\ufffd')]);
    expect(read.tally).toMatchObject({records: 3, rows: 2, wide: 1});
  });

  it('drops a line that fits no window, and goes on behind it', async () => {
    const read = await rowsOf(`a,b\n${'x'.repeat(5000)}\nc,d\n`, {limit: 200, cutBytes: 300});
    expect(read.rows).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ]);
    expect(read.unread).toMatchObject([{line: 2, reason: 'too long'}]);
    expect(read.lines).toEqual([1, 3]);
  });
});

describe('the region', () => {
  it('leaves out lines above and below the table, and its header', async () => {
    const text = 'Report\n\nsep=,\nid,"long\nname"\na,b\n\nc,d\nTotal,2\n\n';
    const region = {preamble: 3, header: 1 as const, footer: 2};
    const read = await rowsOf(text, {region});
    expect(read.rows).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ]);
    expect(read.lines).toEqual([6, 8]);
    expect(read.tally).toMatchObject({records: 9, preamble: 3, header: 1, blank: 1, footer: 2, rows: 2});
  });

  it('takes the footer from the end whatever its line ends', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const last of ['', end]) {
        const text = ['a,b', 'c,d', 'note', '', 'Total'].join(end) + last;
        const read = await rowsOf(text, {region: {preamble: 0, header: 0, footer: 3}});
        expect(read.rows).toEqual([
          ['a', 'b'],
          ['c', 'd']
        ]);
        expect(read.tally).toMatchObject({records: 5, footer: 3, rows: 2});
      }
    }
  });

  it('has no rows where the file has only a header', async () => {
    const read = await rowsOf('a,b', {region: {preamble: 0, header: 1, footer: 0}});
    expect(read.tally).toMatchObject({records: 1, header: 1, rows: 0});
  });
});

describe('lines', () => {
  it('are known of each record, across blank lines and records of several lines', async () => {
    const {lines} = await rowsOf('a,b\n\n"c\nd\r\ne",f\ng,h\n"i",j\nx,y,z\nk\n');
    expect(lines).toEqual([1, 3, 6, 7, 9]);
  });
});

describe('files', () => {
  const text = 'name;Betrag\nMüller;1,50 €\nØst;2,00 €\n';

  it.each(['windows-1252', 'utf-16le', 'utf-16be', 'utf-8'])('are decoded from %s', async (encoding) => {
    const read = await rowsOf(encode(encoding === 'windows-1252' ? text.replace('Ø', 'Ö') : text, encoding), {
      encoding,
      dialect: {...comma, delimiter: ';'}
    });
    expect(read.rows[1]).toEqual(['Müller', '1,50 €']);
  });

  it('are unpacked', async () => {
    const packed = new Uint8Array(gzipSync('a,b\nc,d\n'));
    expect((await rowsOf(packed)).rows).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ]);
  });

  it('that are damaged say so', async () => {
    const packed = new Uint8Array(gzipSync('a,b\n'.repeat(1000))).subarray(0, 30);
    await expect(scanAll(packed)).rejects.toThrow(FileError);
  });

  it('that unpack to more than 200 times their size are refused', async () => {
    const packed = new Uint8Array(gzipSync(new Uint8Array(20_000_000).fill(10)));
    await expect(scanAll(packed)).rejects.toThrow(FileError);
  });
});

describe('columns at fixed places', () => {
  const rows = Array.from({length: 30}, (_, at) => `C${100 + at}  Bonn     ${at + 10}.50`);
  const dialect: Dialect = {delimiter: '', quote: '', escape: '', starts: [0, 6, 15]};
  const region: Region = {preamble: 1, header: 1, footer: 0, comment: '#'};
  const titles = ['A report of all sales', 'id    city     amount', '# checked by Eve and Bob'];

  it('says which texts stand across them: not titles and comments', async () => {
    const torn = [...titles, ...rows, 'C900  Bad Homburg1.50', 'C901  Ulm      2.50'].join('\r\n');
    const {tally} = await cutAll(torn, {dialect, region, width: 3, cutBytes: 64});
    expect(tally).toMatchObject({torn: 1, rows: 32, comments: 1});
    expect((await cutAll([...titles, ...rows].join('\n'), {dialect, region, width: 3})).tally.torn).toBe(0);
  });

  it('have nothing between them where all rows are so', async () => {
    const close = rows.map((row) => row.replaceAll(' ', 'x'));
    expect((await cutAll([...titles, ...close].join('\n'), {dialect, region, width: 3})).tally.torn).toBe(0);
  });
});

describe('any file', () => {
  const cell = fc.oneof(
    fc.string({unit: fc.constantFrom(...'ab,;"\n\r\\ \t5'), maxLength: 6}),
    fc.string({maxLength: 5}),
    fc.constantFrom('', '"', '""', '"a', 'a"', ' "a" ', 'å€😀', "'")
  );

  it('has the same records whether read fast or by all the rules, in one window or in many', async () => {
    const text = fc.array(fc.oneof(cell, fc.constantFrom(',', ',', '\n', '\r\n', '"', '\0')), {maxLength: 40});
    const region = fc.record({preamble: fc.nat(2), header: fc.constantFrom<0 | 1>(0, 1), footer: fc.nat(2)});
    await fc.assert(
      fc.asyncProperty(text, region, fc.integer({min: 8, max: 40}), async (parts, area, cutBytes) => {
        const whole = await cutAll(parts.join(''), {region: area, careful: true});
        const fast = await cutAll(parts.join(''), {region: area, cutBytes});
        expect(fast.tally).toEqual(whole.tally);
        expect(fast.lines).toEqual(whole.lines);
        expect(fast.unread).toEqual(whole.unread);
        const {records, preamble, header, blank, footer, rows, unread} = whole.tally;
        const aside = Object.values(unread).reduce((sum, count) => sum + count, 0);
        expect(preamble + header + blank + footer + rows + aside).toBe(records);
      }),
      {numRuns: 1500, interruptAfterTimeLimit: 8000}
    );
  });

  it('says which columns have more than ASCII, read fast or by all the rules', async () => {
    const letters = fc.constantFrom('a', 'é', 'x y', '😀', '\u200b', 'say "ü"', '', '1,5', 'two\nlines €');
    const table = fc.array(fc.array(letters, {minLength: 4, maxLength: 4}), {minLength: 1, maxLength: 6});
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, careful) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const {cuts} = await cutAll(quoted.join('\n'), {width: 4, careful});
        const solid = rows.filter((row) => row.some((text) => text !== ''));
        const wide = [0, 1, 2, 3].filter((column) => solid.some((row) => /[^\0-\x7f]/.test(row[column] ?? '')));
        expect(cuts.flatMap((cut) => cut.wide)).toEqual(wide);
      }),
      {numRuns: 300}
    );
  });

  it('is read by DuckDB as it was written', async () => {
    const dialects: Dialect[] = [
      comma,
      {delimiter: ';', quote: '"', escape: '"'},
      {delimiter: '\t', quote: '"', escape: '\\'},
      {delimiter: '|', quote: "'", escape: "'"},
      {delimiter: ',', quote: '', escape: '\\'},
      {delimiter: '||', quote: '"', escape: '"'},
      {delimiter: ', ', quote: "'", escape: "'"},
      {delimiter: '§', quote: '"', escape: '\\'}
    ];
    const table = fc.array(fc.array(cell, {minLength: 3, maxLength: 3}), {minLength: 1, maxLength: 8});
    const run = fc.asyncProperty(
      table,
      fc.constantFrom(...dialects),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.infiniteStream(fc.boolean()),
      async (rows, dialect, end, coins) => {
        const full = rows.map((row) => row.map((text) => text.replaceAll('\0', '')));
        const solid = full.filter((row) => row.some((text) => text.trim() !== ''));
        const written = full.map(
          (row) => row.map((text) => written1(text, dialect, coins)).join(dialect.delimiter) + end
        );
        const read = await rowsOf(written.join(''), {dialect, width: 3});
        const blank = full.filter((row) => !solid.includes(row) && row.every((text) => /^[ \t]*$/.test(text)));
        expect(read.rows.filter((row) => row.some((text) => text.trim() !== ''))).toEqual(solid);
        expect(read.rows.length + read.tally.blank).toBe(full.length);
        expect(read.tally.blank).toBeLessThanOrEqual(blank.length);
      }
    );
    await fc.assert(run, {numRuns: 150, interruptAfterTimeLimit: 12_000});
  });
});

/** A field as a program would write it: quoted or escaped where needed, and sometimes where not. */
function written1(text: string, {delimiter, quote, escape}: Dialect, coins: Iterator<boolean>): string {
  if (quote === '') return text.replace(/[\\,\n\r]/g, (mark) => `\\${mark}`);
  const needed = new RegExp(`["'\\\\\\n\\r\\t;,|]|^\\s|\\s$`).test(text);
  if (!needed && !text.includes(delimiter) && coins.next().value) return text;
  const inner = escape === '\\' ? text.replace(/["\\]/g, (mark) => `\\${mark}`) : text.replaceAll(quote, quote + quote);
  return delimiter === '' ? inner : quote + inner + quote;
}

type Options = Partial<ScanOptions & ScannerOptions>;

interface Read {
  rows: string[][];
  lines: number[];
  unread: {line: number; reason: string; text: string}[];
  tally: Tally;
}

/** What DuckDB reads of the cuts, and the line of each row. */
async function rowsOf(content: string | Uint8Array<ArrayBuffer>, options: Options = {}): Promise<Read> {
  const engine = await testEngine();
  const {cuts, ...rest} = await cutAll(content, options);
  const rows: string[][] = [];
  for (const [index, cut] of cuts.entries()) {
    if (cut.records === 0) continue;
    await engine.register(`scan-${index}`, cut.bytes);
    const read = await engine.query(`select * from ${readCsvSql(`scan-${index}`, fullOptions(options))}`);
    expect(read.length).toBe(cut.records);
    for (let row = 0; row < read.length; row++)
      rows.push(read.columns.map((_, column) => read.text(row, column) ?? ''));
    await engine.drop(`scan-${index}`);
  }
  return {rows, ...rest};
}

async function cutAll(content: string | Uint8Array<ArrayBuffer>, options: Options) {
  const cuts = [];
  for await (const cut of cutsOf(new Blob([content]), fullOptions(options))) cuts.push(cut);
  const lines = cuts.flatMap((cut) => Array.from({length: cut.records}, (_, record) => lineOf(cut, record)));
  return {cuts, lines, unread: cuts.flatMap((cut) => cut.unread), tally: cuts.at(-1)?.tally ?? emptyTally()};
}

function fullOptions(options: Options): ScanOptions & ScannerOptions {
  const region: Region = {preamble: 0, header: 0, footer: 0};
  return {encoding: 'utf-8', dialect: comma, region, width: 2, ...options};
}

async function scanAll(content: Uint8Array<ArrayBuffer>): Promise<void> {
  const source = {id: 'f1', name: 'x.csv.gz', blob: new Blob([content])};
  for await (const cut of scan(source, fullOptions({}))) expect(cut.records).toBeGreaterThanOrEqual(0);
}

function aside(line: number, reason: string, text: string): {line: number; reason: string; text: string} {
  return {line, reason, text};
}

function encode(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(text));
  if (encoding === 'windows-1252') return Uint8Array.from(text, (char) => (char === '€' ? 0x80 : char.charCodeAt(0)));
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes);
}
