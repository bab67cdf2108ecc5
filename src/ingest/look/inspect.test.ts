import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {FileError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {inspect} from './inspect';
import type {Inspection, Region} from '../types';

describe('region', () => {
  const rows = '1.1.2024;Ann;1,50\n2.1.2024;Bob;2,50\n3.1.2024;Cleo;3,50\n';
  const table = `Datum;Kunde;Betrag\n${rows}`;
  it.each<[name: string, text: string, region: Region, names: string[]]>([
    ['a header and rows', table, {preamble: 0, header: 1, footer: 0}, ['Datum', 'Kunde', 'Betrag']],
    ['no header', rows, {preamble: 0, header: 0, footer: 0}, ['Column 1', 'Column 2', 'Column 3']],
    ['sep=', `sep=;\n${table}`, {preamble: 1, header: 1, footer: 0}, ['Datum', 'Kunde', 'Betrag']],
    [
      'titles',
      `Umsatz Q4\nErstellt am 2.1.\n\n${table}`,
      {preamble: 3, header: 1, footer: 0},
      ['Datum', 'Kunde', 'Betrag']
    ],
    ['padded titles', `Umsatz Q4;;\n;;\n${table}`, {preamble: 2, header: 1, footer: 0}, ['Datum', 'Kunde', 'Betrag']],
    [
      'comments',
      `# of 2 January\n# by Eve\n${table}`,
      {preamble: 2, header: 1, footer: 0},
      ['Datum', 'Kunde', 'Betrag']
    ],
    ['a total', `${table}Summe;;7,50\n`, {preamble: 0, header: 1, footer: 1}, ['Datum', 'Kunde', 'Betrag']],
    [
      'blank, total, note',
      `${table};;\nTotal:;;7,50\nQuelle: ERP;;\n`,
      {preamble: 0, header: 1, footer: 3},
      ['Datum', 'Kunde', 'Betrag']
    ],
    ['a Russian total', `${table}Итого;;7,50\n`, {preamble: 0, header: 1, footer: 1}, ['Datum', 'Kunde', 'Betrag']],
    ['blank lines at the end', `${table}\n\n`, {preamble: 0, header: 1, footer: 0}, ['Datum', 'Kunde', 'Betrag']],
    [
      'two header rows',
      `Zeit;;Betrag;Betrag\nVon;Bis;Netto;Brutto\n1.1.2024;31.1.2024;1,0;1,2\n1.2.2024;29.2.2024;2,0;2,4\n`,
      {preamble: 0, header: 2, footer: 0},
      ['Zeit Von', 'Zeit Bis', 'Betrag Netto', 'Betrag Brutto']
    ],
    [
      'the header twice',
      `Datum;Kunde;Betrag\n${table}`,
      {preamble: 0, header: 2, footer: 0},
      ['Datum Datum', 'Kunde Kunde', 'Betrag Betrag']
    ],
    [
      'years as names',
      'Shop,2022,2023\nNorth,1.5,2.5\nSouth,3.5,4.5\n',
      {preamble: 0, header: 1, footer: 0},
      ['Shop', '2022', '2023']
    ],
    ['only words', 'city,name\nBonn,Ann\nUlm,Bob\nBonn,Cleo\n', {preamble: 0, header: 1, footer: 0}, ['city', 'name']],
    [
      'only words, no header',
      'Bonn,Ann\nUlm,Bob\nBonn,Ann\nUlm,Cleo\n',
      {preamble: 0, header: 0, footer: 0},
      ['Column 1', 'Column 2']
    ],
    ['a trailing delimiter', 'a;b;\n1;2;\n3;4;\n', {preamble: 0, header: 1, footer: 0}, ['a', 'b', 'Column 3']],
    [
      'names twice, none, alike',
      'n,N,,n,__proto__\n1,2,3,4,5\n6,7,8,9,10\n',
      {preamble: 0, header: 1, footer: 0},
      ['n', 'N (2)', 'Column 3', 'n (3)', '__proto__']
    ],
    [
      'a product called Total',
      'product,n,day\nSoap,1,2024-01-01\nTotal Care,2,2024-01-02\n',
      {preamble: 0, header: 1, footer: 0},
      ['product', 'n', 'day']
    ]
  ])('%s', async (_, text, region, names) => {
    const found = await look(text);
    expect(found.region.value).toEqual(region);
    expect(found.columns.map(({name}) => name)).toEqual(names);
  });

  it('finds a total at the end of a file that is longer than the first look', async () => {
    const long = `day;customer;amount\n${Array.from({length: 40_000}, (_, n) => `2024-01-${String((n % 28) + 1).padStart(2, '0')};C${n % 100};${n},5\n`).join('')}Total;;1,5\n`;
    const found = await look(long);
    expect(found.region.value).toEqual({preamble: 0, header: 1, footer: 1});
    expect(found.sampled).toBeLessThan(40_000);
  });

  it('does not take the end of a quoted text for a note', async () => {
    const found = await look('id,day,note\n1,2024-01-01,ok\n2,2024-01-02,"first\nsecond\nthe last words"\n');
    expect(found.region.value.footer).toBe(0);
    expect(found.preview[1]).toEqual(['2', '2024-01-02', 'first\nsecond\nthe last words']);
  });
});

describe('columns', () => {
  it.each<[name: string, values: string[], expected: object]>([
    ['amount', ['1.234,56', '-2,00', '1.000'], {looks: 'number', format: {decimal: ','}, mark: {deciding: 2, of: 3}}],
    ['amount', ['1.234', '2.345'], {looks: 'number', format: {decimal: ','}, mark: {deciding: 0, of: 2}}],
    ['amount', ['12,50 €', '13,00 €'], {looks: 'number', format: {decimal: ','}, currency: 'EUR'}],
    ['rabatt', ['5 %', '7,5 %'], {looks: 'number', format: {decimal: ','}}],
    ['zip', ['01067', '00501'], {looks: 'id', format: {}}],
    ['card', ['4111111111111111', '5500000000000004'], {looks: 'id', format: {}}],
    ['CustomerID', ['17850.0', '13047.0', ''], {looks: 'id', format: {id: 'number'}, filled: 2}],
    ['CustomerID', ['17850', '13047'], {looks: 'id', format: {}}],
    ['order', ['C536379', '536380'], {looks: 'id', format: {}}],
    ['n', ['1', '2', 'NULL'], {looks: 'integer', filled: 2, distinct: 2}],
    ['note', ['yes', 'no it is not'], {looks: 'text', format: {}}],
    ['none', ['', 'N/A'], {looks: 'empty', filled: 0, format: {}}],
    ['day', ['31.12.2024', '01.01.2025'], {looks: 'date', format: {date: '%d.%m.%Y'}, order: {deciding: 1, of: 2}}],
    ['day', ['01/02/2024', '03/04/2024'], {looks: 'date', format: {date: '%d/%m/%Y'}, order: {deciding: 0, of: 2}}],
    ['day', ['3 janvier 2024', '4 juillet 2024'], {looks: 'date', format: {date: '%d %B %Y'}}]
  ])('%s: %s', async (name, values, expected) => {
    const text = `key;${name}\n${values.map((value, index) => `k${index};${value}\n`).join('')}`;
    const {columns} = await look(text, {dialect: {delimiter: ';'}, region: {header: 1}});
    expect(columns[1]).toMatchObject(expected);
  });

  it('reads dates month first where money is in dollars and points, if no date decides', async () => {
    const {columns} = await look('when,amount\n01/02/2024,$1.50\n03/04/2024,$2.25\n');
    expect(columns[0]).toMatchObject({format: {date: '%m/%d/%Y'}, order: {deciding: 0, of: 2}});
  });

  it('lets a date at the end of the file decide day and month', async () => {
    const days = Array.from({length: 30_000}, (_, n) => `0${(n % 9) + 1}/0${(n % 9) + 1}/2024,${n}\n`).join('');
    const {columns} = await look(`date,amount\n${days}13/01/2024,1\n`);
    expect(columns[0]?.format).toEqual({date: '%d/%m/%Y'});
    expect(columns[0]?.order?.deciding).toBe(1);
  });

  it('pads the preview to the width of the table', async () => {
    expect((await look('a,b,c\n1,2,3\n4\n5,6,7,8\n')).preview).toEqual([
      ['1', '2', '3'],
      ['4', '', ''],
      ['5', '6', '7']
    ]);
  });
});

describe('a person’s word', () => {
  const text = 'a;b,c\n1;2,3\n4;5,6\n';
  it('counts more than what is found', async () => {
    const found = await look(text, {dialect: {delimiter: ','}, region: {header: 0}, encoding: 'latin1'});
    expect(found.preview[0]).toEqual(['a;b', 'c']);
    expect(found.encoding.value).toBe('windows-1252');
    expect([found.encoding, found.dialect, found.region].map(({reason}) => reason.key)).toEqual([
      'chosen',
      'chosen',
      'chosen'
    ]);
  });

  it('is refused where it names an encoding that is not known', async () => {
    await expect(look(text, {encoding: 'klingon'})).rejects.toThrow(FileError);
  });
});

describe('packed files', () => {
  it('are unpacked', async () => {
    const found = await inspect({id: 'f1', name: 'a.csv', blob: new Blob([gzipSync('a,b\n1,2\n')])});
    expect(found).toMatchObject({gzip: true, preview: [['1', '2']], region: {value: {footer: 0}}});
  });

  it('are looked at to their end where they are long', async () => {
    const long = `a,b\n${'1,2\n'.repeat(200_000)}Total,400\n`;
    const found = await inspect({id: 'f1', name: 'a.csv', blob: new Blob([gzipSync(long)])});
    expect(found.region).toMatchObject({value: {footer: 1}, reason: {key: 'region.header'}});
  });

  it('that unpack to far more than they should are refused in time', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 'a,b\n'));
    const start = performance.now();
    await expect(inspect({id: 'f1', name: 'a.csv', blob: new Blob([bomb])})).rejects.toThrow(FileError);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('that are damaged are refused', async () => {
    const broken = gzipSync('a,b\n1,2\n').subarray(0, 15);
    await expect(inspect({id: 'f1', name: 'a.csv', blob: new Blob([broken])})).rejects.toMatchObject({
      name: 'FileError'
    });
  });
});

