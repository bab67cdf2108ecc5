import fc from 'fast-check';
import {expect, it} from 'vitest';
import {inspect} from '../look/inspect';

/** A column: its name, and how its values are made from a number. */
interface Kind {
  name: string;
  value: (n: number, comma: boolean) => string;
}

const words = [
  'Anna',
  'Müller & Söhne',
  'Žižkov, s.r.o.',
  'say "hi"',
  'a; b',
  'x | y',
  'two\nlines',
  'Rua do Paço, 67',
  "it's",
  ''
];
const kinds: Kind[] = [
  {name: 'Kunde', value: (n) => `K${String(n % 37).padStart(4, '0')}`},
  {name: 'name', value: (n) => words[n % words.length] ?? ''},
  {
    name: 'Datum',
    value: (n) => `${String((n % 28) + 1).padStart(2, '0')}.${String((n % 12) + 1).padStart(2, '0')}.2024`
  },
  {
    name: 'date',
    value: (n) => `2024-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`
  },
  {name: 'amount', value: (n, comma) => ((n % 99_991) / 100).toFixed(2).replace('.', comma ? ',' : '.')},
  {name: 'Menge', value: (n) => String(n % 13)},
  {name: 'note', value: (n) => `${words[n % 3]} and ${words[(n >> 3) % words.length]}`},
  {name: 'city', value: (n) => ['Bonn', 'Ulm', 'Kiel', 'Graz'][n % 4] ?? ''}
];

const tables = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  comma: fc.boolean(),
  quoteAll: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  header: fc.boolean(),
  wide: fc.boolean(),
  columns: fc.uniqueArray(fc.constantFrom(...kinds), {minLength: 3, maxLength: 7, selector: ({name}) => name}),
  rows: fc.array(fc.nat(1_000_000), {minLength: 4, maxLength: 60})
});

it('reads a random table in a random dialect as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({delimiter, comma, quoteAll, newline, header, wide, columns, rows}) => {
      fc.pre(columns.some(({name}) => ['Datum', 'date', 'amount', 'Menge'].includes(name)));
      const cells = rows.map((n) => columns.map(({value}, index) => value(n + index * 7919, comma)));
      fc.pre(cells.every((row) => row.some((cell) => cell !== '')));
      const names = columns.map(({name}) => name);
      const quote = (cell: string): string =>
        quoteAll || [delimiter, '"', '\n'].some((sign) => cell.includes(sign))
          ? `"${cell.replaceAll('"', '""')}"`
          : cell;
      const text = [...(header ? [names] : []), ...cells].map((row) => row.map(quote).join(delimiter)).join(newline);
      const found = await inspect({id: 'f1', name: 'mine.csv', blob: new Blob([wide ? utf16(text) : text])});
      expect(found.encoding.value).toBe(wide ? 'utf-16le' : 'utf-8');
      expect(found.dialect.value.delimiter).toBe(delimiter);
      expect(found.region.value).toEqual({preamble: 0, header: header ? 1 : 0, footer: 0});
      expect(found.preview).toEqual(cells.slice(0, 50));
    }),
    {numRuns: Number(process.env['RUNS'] ?? 200), seed: Number(process.env['SEED'] ?? 20240101)}
  );
});

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from([...`\ufeff${text}`], (letter) => letter.charCodeAt(0)).buffer);
}
