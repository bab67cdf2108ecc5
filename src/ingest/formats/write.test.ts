import fc from 'fast-check';
import Papa from 'papaparse';
import {expect, it} from 'vitest';
import {inspect} from '../look/inspect';
import {reread} from '../scan/reread';
import {cutsOf} from '../scan/scan-run';
import {lineOf} from '../scan/scan-cut';
import type {Origin, Source} from '../types';
import type {Cell} from './converter';
import {TableWriter} from './write';

const dialect = {delimiter: ',', quote: '"', escape: '"'} as const;

it('quotes what needs it, and leaves out what a row ends with', async () => {
  const writer = new TableWriter(3);
  writer.add(['a,b', 'say "hi"', 'two\nlines']);
  writer.add([null, '', null]);
  writer.add(['x']);
  const text = await (await writer.finish(['id', 'the "name"', ''])).text();
  expect(text).toBe('id,"the ""name""",\n"a,b","say ""hi""","two\nlines"\n\nx,,\n');
});

it('tells an empty value of an only column from an empty line', async () => {
  const writer = new TableWriter(1);
  writer.add(['a']);
  writer.add([null]);
  expect(await (await writer.finish(['id'])).text()).toBe('id\na\n""\n');
  const sheet = new TableWriter(null);
  sheet.add(['a']);
  sheet.add([]);
  sheet.add(['b', 'c']);
  expect(await (await sheet.finish(null)).text()).toBe('a\n\nb,c\n');
});

it('fills up rows that were written before all columns were known, over several pieces', async () => {
  const writer = new TableWriter(0);
  const long = `${'x"\n'.repeat(700_000)}`;
  writer.add([long]);
  writer.add([long]);
  writer.add([null]);
  writer.add([long, 'b']);
  writer.add(['1', '2', '3']);
  const text = await (await writer.finish(['a', 'b', 'c'])).text();
  const field = `"${long.replaceAll('"', '""')}"`;
  expect(text === `a,b,c\n${field},,\n${field},,\n\n${field},b,\n1,2,3\n`).toBe(true);
});

it('writes what the scan reads again, cell by cell, with lines that count rows', {timeout: 60_000}, async () => {
  const cell = fc.oneof(
    fc.string({unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '😀', ';', "'", '\\'), maxLength: 6}),
    fc.constant(null)
  );
  const table = fc
    .tuple(fc.integer({min: 2, max: 5}), fc.integer({min: 1, max: 12}))
    .chain(([width, rows]) =>
      fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: rows, maxLength: rows})
    );
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const source = await written(rows);
      const read: {line: number; cells: string[]}[] = [];
      let blank = 0;
      const width = rows[0]?.length ?? 0;
      const region = {preamble: 0, header: 1, footer: 0};
      for await (const cut of cutsOf(source.blob, {encoding: 'utf-8', dialect, region, width, written: true})) {
        const text = new TextDecoder().decode(cut.bytes);
        const {data} = Papa.parse<string[]>(text, {delimiter: ',', newline: '\n'});
        data.slice(0, cut.records).forEach((cells, at) => read.push({line: lineOf(cut, at), cells}));
        blank = cut.tally.blank;
      }
      const isNothing = (row: readonly Cell[]): boolean => row.every((value) => value === null || /^ *$/.test(value));
      const expected = rows.flatMap((row, at) =>
        isNothing(row) && !row.some((value) => value?.includes('"'))
          ? []
          : [{line: at + 2, cells: row.map((value) => value ?? '')}]
      );
      expect(read.map(({line}) => line)).toEqual(expected.map(({line}) => line));
      expect(read.map(({cells}) => cells)).toEqual(expected.map(({cells}) => cells));
      expect(read.length + blank).toBe(rows.length);
    }),
    {numRuns: 300}
  );
});

it('finds rows again by their numbers, also below titles of several lines', async () => {
  const source = await written(
    [
      ['title\nof two', null],
      ['id', 'text'],
      ['1', 'a\nb\r\nc'],
      ['2', 'd']
    ],
    null
  );
  const found = await reread(source, {encoding: 'utf-8', dialect}, [2, 3, 4]);
  expect([...found]).toEqual([
    [2, 'id,text'],
    [3, '1,"a\nb\r\nc"'],
    [4, '2,d']
  ]);
  const region = {preamble: 2, header: 1, footer: 0};
  for await (const cut of cutsOf(source.blob, {encoding: 'utf-8', dialect, region, width: 2, written: true}))
    expect([cut.records, lineOf(cut, 0), lineOf(cut, 1)]).toEqual([2, 3, 4]);
});

it('is read as it was written, whatever it looks like', async () => {
  const source = await written(
    [
      ['1;2', '{"a": 1}'],
      ['3;4', 'PAR1']
    ],
    ['ORC', 'total;sum']
  );
  const found = await inspect(source);
  expect(found.dialect).toEqual({
    value: dialect,
    reason: {key: 'written.part', values: {file: 'x.json', format: 'json', part: 'a › b'}}
  });
  expect(found.encoding.value).toBe('utf-8');
  expect(found.region).toEqual({value: {preamble: 0, header: 1, footer: 0}, reason: {key: 'region.named'}});
  expect(found.columns.map(({name}) => name)).toEqual(['ORC', 'total;sum']);
});

async function written(
  rows: readonly (readonly Cell[])[],
  names: string[] | null = rows[0]?.map((_, at) => `c${at}`) ?? []
): Promise<Source> {
  const writer = new TableWriter(names?.length ?? null);
  for (const row of rows) writer.add(row);
  const origin: Origin = {
    file: new File([], 'x.json'),
    format: 'json',
    part: ['a', 'b'],
    written: true,
    named: names !== null,
    notes: []
  };
  return {id: 'f1', name: 'x.json', blob: await writer.finish(names), origin};
}