describe('rows that are none', () => {
  const rows = 'id,day,amount\n1,2024-01-01,1.50\n2,2024-01-02,2.50\n3,2024-01-03,3.50\n';
  const region = async (text: string): Promise<Region> => (await look(text)).region.value;

  it('are comments between rows', async () => {
    const found = await look(rows.replace('2,2024', '# checked\n2,2024'));
    expect(found.region.value).toEqual({preamble: 0, header: 1, footer: 0, comment: '#'});
    expect(found.preview.map(([id]) => id)).toEqual(['1', '2', '3']);
  });

  it('are names that come again', async () => {
    const found = await look(rows + rows);
    expect(found.region.value).toEqual({preamble: 0, header: 1, footer: 0});
    expect(found.preview).toHaveLength(6);
  });

  it('are another table below, with its title', async () => {
    expect(await region(`${rows}\nCustomers\nid,name\n1,Ann\n2,Bob\n`)).toMatchObject({header: 1, footer: 5});
    expect(await region(`${rows}id,day,amount,city\n1,2024-01-01,1.5,Bonn\n`)).toMatchObject({footer: 2});
  });

  it('are groups of names above the names', async () => {
    const found = await look(',,2023,,2024,\nid,name,sales,cost,sales,cost\n1,Ann,1,2,3,4\n2,Bob,5,6,7,8\n');
    const names = ['id', 'name', '2023 sales', '2023 cost', '2024 sales', '2024 cost'];
    expect(found.region.value).toEqual({preamble: 0, header: 2, footer: 0});
    expect(found.columns.map(({name}) => name)).toEqual(names);
  });

  it('are lines of dashes below the names', async () => {
    const found = await look(
      'id   name        amount\n---- ---------- -------\n1    Ann Smith     12.50\n22   Bob Jones    112.50\n'
    );
    expect(found.dialect.value).toEqual({delimiter: '', quote: '', escape: '', starts: [0, 5, 16]});
    expect(found.columns.map(({name}) => name)).toEqual(['id', 'name', 'amount']);
    expect(found.preview).toEqual([
      ['1', 'Ann Smith', '12.50'],
      ['22', 'Bob Jones', '112.50']
    ]);
  });
});

