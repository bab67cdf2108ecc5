import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import type {Engine} from '../../engine/engine';
import {literal} from '../../engine/sql';
import {
  bareSql,
  daySql,
  idSql,
  isFinerSql,
  isNothingSql,
  nothings,
  numberSql,
  plausibleSql,
  textSql,
  type NumberFormat
} from './cast';
import {isNull} from '../look/cells';
import {isNoText} from './nothings';
import {currencyOf} from './numbers';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

describe('numbers with a point', () => {
  it.each<[string, string | null]>([
    ['1234.56', '1234.5600'],
    ['-1', '-1.0000'],
    [' 12 ', '12.0000'],
    ['+.5', '0.5000'],
    ['1,234', '1234.0000'],
    ['1,234,567.89', '1234567.8900'],
    ['1,23,456.70', '123456.7000'],
    ['$1,234.50', '1234.5000'],
    ['-$5.00', '-5.0000'],
    ['$ -5.00', '-5.0000'],
    ['(12.30)', '-12.3000'],
    ['($1,234.00)', '-1234.0000'],
    ['12.30-', '-12.3000'],
    ['−12.30', '-12.3000'],
    ['USD 12', '12.0000'],
    ['12.5 CHF', '12.5000'],
    ["1'234.50", '1234.5000'],
    ['1’234.50', '1234.5000'],
    ['1\u00a0234.5', '1234.5000'],
    ['1\u202f234.5', '1234.5000'],
    ['1 234 567', '1234567.0000'],
    ['12.345', '12.3450'],
    ['1e3', '1000.0000'],
    ['99999999999999.9999', '99999999999999.9999'],
    ['1,23', null],
    ['12,34.5', null],
    ['1 23', null],
    ['1.2.3', null],
    ['-5-', null],
    ['(5', null],
    ['5)', null],
    ['15 %', null],
    ['12 pcs', null],
    ['abc', null],
    ['', null],
    ['100000000000000', null],
    ['0x1F', null],
    ['1,234', '1234.0000']
  ])('reads %j as %s', async (text, expected) => {
    expect(await one(numberSql(literal(text), {decimal: '.'}))).toBe(expected);
  });
});

describe('numbers with a comma', () => {
  it.each<[string, string | null]>([
    ['1234,56', '1234.5600'],
    ['1.234,56', '1234.5600'],
    ['1.234', '1234.0000'],
    ['1.234.567', '1234567.0000'],
    ['1 234,56 kr', '1234.5600'],
    ['1\u00a0234,56\u00a0kr', '1234.5600'],
    ['19,50 €', '19.5000'],
    ['€ 19,50', '19.5000'],
    ['1.234,56-  EUR', '-1234.5600'],
    ['1.234,56- EUR', '-1234.5600'],
    ['EUR 1.234,56-', '-1234.5600'],
    ['(12,30)', '-12.3000'],
    ['(12,30 €)', '-12.3000'],
    ['12,- kr', '12.0000'],
    ['12,--', '12.0000'],
    ['12:-', '12.0000'],
    ['7', '7.0000'],
    [',5', '0.5000'],
    ['12 zł', '12.0000'],
    ['12,5 Kč', '12.5000'],
    ['12 Ft', '12.0000'],
    ['1,95', '1.9500'],
    ['1.95', null],
    ['1.23,4', null],
    ['1,2,3', null],
    ['1,234.5', null]
  ])('reads %j as %s', async (text, expected) => {
    expect(await one(numberSql(literal(text), {decimal: ','}))).toBe(expected);
  });
});

