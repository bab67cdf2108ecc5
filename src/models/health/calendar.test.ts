import {describe, expect, it} from 'vitest';
import {bulkOf, emptyMonths, gapsOf, partMonth, spikesOf, type Day} from './calendar';

const today = '2026-11-22';

/** Ten purchases on every day that `open` lets through. */
function days(from: string, to: string, open: (day: string, weekday: number) => boolean = () => true): Day[] {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  return Array.from({length: (end - start) / 86_400_000 + 1}, (_, place) => {
    const date = new Date(start + place * 86_400_000);
    return {day: date.toISOString().slice(0, 10), weekday: date.getUTCDay()};
  })
    .filter(({day, weekday}) => open(day, weekday))
    .map(({day}) => ({day, rows: 10, amount: 100}));
}

const day = (text: string, rows = 1): Day => ({day: text, rows, amount: rows});
const workday = (_: string, weekday: number): boolean => weekday > 0 && weekday < 6;

describe('the bulk', () => {
  const usual = days('2024-01-01', '2024-12-31');
  it.each<[string, Day[], [string, string]]>([
    ['is everything', usual, ['2024-01-01', '2024-12-31']],
    ['ends before a stray 2099', [...usual, day('2099-01-01', 3)], ['2024-01-01', '2024-12-31']],
    ['begins after a stray 1900', [day('1900-01-01', 2), day('1970-01-01'), ...usual], ['2024-01-01', '2024-12-31']],
    ['ends on the day of the import', [...usual, day('2026-11-22'), day('2026-12-24')], ['2024-01-01', '2024-12-31']],
    ['has all where many come after a long gap', [...usual, day('2026-03-01', 500)], ['2024-01-01', '2026-03-01']],
    ['has all of a few rows, far apart', [day('2020-01-01'), day('2024-01-01')], ['2020-01-01', '2024-01-01']],
    ['has no future, of a few rows either', [day('2020-01-01'), day('2099-01-01')], ['2020-01-01', '2020-01-01']]
  ])('%s', (_, given, [from, to]) => {
    expect(bulkOf(given, today)).toEqual({from, to});
  });
});

describe('a gap in the calendar', () => {
  const bulk = {from: '2024-01-01', to: '2024-06-28'};
  it('is none where the shop is shut at weekends', () => {
    expect(gapsOf(days(bulk.from, bulk.to, workday), bulk)).toEqual([]);
  });

  it('counts the days on which it is usually open', () => {
    const open = (text: string, weekday: number): boolean =>
      workday(text, weekday) && !(text >= '2024-03-07' && text <= '2024-03-12') && text !== '2024-05-01';
    expect(gapsOf(days(bulk.from, bulk.to, open), bulk)).toEqual([{from: '2024-03-07', to: '2024-03-12', days: 4}]);
  });

  it('can be months long', () => {
    const open = (text: string): boolean => text < '2024-03-01' || text > '2024-04-30';
    expect(emptyMonths(days(bulk.from, bulk.to, open), bulk)).toEqual(['2024-03-01', '2024-04-01']);
    expect(emptyMonths(days('2023-11-30', '2024-01-02'), {from: '2023-11-30', to: '2024-01-02'})).toEqual([]);
  });
});

describe('a month that is not whole', () => {
  it('lacks usual days at its open end', () => {
    const bulk = {from: '2023-01-09', to: '2023-12-09'};
    const all = days(bulk.from, bulk.to, workday);
    expect(partMonth(all, bulk, 'last')).toEqual({month: '2023-12-01', missing: 15, rows: 60});
    expect(partMonth(all, bulk, 'first')).toEqual({month: '2023-01-01', missing: 5, rows: 170});
  });

  it('is whole when only a weekend is missing', () => {
    const bulk = {from: '2023-01-02', to: '2023-09-29'};
    const all = days(bulk.from, bulk.to, workday);
    expect([partMonth(all, bulk, 'first'), partMonth(all, bulk, 'last')]).toEqual([null, null]);
  });
});

it('a spike is twenty usual days on one', () => {
  const usual = days('2024-01-01', '2024-02-29');
  expect(spikesOf([...usual, day('2024-03-01', 199)])).toEqual([]);
  expect(spikesOf([...usual, day('2024-03-01', 200)]).map((one) => one.day)).toEqual(['2024-03-01']);
  expect(spikesOf([day('2024-01-01'), day('2024-01-02', 100)])).toEqual([]);
});
