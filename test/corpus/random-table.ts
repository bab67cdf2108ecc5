import fc from 'fast-check';
import {bytesIn, canWrite} from './encode';
import type {Source} from '../../src/ingest/types';

/** A purchase, as it is meant. */
export interface Sale {
  customer: string;
  /** `YYYY-MM-DD` */
  day: string;
  cents: number;
  product: string;
  pieces: number;
}

/** How a program writes a table of sales. */
export interface Way {
  language: Language;
  /** one character or several; `aligned` and `fixed` stand for columns in line */
  delimiter: string;
  quote: '"' | "'";
  /** quotes are around every cell */
  always: boolean;
  end: '\n' | '\r\n' | '\r';
  encoding: string;
  order: readonly Column[];
  titles: number;
  /** a comment stands above this row, a blank line above that one; −1 for none */
  comment: number;
  blank: number;
  /** what rows do with the empty fields at their end: all have them, some have too few, or more */
  ragged: 'even' | 'short' | 'long';
  total: boolean;
  last: boolean;
  days: readonly DayStyle[];
  money: MoneyStyle;
}

export interface Written {
  sales: readonly Sale[];
  way: Way;
}

export const columns = ['customer', 'day', 'cents', 'product', 'pieces'] as const;
export type Column = (typeof columns)[number];

/** Names of the columns, in the order of `columns`, and words of products. */
const languages = {
  english: {
    names: ['customer_id', 'date', 'amount', 'product', 'quantity'],
    words: ['red shoes', 'say "hi"', "it's", 'a, b', 'semi; colon', 'x|y', 'two  blanks', 'plain', ''],
    encodings: ['utf-8', 'bom', 'utf-16le', 'utf-16be', 'windows-1252']
  },
  german: {
    names: ['Kundennr', 'Datum', 'Betrag', 'Artikel', 'Menge'],
    words: [
      'Müller & Söhne',
      'Größe 42',
      'Bücher',
      'Straße',
      'Käse, alt',
      'Öl; kalt gepresst',
      'Übergabe',
      'Tisch',
      ''
    ],
    encodings: ['utf-8', 'bom', 'utf-16le', 'windows-1252', 'iso-8859-15']
  },
  french: {
    names: ['Client', 'Date', 'Montant', 'Produit', 'Quantité'],
    words: ['Crème brûlée', 'Été', 'Garçon', 'forêt', 'où', 'thé, vert', 'pain', 'Noël', ''],
    encodings: ['utf-8', 'utf-16le', 'windows-1252']
  },
  spanish: {
    names: ['Cliente', 'Fecha', 'Importe', 'Producto', 'Cantidad'],
    words: ['Año nuevo', 'Señor', 'camión', 'piña, fresca', 'té', 'Ángel', 'mesa', 'jamón', ''],
    encodings: ['utf-8', 'windows-1252']
  },
  swedish: {
    names: ['Kund', 'Datum', 'Belopp', 'Produkt', 'Antal'],
    words: ['Blåbär', 'Kött', 'Ångström', 'Öre', 'räksmörgås', 'bok', 'smör, saltat', ''],
    encodings: ['utf-8', 'windows-1252', 'iso-8859-15']
  },
  several: {
    names: ['customer_id', 'date', 'amount', 'product', 'quantity'],
    words: ['Müller', 'Crème', 'Señor', 'Blåbär', 'São Paulo', 'Købmand', 'città', 'plain', 'Straße', 'forêt'],
    encodings: ['utf-8', 'utf-16le', 'windows-1252']
  },
  polish: {
    names: ['Klient', 'Data', 'Kwota', 'Produkt', 'Ilość'],
    words: ['Łódź', 'książka', 'żółw', 'miód, świeży', 'ser', 'chleb pszenny', 'gęś', 'Kraków', ''],
    encodings: ['utf-8', 'utf-16le', 'windows-1250', 'iso-8859-2']
  },
  slovene: {
    names: ['Stranka', 'Datum', 'Znesek', 'Izdelek', 'Količina'],
    words: ['Čaj', 'šunka', 'žlica', 'kruh', 'Župančič', 'mleko, sveže', 'hiša', 'med', ''],
    encodings: ['utf-8', 'windows-1250', 'iso-8859-2']
  },
  russian: {
    names: ['Клиент', 'Дата', 'Сумма', 'Товар', 'Количество'],
    words: ['Хлеб', 'молоко', 'Чай, чёрный', 'сыр', 'Мёд', 'колбаса вареная', 'рыба', 'стол', ''],
    encodings: ['utf-8', 'utf-16le', 'windows-1251', 'koi8-r', 'ibm866']
  }
} as const;
type Language = keyof typeof languages;

interface DayStyle {
  name: string;
  write: (year: string, month: string, day: string) => string;
}