describe('other numbers', () => {
  it.each<[string, NumberFormat, string | null]>([
    ['12.5', {sign: -1}, '-12.5000'],
    ['(12.5)', {sign: -1}, '12.5000'],
    ['15 %', {percent: true}, '0.1500'],
    ['0.15', {percent: true}, '0.1500'],
    ['7,5%', {percent: true, decimal: ','}, '0.0750'],
    ['0.00123', {type: 'decimal(18, 8)'}, '0.00123000'],
    ['1,234', {}, null],
    ['1,234.5', {}, null],
    ['1,234,567', {}, '1234567.0000'],
    ['1 234', {}, '1234.0000']
  ])('reads %j with %o as %s', async (text, format, expected) => {
    expect(await one(numberSql(literal(text), format))).toBe(expected);
  });

  it('knows every currency that a first look knows', async () => {
    const signs = [
      '€',
      '$',
      '£',
      '¥',
      '₽',
      'руб.',
      'р.',
      '₴',
      'грн',
      'zł',
      'Kč',
      'Ft',
      'kr',
      'kr.',
      'Fr.',
      'SFr.',
      'R$',
      'US$',
      '₺',
      '₹'
    ];
    const all = [...signs, 'лв.', 'lei', 'kn', '₩', '₪', ':-kr', 'euro', 'BGN', 'HRK', 'AED'];
    expect(all.filter((sign) => currencyOf(sign) === undefined)).toEqual([]);
    for (const sign of all)
      expect([sign, await one(numberSql(literal(`5,5 ${sign}`), {decimal: ','}))]).toEqual([sign, '5.5000']);
  });

  it('sees what four decimals cannot hold', async () => {
    for (const [text, finer] of [
      ['1.23456', true],
      ['1.2345', false],
      ['1.234500', false],
      ['1,23456', false],
      ['12345', false]
    ] as const) {
      expect([text, await one(isFinerSql(literal(text), {decimal: '.'}))]).toEqual([text, String(finer)]);
    }
  });

  it('reads back what Intl writes, in any locale', async () => {
    const locales = [
      'en-US',
      'en-IN',
      'de-DE',
      'de-CH',
      'fr-FR',
      'sv-SE',
      'pl-PL',
      'da-DK',
      'nb-NO',
      'cs-CZ',
      'ru-RU',
      'es-ES',
      'it-IT',
      'nl-NL',
      'pt-BR',
      'tr-TR',
      'hu-HU'
    ];
    const amount = fc.integer({min: -99_999_999, max: 99_999_999});
    const style = fc.constantFrom<Intl.NumberFormatOptions>(
      {minimumFractionDigits: 2},
      {style: 'currency', currency: 'EUR', currencySign: 'accounting'},
      {style: 'currency', currency: 'SEK', currencyDisplay: 'code'},
      {useGrouping: false, minimumFractionDigits: 2}
    );
    const texts = fc.sample(fc.tuple(fc.constantFrom(...locales), amount, style), {numRuns: 400, seed: 7});
    const cases = texts.map(([locale, cents, options]) => {
      const format = new Intl.NumberFormat(locale, options);
      const decimal = format.formatToParts(0.5).find((part) => part.type === 'decimal')?.value;
      return {text: format.format(cents / 100), decimal: decimal === ',' ? (',' as const) : ('.' as const), cents};
    });
    for (const decimal of ['.', ','] as const) {
      const own = cases.filter((one) => one.decimal === decimal);
      const rows = own.map(({text, cents}) => `(${literal(text)}, ${cents})`).join(', ');
      const wrong = await engine.query(
        `select x, cents, ${numberSql('x', {decimal})} as y from (values ${rows}) t(x, cents) where y is distinct from cents::decimal(18, 4) * 0.01`
      );
      expect(wrong.objects()).toEqual([]);
    }
  });
});

