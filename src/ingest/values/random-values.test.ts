import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {literal} from '../../engine/sql';
import {bareSql, daySql, idSql, isNothingSql, numberSql} from './cast';
import {inspect} from '../look/inspect';
import {nothings} from './nothings';
import type {ColumnProfile, Format} from '../types';

/** `SEED=1 RUNS=20000 npx vitest run src/ingest/random-values.test.ts` tries others, and more. */
const seed = Number(process.env['SEED'] ?? 20_240_229);
const runs = Number(process.env['RUNS'] ?? 1_500);

interface Value {
  text: string;
  /** what it stands for, as the engine shows it; null: nothing */
  means: string | null;
}

/** A column as somebody writes it in some language. */
interface Column {
  name: string;
  values: Value[];
}

const languages = ['en', 'de', 'fr', 'sv', 'sl', 'ru', 'es', 'pt', 'it', 'nl', 'pl'];
const nothing = fc.constantFrom('', '', ...nothings);

/** Now and then, instead of a value, a word for nothing: one a column. */
const withNothings = (values: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc
    .record({
      values: fc.array(values, {minLength: 6, maxLength: 12}),
      word: nothing,
      every: fc.integer({min: 3, max: 30})
    })
    .map(({values, word, every}) =>
      values.map((value, index) => (index % every === every - 1 ? {text: word, means: null} : value))
    );

const numbers: fc.Arbitrary<Column> = fc
  .record({
    decimal: fc.constantFrom('.', ','),
    group: fc.constantFrom('', '', '.', ',', "'", '’', ' ', '\u00a0', '\u202f', '\u2009', 'indian'),
    money: fc.constantFrom('', '', '€', '$', '£', 'kr', 'zł', 'руб.', 'EUR', 'USD', 'CHF', 'SEK'),
    before: fc.boolean(),
    gap: fc.constantFrom('', ' ', '\u00a0'),
    negative: fc.constantFrom('-1', '−1', '(1)', '1-', '1 DR'),
    places: fc.constantFrom(0, 2, 2, 2, 3, 4)
  })
  .filter(({decimal, group}) => decimal !== group && !(decimal === ',' && group === 'indian'))
  .chain((style) => {
    const amount = fc.oneof(
      fc.integer({min: -99_999, max: 99_999}),
      fc.integer({min: -9_999_999_999, max: 9_999_999_999})
    );
    const value = amount.map((n): Value => written(n, style));
    return fc.record({name: fc.constant('wert'), values: withNothings(value)});
  });

interface Style {
  decimal: string;
  group: string;
  money: string;
  before: boolean;
  gap: string;
  negative: string;
  places: number;
}

/** `n` counts the last decimal place. */
function written(n: number, {decimal, group, money, before, gap, negative, places}: Style): Value {
  const digits = String(Math.abs(n)).padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, digits.length - places), places === 0 ? '' : digits.slice(-places)];
  const plain = grouped(whole, group) + (rest === '' ? '' : decimal + rest);
  const space = /^\p{L}/u.test(money) && gap === '' ? ' ' : gap;
  const dressed = money === '' ? plain : before ? money + space + plain : plain + space + money;
  const text = n < 0 ? negative.replace('1', dressed) : negative === '1 DR' ? `${dressed} CR` : dressed;
  return {text, means: `${n < 0 ? '-' : ''}${whole}.${rest.padEnd(4, '0')}`};
}

function grouped(whole: string, mark: string): string {
  if (mark === '') return whole;
  if (mark !== 'indian') return whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
  return whole.length < 4 ? whole : `${whole.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, ',')},${whole.slice(-3)}`;
}

const day = fc.integer({min: 0, max: 9_000}).map((n) => new Date(Date.UTC(2001, 0, 1 + n)));

/** Ways of writing days; those of one group may stand in one column together. */
const numeric = [
  'd.m.Y',
  'd/m/Y',
  'm/d/Y',
  'd-m-Y',
  'Y-m-d',
  'Y/m/d',
  'Ymd',
  'd.m.y',
  'd/m/y',
  'm/d/y',
  'D.M.Y',
  'M/D/Y'
];
const counted = ['excel', 'epoch', 'epochms'];
const times = ['', '', '', ' 13:45', ' 9:05:07', 'T23:59:59.999Z', ' 00:30:00+02:00', ', 1:05 PM'];

const dates: fc.Arbitrary<Column> = fc
  .record({
    way: fc.oneof(fc.constantFrom(...numeric, ...counted), fc.constant('words'), fc.constant('words')),
    also: fc.constantFrom('', '', '', 'Y-m-d', 'words'),
    language: fc.constantFrom(...languages),
    month: fc.constantFrom('short', 'long'),
    weekday: fc.constantFrom(undefined, undefined, 'short', 'long'),
    time: fc.constantFrom(...times)
  })
  .chain(({way, also, language, month, weekday, time}) => {
    const format = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month,
      year: 'numeric',
      weekday,
      timeZone: 'UTC'
    } as Intl.DateTimeFormatOptions);
    const write = (date: Date, how: string): string =>
      how === 'words'
        ? format.format(date)
        : numbered(date, how) + (counted.includes(how) || how === 'Ymd' ? '' : time);
    const value = fc.record({date: day, other: fc.integer({min: 0, max: 2})}).map(({date, other}): Value => ({
      text: write(date, other === 0 && also !== '' ? also : way),
      means: date.toISOString().slice(0, 10)
    }));
    return fc.record({name: fc.constant('Datum'), values: withNothings(value)});
  });