const iso: DayStyle = {name: 'ISO', write: (y, m, d) => `${y}-${m}-${d}`};
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const dayStyles: readonly DayStyle[] = [
  iso,
  {name: 'd.m.Y', write: (y, m, d) => `${d}.${m}.${y}`},
  {name: 'short d.m.Y', write: (y, m, d) => `${+d}.${+m}.${y}`},
  {name: 'd/m/Y', write: (y, m, d) => `${d}/${m}/${y}`},
  {name: 'm/d/Y', write: (y, m, d) => `${m}/${d}/${y}`},
  {name: 'd-m-Y', write: (y, m, d) => `${d}-${m}-${y}`},
  {name: 'd.m.y', write: (y, m, d) => `${d}.${m}.${y.slice(2)}`},
  {name: 'Y/m/d', write: (y, m, d) => `${y}/${m}/${d}`},
  {name: 'Ymd', write: (y, m, d) => `${y}${m}${d}`},
  {name: 'ISO with time', write: (y, m, d) => `${y}-${m}-${d}T10:11:12Z`},
  {name: 'd.m.Y with time', write: (y, m, d) => `${d}.${m}.${y} 23:59`},
  {name: 'd Mon Y', write: (y, m, d) => `${+d} ${months[+m - 1] ?? ''} ${y}`},
  {name: 'Mon d, Y', write: (y, m, d) => `${months[+m - 1] ?? ''} ${+d}, ${y}`},
  {name: 'serial', write: (y, m, d) => String(Date.UTC(+y, +m - 1, +d) / 86_400_000 + 25_569)}
];

interface MoneyStyle {
  mark: '.' | ',';
  group: '' | '.' | ',' | ' ' | "'" | '\u00a0' | '\u202f';
  /** decimals: always two, or only where they are needed, which leaves 1.234 in doubt */
  decimals: 'two' | 'needed';
  minus: 'before' | 'behind' | 'brackets';
  before: string;
  behind: string;
}

const money: fc.Arbitrary<MoneyStyle> = fc
  .record({
    mark: fc.constantFrom('.', ','),
    group: fc.constantFrom('', '', '.', ',', ' ', "'", '\u00a0', '\u202f'),
    decimals: fc.constantFrom('two', 'two', 'two', 'needed'),
    minus: fc.constantFrom('before', 'before', 'behind', 'brackets'),
    around: fc.constantFrom(
      ['', ''],
      ['', ''],
      ['', ' €'],
      ['€ ', ''],
      ['$', ''],
      ['', ' kr'],
      ['CHF ', ''],
      ['', ' EUR']
    )
  } as const)
  .map(({mark, group, decimals, minus, around: [before, behind]}) => ({
    ...{mark, decimals, minus, before, behind},
    group: group === mark ? '' : group
  }));

/** An amount as a program writes it. */
export function moneyText(cents: number, {mark, group, decimals, minus, before, behind}: MoneyStyle): string {
  const size = Math.abs(cents);
  const whole = String(Math.trunc(size / 100)).replace(/\B(?=(?:\d{3})+$)/g, group);
  const isWhole = decimals === 'needed' && size % 100 === 0;
  const text = before + (isWhole ? whole : `${whole}${mark}${String(size % 100).padStart(2, '0')}`) + behind;
  if (cents >= 0) return text;
  return minus === 'before' ? `-${text}` : minus === 'behind' ? `${text}-` : `(${text})`;
}

const two = (number: number): string => String(number).padStart(2, '0');

const customers = {
  letters: (n: number) => `C${1000 + n}`,
  zeros: (n: number) => String(n).padStart(5, '0'),
  digits: (n: number) => String(17_000 + n),
  long: (n: number) => `90071992547409${String(1000 + n)}`,
  parts: (n: number) => `AB-${n}/x`
} as const;

const sale = fc.record({
  customer: fc.nat(40),
  day: fc.tuple(fc.integer({min: 2019, max: 2024}), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28})),
  cents: fc.oneof(
    fc.integer({min: 1, max: 99_999}),
    fc.integer({min: -900_000, max: 99_999_999}),
    fc.nat(999).map((n) => n * 100)
  ),
  product: fc.nat(1000),
  pieces: fc.integer({min: 1, max: 1200})
});

/** Any table of sales, written in any way that is read. */
export const tables: fc.Arbitrary<Written> = fc
  .constantFrom(...(Object.keys(languages) as Language[]))
  .chain((language) =>
    fc.record({
      sales: fc.array(sale, {minLength: 6, maxLength: 40}),
      ids: fc.constantFrom(...Object.values(customers)),
      way: fc.record({
        language: fc.constant(language),
        delimiter: fc.constantFrom(
          ',',
          ';',
          '\t',
          '|',
          ',',
          ';',
          '||',
          '~|~',
          '::',
          ', ',
          ' | ',
          '^',
          '§',
          'aligned',
          'fixed'
        ),
        quote: fc.constantFrom<'"' | "'">('"', '"', "'"),
        always: fc.boolean(),
        end: fc.constantFrom<'\n' | '\r\n' | '\r'>('\n', '\r\n', '\r'),
        encoding: fc.constantFrom(...languages[language].encodings),
        order: fc.shuffledSubarray([...columns], {minLength: columns.length}),
        titles: fc.nat(2),
        comment: fc.integer({min: -6, max: 8}),
        blank: fc.integer({min: -6, max: 8}),
        ragged: fc.constantFrom<Way['ragged']>('even', 'even', 'short', 'long'),
        total: fc.boolean(),
        last: fc.boolean(),
        days: fc.subarray([...dayStyles], {minLength: 1, maxLength: 1}),
        money
      })
    })
  )
  .map(({sales, ids, way}) => {
    const {words} = languages[way.language];
    const meant = sales.map(({customer, day: [year, month, date], product, ...rest}) => ({
      ...rest,
      customer: ids(customer),
      day: `${year}-${two(month)}-${two(date)}`,
      product: words[product % words.length] ?? ''
    }));
    return possible({sales: meant, way});
  });