describe('dates', () => {
  it.each<[string, string, string | null]>([
    ['2024-02-29', '%Y-%m-%d', '2024-02-29'],
    ['2023-02-29', '%Y-%m-%d', null],
    ['2010-12-01 08:26:00', '%Y-%m-%d %H:%M:%S', '2010-12-01'],
    ['2010-12-01 08:26', '%Y-%m-%d %H:%M:%S', '2010-12-01'],
    ['2010-12-01', '%Y-%m-%d %H:%M:%S', '2010-12-01'],
    ['2010-12-01 23:59:59', '%Y-%m-%d', '2010-12-01'],
    ['2010-12-01T23:59:59.123Z', '%Y-%m-%d', '2010-12-01'],
    ['2010-12-01T23:59:59+02:00', '%Y-%m-%dT%H:%M:%S%z', '2010-12-01'],
    ['2010-12-01T00:30:00-1100', '%Y-%m-%dT%H:%M:%S%z', '2010-12-01'],
    ['1.2.2024', '%d.%m.%Y', '2024-02-01'],
    ['01.02.2024 7:05', '%d.%m.%Y %H:%M', '2024-02-01'],
    ['2024-02-01', '%d.%m.%Y', '2024-02-01'],
    ['1/2/2024', '%m/%d/%Y', '2024-01-02'],
    ['13/2/2024', '%m/%d/%Y', null],
    ['1/2/2024 1:05 PM', '%m/%d/%Y %I:%M %p', '2024-01-02'],
    ['1/2/2024, 1:05:09 p.m.', '%m/%d/%Y', '2024-01-02'],
    ['20240102', '%Y%m%d', '2024-01-02'],
    ['01.02.99', '%d.%m.%y', '1999-02-01'],
    ['1 Feb 2024', '%d %b %Y', '2024-02-01'],
    [' 2024-01-02 ', '%Y-%m-%d', '2024-01-02'],
    ['01.12.10', '%d.%m.%Y', null],
    ['0001-01-01', '%Y-%m-%d', null],
    ['1900-01-01', '%Y-%m-%d', null],
    ['1899-12-30', '%Y-%m-%d', null],
    ['9999-12-31', '%Y-%m-%d', '9999-12-31'],
    ['tomorrow', '%Y-%m-%d', null],
    ['2024-01-02 and more', '%Y-%m-%d', null],
    ['', '%Y-%m-%d', null]
  ])('reads %j by %s as %s', async (text, date, expected) => {
    expect(await one(plausibleSql(daySql(literal(text), {date})))).toBe(expected);
  });
});

describe('texts and ids', () => {
  it.each<[string, string | null]>([
    [' a b\u00a0', 'a b'],
    ['\t', null],
    ['NULL', null],
    ['\\N', null],
    ['Null', 'Null'],
    ['n/a', 'n/a']
  ])('reads the text %j as %j', async (text, expected) => {
    expect(await one(`(select ${textSql('bare')} from (select ${bareSql(literal(text))} as bare))`)).toBe(expected);
  });

  it.each<[string, 'number' | undefined, string | null]>([
    [' 0017 ', undefined, '0017'],
    ['17850.0', undefined, '17850.0'],
    ['17850.0', 'number', '17850'],
    ['17850', 'number', '17850'],
    ['1.2.0', 'number', '1.2.0'],
    ['A.0', 'number', 'A.0'],
    ['nan', 'number', null],
    ['n/a', undefined, null],
    ['N/A', undefined, null],
    ['Null', undefined, null],
    ['(null)', undefined, null],
    ['?', undefined, null],
    ['–', undefined, null],
    ['\\N', undefined, null],
    ['#REF!', undefined, null],
    ['undefined', undefined, null],
    ['Nancy', undefined, 'Nancy'],
    ['Å', undefined, 'Å'],
    ['-5', undefined, '-5'],
    ['9007199254740993', undefined, '9007199254740993']
  ])('reads the id %j with %s as %j', async (text, id, expected) => {
    expect(await one(`(select ${idSql('bare', id ? {id} : {})} from (select ${bareSql(literal(text))} as bare))`)).toBe(
      expected
    );
  });

  it('takes for nothing what a first look takes for nothing', async () => {
    for (const word of [...nothings, '', ' ', 'N/A', 'NaN', ' NULL ', '0', 'x', 'nanna', '—', 'no']) {
      const nothing = `coalesce((select ${isNothingSql('bare')} from (select ${bareSql(literal(word))} as bare)), true)`;
      expect([word, await one(nothing)]).toEqual([word, String(isNull(word))]);
    }
  });
});

async function one(sql: string): Promise<string | null> {
  return (await engine.query(`select ${sql} as value`)).text(0, 0);
}

it('a text is nothing on the screen where it is nothing in SQL', async () => {
  const texts = [...nothings, ...nothings.map((word) => word.toUpperCase()), 'NULL', 'null', 'Null', 'Ann', ''];
  const sql = texts.map((text) => `${literal(text)}`).join(', ');
  const rows = await engine.query(
    `select list_transform([${sql}]::varchar[], lambda bare: ${textSql('bare')} is null)`
  );
  expect(texts.map((text) => isNoText(text))).toEqual(rows.value(0, 0));
});
