import {describe, expect, it} from 'vitest';
import {columnsInLine} from './columns';
import {detectDialect} from './dialect';

const cases: [name: string, text: string, delimiter: string, quote: string, escape: string][] = [
  ['plain commas', 'id,name\n1,Ann\n2,Bob\n', ',', '"', '"'],
  ['decimal commas between semicolons', 'Datum;Betrag\n31.12.2024;1.234,56\n01.01.2025;-2,00\n', ';', '"', '"'],
  ['one decimal comma in each row, two columns', 'a;b\n1,5;2\n3,5;4\n', ';', '"', '"'],
  ['tabs, with commas in the text', 'id\tname\n1\tDoe, Jane\n2\tRoe, Jim\n', '\t', '"', '"'],
  ['bars', 'id|name|n\n1|a b|3\n2|c d|4\n', '|', '"', '"'],
  ['carets', 'id^name^n\n1^a b^3\n2^c d^4\n3^e^5\n', '^', '"', '"'],
  ['quoted delimiters and line breaks', 'id,note\n1,"a, b"\n2,"c\nd, e"\n3,"f ""g"""\n', ',', '"', '"'],
  ['blanks before quotes', 'id, note, n\n1, "a, b", 2\n2, "c, d", 3\n', ', ', '"', '"'],
  ['backslash escapes', 'id,note\n1,"a \\"b\\", c"\n2,"d \\"e\\" f, g"\n3,"h, i"\n', ',', '"', '\\'],
  ['single quotes', "id,note\n1,'a, b'\n2,'c, d'\n3,'e'\n", ',', "'", "'"],
  ['apostrophes are no quotes', "id,note\n1,it's\n2,'tis late\n3,dogs'\n", ',', '"', '"'],
  ['inches are no quotes', 'id,size,n\n1,"5 pipe,2\n2,6 pipe,3\n3,7 pipe,4\n', ',', '', ''],
  ['a declared delimiter', 'sep=;\na;b\n1;2\n', ';', '"', '"'],
  ['a declared delimiter in quotes', '"sep=|"\na|b\n1|2\n', '|', '"', '"'],
  ['unquoted commas in one column', `id,street,n\n${'1,Main 4,2\n'.repeat(8)}2,Rua, 67,3\n`, ',', '"', '"'],
  ['two bars', 'id||name||n\n1||a b||3\n2||||4\n3||c||5\n', '||', '"', '"'],
  ['tildes and a bar', 'id~|~name~|~n\n1~|~a~|~3\n2~|~b~|~4\n', '~|~', '"', '"'],
  ['colons by twos', '1::1193::5::978300760\n1::661::3::978302109\n2::914::3::978301968\n', '::', '"', '"'],
  ['section signs', 'id§name\n1§Ann\n2§Bob\n3§Cleo\n', '§', '"', '"'],
  ['a declared long delimiter', 'sep=||\na||b\n1||2\n', '||', '"', '"'],
  ['a title above', 'Umsatz 2024\n\nDatum;Kunde;Betrag\n1.1.2024;A;1,5\n2.1.2024;B;2,5\n', ';', '"', '"'],
  ['times are not split at colons', 'at;n\n10:30:00;1\n11:30:00;2\n12:30:00;3\n', ';', '"', '"']
];

it.each(cases)('%s', (_, text, delimiter, quote, escape) => {
  expect(detectDialect(text).value).toEqual({delimiter, quote, escape});
});

describe('reasons', () => {
  it('counts the rows that fit', () => {
    const ragged = `id,street,n\n${'1,Main 4,2\n'.repeat(8)}2,Rua, 67,3\n`;
    expect(detectDialect(ragged).reason).toEqual({
      key: 'dialect.mostly',
      values: {delimiter: 'comma', width: 3, rows: 10, even: 9}
    });
  });

  it('names the other delimiter where two fit nearly as well', () => {
    const {reason} = detectDialect('a,b;c,d\n1,2;3,4\n5,6;7,8\n');
    expect(reason.key).toBe('dialect.doubt');
    expect(reason.values).toMatchObject({delimiter: 'semicolon', width: 2, other: 'comma', other_width: 3});
  });

  it('says so where nothing splits the rows', () => {
    expect(detectDialect('name\nAnn\nBob\n').reason.key).toBe('dialect.one-column');
  });
});

it('tells columns in line from words with blanks', () => {
  const found = columnsInLine(' 00004 19970101  2   29.33\n 00004 19970118  2   29.73\n 00021 19970101 11    9.00\n');
  expect(found).toMatchObject({width: 4, dialect: {aligned: true}});
  expect(columnsInLine('name\nAnn Smith\nBob Jones\nCleo Park\n')).toBe(null);
});

describe('hostile text is read in time', () => {
  const field = 'x'.repeat(200_000);
  it.each([
    ['200 kB in one field', `a,b\n1,${field}\n2,y\n`],
    ['200 kB of quotes', `a,b\n${'"'.repeat(200_000)}\n`],
    ['quotes that never close', `a,b\n${'"a'.repeat(100_000)}\n`],
    ['quotes and blanks', `a,b\n${'" '.repeat(100_000)},\n`],
    ['delimiters only', `${',;\t|'.repeat(50_000)}\n`.repeat(1)],
    ['20,000 columns', `${row('c')}\n${row('')}\n${row('')}\n`],
    ['blanks after commas', `a,b\n${', '.repeat(100_000)}\n`],
    ['blanks', `a,b\n${' '.repeat(250_000)}\n`],
    ['line breaks', '\n'.repeat(250_000)]
  ])('%s', (_, text) => {
    const start = performance.now();
    detectDialect(text);
    columnsInLine(text);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

function row(prefix: string): string {
  return Array.from({length: 20_000}, (_, index) => `${prefix}${index}`).join(',');
}
