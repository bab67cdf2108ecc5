import {expect, it} from 'vitest';
import {isFloatId, readNumber} from './numbers';

it.each([
  ['12', null, true, true],
  ['1234.5', '.', true, false],
  ['1234,5', ',', true, false],
  ['0.125', '.', true, false],
  ['1.234', '.', false, false],
  ['12,345', ',', false, false],
  ['1234.567', '.', true, false],
  ['1.234,56', ',', true, false],
  ['1,234.56', '.', true, false],
  ['1.000.000', ',', true, true],
  ['1,000,000', '.', true, true],
  ['1 234 567', null, true, true],
  ['1\u00a0234,56', ',', true, false],
  ['1\u202f000\u202f000,00', ',', true, false],
  ['1’234.56', '.', true, false],
  ["1'234", null, true, true],
  ['.5', '.', true, false],
  ['12,34,567.80', '.', true, false],
  ['1.5E+15', '.', true, false]
] as const)('%s has the mark %s', (text, mark, certain, whole) => {
  expect(readNumber(text)).toMatchObject({mark, certain, whole});
});

it.each([
  ['-2,00', true, undefined],
  ['−2,00', true, undefined],
  ['2.00-', true, undefined],
  ['(2.00)', true, undefined],
  ['($1,183.23)', true, 'USD'],
  ['+5257,28', false, undefined],
  ['19,50 €', false, 'EUR'],
  ['-19,50 EUR', true, 'EUR'],
  ['1.234,56- EUR', true, 'EUR'],
  ['CHF -2.00', true, 'CHF'],
  ['£67.40', false, 'GBP'],
  ['-$5', true, 'USD'],
  ['15,90 kr', false, 'kr'],
  ['1\u00a0234,56\u00a0kr', false, 'kr'],
  ['1 234,56 руб.', false, 'RUB'],
  ['1.950,-', false, undefined],
  ['1.950,-- €', false, 'EUR'],
  ['12 %', false, undefined]
])('%s is negative: %s, in %s', (text, negative, currency) => {
  const shape = readNumber(text);
  expect(shape).toMatchObject({negative});
  expect(shape?.currency).toBe(currency);
});

it.each(
  [
    [
      '',
      'N/A',
      'abc',
      '1.2.3',
      '12.34.56',
      '2024-01-01',
      '1-2',
      '10:30',
      '030-0074321',
      '12 34',
      '(5',
      '5)',
      'C536379'
    ],
    ['5 boxes', 'Room 5', '1,23,4', '--5', '-5-', '.', '-', '€', '+49 30 1234', 'DE89370400440532013000', 'x1', '1x']
  ].flat()
)('“%s” is no number', (text) => {
  expect(readNumber(text)).toBeNull();
});

it('knows ids that went through a floating-point column', () => {
  expect([isFloatId('17850.0'), isFloatId('17850.5'), isFloatId('17850'), isFloatId('x.0')]).toEqual([
    true,
    false,
    false,
    false
  ]);
});

it.each(['1'.repeat(200_000), ' '.repeat(200_000), '1,'.repeat(100_000), "1'".repeat(100_000), '('.repeat(200_000)])(
  'gives up on 200 kB at once',
  (text) => {
    const start = performance.now();
    expect(readNumber(text)).toBeNull();
    expect(performance.now() - start).toBeLessThan(20);
  }
);