describe('rows with too many fields', () => {
  const rows = 'id,street,city,n\n1,Main 4,Ulm,2\n2,High 5,Bonn,3\n3,Park 6,Graz,4\n4,Lane 7,Linz,5\n';

  it('are put together where a blank follows the delimiter', async () => {
    const found = await look(`${rows}5,Rua, 67,Rio,6\n`);
    expect(found.dialect.value.repair).toBe('n**n');
    expect(found.preview[4]).toEqual(['5', 'Rua, 67', 'Rio', '6']);
  });

  it('stay as they are where it could be either column, or where it is not wanted', async () => {
    expect((await look(`${rows}5,Rua,67,Rio,6\n`)).dialect.value.repair).toBeUndefined();
    const source = {id: 'f1', name: 'a.csv', blob: new Blob([`${rows}5,Rua, 67,Rio,6\n`])};
    expect((await inspect(source, {dialect: {repair: ''}})).preview[4]).toEqual(['5', 'Rua', ' 67', 'Rio']);
  });
});

describe('a person', () => {
  const source = {id: 'f1', name: 'a.txt', blob: new Blob(['a  b\n1  x y\n22 z z\n'])};

  it('says where columns begin, and that blanks part them or one character', async () => {
    const fixed = await inspect(source, {dialect: {delimiter: '', starts: [0, 3]}});
    expect(fixed.preview).toEqual([
      ['1', 'x y'],
      ['22', 'z z']
    ]);
    const aligned = await inspect(source, {dialect: {delimiter: ' ', aligned: true}});
    expect(aligned.preview[1]).toEqual(['22', 'z', 'z']);
    const plain = await inspect(source, {dialect: {delimiter: ' ', aligned: false, starts: []}});
    expect(plain.dialect.value).toEqual({delimiter: ' ', quote: '"', escape: '"'});
  });
});