function numbered(date: Date, how: string): string {
  const seconds = date.getTime() / 1000 + 45_000;
  if (how === 'excel') return String(date.getTime() / 86_400_000 + 25_569);
  if (how === 'epoch' || how === 'epochms') return String(how === 'epoch' ? seconds : seconds * 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const parts: Record<string, string> = {
    d: two(dayOfMonth),
    m: two(month),
    D: String(dayOfMonth),
    M: String(month),
    Y: String(year),
    y: two(year % 100)
  };
  return how.replace(/[dmDMYy]/g, (part) => parts[part] ?? part);
}

const ids: fc.Arbitrary<Column> = fc
  .constantFrom<(n: number) => Value>(
    (n) => same(String(n)),
    (n) => same(String(n).padStart(9, '0')),
    (n) => ({text: `${n}.0`, means: String(n)}),
    (n) => same(`C-${n}`),
    (n) => same(`9007199254${String(n).padStart(8, '0')}`),
    (n) => ({text: ` ${n} `, means: String(n)}),
    (n) => ({text: `K\u200b${n}\ufeff`, means: `K${n}`}),
    (n) => ({text: `AB\u00a0${n}`, means: `AB ${n}`}),
    (n) => same(`ü${n}`),
    (n) => ({
      text: Number(`${(n % 900) + 100}000`)
        .toExponential()
        .replace('e', 'E'),
      means: `${(n % 900) + 100}000`
    }),
    (n) => same(`${((n % 9) + 1).toString()}.${String(n % 99_999).padStart(5, '1')}E+${12 + (n % 4)}`)
  )
  .chain((write) =>
    fc.record({
      name: fc.constant('Kundennummer'),
      values: withNothings(fc.integer({min: 1, max: 9_999_999}).map(write))
    })
  );

const same = (text: string): Value => ({text, means: text});

describe(`random columns in random locales (seed ${seed}, ${runs} of each)`, () => {
  it('amounts are read to the cent, or the doubt is told', async () => {
    const cases = await looked(numbers);
    const isTold = ({format}: ColumnProfile): boolean => format.open === true || format.marks === 'each';
    await check(cases, {read: (text, format) => numberSql(text, format), isTold, looks: ['number', 'integer']});
  }, 60_000);

  it('days are read as they are, or the doubt is told', async () => {
    const cases = await looked(dates);
    const isTold = ({order}: ColumnProfile): boolean =>
      order !== undefined && (order.deciding === 0 || order.contrary !== undefined);
    await check(cases, {read: daySql, isTold, looks: ['date']});
  }, 60_000);

  it('ids stay exactly what they are', async () => {
    const cases = await looked(ids);
    await check(cases, {read: idSql, isTold: () => false, looks: ['id', 'text', 'integer', 'number']});
  }, 60_000);
});

interface Case {
  column: Column;
  profile: ColumnProfile;
}

/** Each column written into a file, and what a first look makes of it. */
async function looked(columns: fc.Arbitrary<Column>): Promise<Case[]> {
  const given = fc.sample(columns, {seed, numRuns: runs});
  return Promise.all(
    given.map(async (column) => {
      const lines = column.values.map(({text}, index) => `r${index};"${text}"`);
      const blob = new Blob([[`row;${column.name}`, ...lines, ''].join('\n')]);
      const asked = {dialect: {delimiter: ';', quote: '"'}, region: {header: 1, footer: 0}} as const;
      const {columns} = await inspect({id: 'f1', name: 'mine.csv', blob}, asked);
      const [, profile] = columns;
      if (!profile) throw new Error('no second column');
      return {column, profile};
    })
  );
}

interface Reading {
  read: (text: string, format: Format) => string;
  isTold: (profile: ColumnProfile) => boolean;
  looks: ColumnProfile['looks'][];
}

/** Reads all columns of one format at once, in the engine. No value may be read as another one, and none be lost. */
async function check(cases: readonly Case[], {read, isTold, looks}: Reading): Promise<void> {
  const sure = cases.filter(({column, profile}) => column.values.some(({means}) => means !== null) && !isTold(profile));
  const strange = sure.filter(({profile}) => !looks.includes(profile.looks));
  expect(strange.map(({column, profile}) => [profile.looks, column.values.map(({text}) => text)])).toEqual([]);
  const byFormat = new Map<string, Case[]>();
  for (const one of sure) {
    const key = JSON.stringify(one.profile.format);
    byFormat.set(key, [...(byFormat.get(key) ?? []), one]);
  }
  const wrong = [];
  for (const [key, alike] of byFormat)
    wrong.push(...(await misread(alike, (text) => read(text, JSON.parse(key) as Format))));
  expect(wrong).toEqual([]);
  expect(sure.length).toBeGreaterThan(cases.length * 0.75);
}

async function misread(alike: readonly Case[], read: (text: string) => string): Promise<object[]> {
  const rows = alike.flatMap(({column, profile}) =>
    column.values.map(
      ({text, means}) => `(${literal(text)}, ${literal(means)}, ${literal(JSON.stringify(profile.format))})`
    )
  );
  const found = await (
    await testEngine()
  ).query(
    `select text, means, format, found
     from (select *, (${read('bare')})::varchar as found, coalesce(${isNothingSql('bare')}, true) as nothing
         from (select *, ${bareSql('text')} as bare from (values ${rows.join(', ')}) t(text, means, format))
         limit 1000000)
     where found is distinct from means or (means is null and not nothing)
     limit 5`
  );
  return found.objects();
}