/** What can't be written so, is written otherwise: single quotes are around all cells or none, columns in line have no gaps. */
function possible({sales, way}: Written): Written {
  const isInLine = inLine(way);
  const isPlain = way.delimiter !== 'aligned' && canWrite(moneyText(123_456, way.money), way.encoding);
  const money = isPlain ? way.money : ({...way.money, group: '', before: '', behind: ''} as const);
  const days = way.days.map((style) =>
    way.delimiter === 'aligned' && style.write('2024', '01', '02').includes(' ') ? iso : style
  );
  const delimiter = canWrite(way.delimiter, way.encoding) ? way.delimiter : ';';
  return {
    way: {
      ...way,
      money,
      days,
      delimiter,
      always: way.quote === "'" || way.always,
      ...(isInLine ? ({ragged: 'even', total: false} as const) : {})
    },
    sales: isInLine ? sales.map((one) => ({...one, product: unquoted(one.product, way)})) : sales
  };
}

export const inLine = ({delimiter}: Way): boolean => delimiter === 'aligned' || delimiter === 'fixed';

function unquoted(text: string, {delimiter}: Way): string {
  const word = text.replace(/\s+/g, delimiter === 'fixed' ? ' ' : '_').replaceAll('"', '');
  return word === '' ? 'nothing' : word;
}

/** Names of the columns, by what they mean. */
export const namesOf = ({language}: Way): Record<Column, string> =>
  Object.fromEntries(columns.map((column, at) => [column, languages[language].names[at] ?? ''])) as Record<
    Column,
    string
  >;

function cellsOf(one: Sale, way: Way, place: number): string[] {
  const [year = '', month = '', day = ''] = one.day.split('-');
  const texts: Record<Column, string> = {
    customer: one.customer,
    day: way.days[place % way.days.length]?.write(year, month, day) ?? '',
    cents: moneyText(one.cents, way.money),
    product: one.product,
    pieces: String(one.pieces)
  };
  const cells = way.order.map((column) => texts[column]);
  return way.delimiter === 'aligned' ? cells.map((cell) => cell.replace(/\s+/g, '_')) : cells;
}

/** The text of the file. */
export function textOf({sales, way}: Written): string {
  const names = namesOf(way);
  const rows = [way.order.map((column) => names[column]), ...sales.map((one, at) => cellsOf(one, way, at))];
  const lines = inLine(way) ? linesInLine(rows, way) : rows.map((cells, at) => lineOf(ragged(cells, way, at), way));
  const above = (row: number, text: string): void =>
    void (row > 0 && row < sales.length && lines.splice(row + 1, 0, text));
  above(way.blank, '');
  above(way.comment, '# checked by Eve');
  if (way.total)
    lines.push(
      lineOf(
        way.order.map((column, at) => (at === 0 ? 'Total' : column === 'cents' ? totalText({sales, way}) : '')),
        way
      )
    );
  return [...['Sales', 'made'].slice(0, way.titles), ...lines].join(way.end) + (way.last ? way.end : '');
}

const totalText = ({sales, way}: Written): string =>
  moneyText(
    sales.reduce((sum, {cents}) => sum + cents, 0),
    way.money
  );

function ragged(cells: string[], way: Way, at: number): string[] {
  if (way.ragged === 'long') return at % 3 === 1 ? [...cells, ''] : cells;
  const isEmpty = cells.at(-1) === '';
  return way.ragged === 'short' && isEmpty ? cells.slice(0, -1) : cells;
}

function linesInLine(rows: readonly string[][], {order, delimiter}: Way): string[] {
  const widths = order.map((_, at) => Math.max(...rows.map((cells) => [...(cells[at] ?? '')].length)) + 2);
  return rows.map((cells) =>
    cells
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return order[at] === 'cents' && delimiter === 'fixed' ? `${cell}  `.padStart(width) : cell.padEnd(width);
      })
      .join('')
  );
}

function lineOf(cells: readonly string[], {delimiter, quote, always}: Way): string {
  const isBare = (cell: string): boolean => !cell.includes(delimiter) && !/["'\n]|^\s|\s$/.test(cell) && !always;
  return cells
    .map((cell) => (isBare(cell) ? cell : quote + cell.replaceAll(quote, quote + quote) + quote))
    .join(delimiter);
}

/** The file. */
export const fileOf = (written: Written): Source => ({
  id: 'f1',
  name: 'random.txt',
  blob: new Blob([bytesIn(textOf(written), written.way.encoding)])
});