describe('other files are refused in words', () => {
  it.each<[kind: string, content: string | number[]]>([
    ['empty', ''],
    ['empty', '\n\n \n'],
    ['no-rows', 'id,name\n'],
    ['no-rows', 'id,name\n\n\n'],
    ['binary', Array.from({length: 2000}, (_, index) => index % 31)],
    ['pdf', '%PDF-1.7'],
    ['picture', [0x89, ...bytes('PNG\r\n')]],
    ['json', '[{"a": 1}, {"a": 2}]'],
    ['json', '{"a": 1}\n{"a": 2}\n'],
    ['html', '<!DOCTYPE html><table><tr><td>1</td></tr></table>'],
    ['xml', '<?xml version="1.0"?><rows/>']
  ])('%s', async (kind, content) => {
    const blob = new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]);
    const error = await inspect({id: 'f1', name: 'mine.csv', blob}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FileError);
    const {message, remedy, place} = error as FileError;
    expect([message, place.file]).toEqual([words(`refused.${kind}`), 'mine.csv']);
    expect(remedy).toBe(words(`refused.${kind}.remedy`));
  });

  it('names the line of a header without rows', async () => {
    await expect(look('title\n\nid,name,day\n')).rejects.toMatchObject({place: {line: expect.any(Number)}});
  });
});

describe('hostile files are looked into in time', () => {
  it.each([
    ['20,000 columns', `${wide('c')}\n${wide('')}\n${wide('')}\n`],
    ['a field of 3 MB', `a,b\n1,"${'x'.repeat(3_000_000)}"\n2,y\n`],
    ['a line of 3 MB', `${'x'.repeat(3_000_000)}\n`.repeat(2)],
    ['a quote that never closes', `a,b\n1,"never\n${'2,row\n'.repeat(60_000)}`],
    ['nested brackets', `a,b\n${'('.repeat(200_000)},1\n`],
    ['digits and dots', `a,b\n${'1.'.repeat(100_000)},1\n`],
    ['quotes at every field', `a,b\n${'"",""\n'.repeat(50_000)}`],
    ['a totals line of words', `a,b,c\n1,2,3\n${'total '.repeat(40_000)}\n`],
    ['header of camel case', `${'aB'.repeat(120_000)},b\n1,2\n3,4\n`]
  ])('%s', async (_, text) => {
    const start = performance.now();
    await look(text).catch((error: unknown) => {
      if (!(error instanceof FileError)) throw error;
    });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

async function look(text: string, overrides: Parameters<typeof inspect>[1] = {}): Promise<Inspection> {
  return inspect({id: 'f1', name: 'mine.csv', blob: new Blob([text])}, overrides);
}

function words(key: string): string {
  if (!ingest.has(key)) throw new Error(`unknown message: ${key}`);
  return ingest.t(key, {file: 'mine.csv'});
}

function wide(prefix: string): string {
  return Array.from({length: 20_000}, (_, index) => `${prefix}${index}`).join(',');
}

function bytes(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
