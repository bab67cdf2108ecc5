import {expect, it} from 'vitest';
import {detectDialect} from './dialect';

const rows = [
  '  436.00 €  161  17001  23.01.2024 23:59  red wine',
  '    0.24 €   11  17010  28.04.2022 23:59  tea',
  ' 5167.69 €    4  17007  28.01.2021 23:59  coffee',
  '  206.04 €  684  17015  13.08.2024 23:59  tea',
  '   12.00 €    1  17015  14.08.2024 23:59  brown sugar',
  '   13.50 €    2  17016  15.08.2024 23:59  tea'
];
const names = '    Amount  Qty  Who    Day               What';

it('the names above columns in line say that blanks inside them are text', () => {
  expect(detectDialect([names, ...rows].join('\n')).value).toMatchObject({delimiter: '', starts: {length: 5}});
});

it('titles above a short table don’t hide its columns', () => {
  expect(detectDialect(['Sales', 'of 2024', names, ...rows].join('\n')).value).toMatchObject({starts: {length: 5}});
});

it('decimal commas don’t part what stands in line', () => {
  const commas = ['id    amount  day', ...rows.map((_, at) => `${100 + at}  ${at + 10},5${at}   2024-01-0${at + 1}`)];
  const {value} = detectDialect(commas.join('\n'));
  expect(value.delimiter).not.toBe(',');
  expect(value.aligned === true || value.starts !== undefined).toBe(true);
});

it('a delimiter of two characters is found where parts of it stand in numbers and times', () => {
  const comma = ['a, b, c', 'x, 0,50, 1', 'y, 1,20, 2', 'z, 3,00, 4'];
  expect(detectDialect(comma.join('\n')).value.delimiter).toBe(', ');
  const colons = ['a::b::c', '1::10:30::x', '2::11:30::y', '3::12:45::z'];
  expect(detectDialect(colons.join('\n')).value.delimiter).toBe('::');
});
