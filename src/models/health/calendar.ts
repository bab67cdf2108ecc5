/** What was bought on a day, of all purchases loaded. */
export interface Day {
  day: string;
  rows: number;
  amount: number;
}

/** Days from the first to the last of a run in which something is missing. */
export interface Gap {
  from: string;
  to: string;
  /** days on which purchases were to be expected */
  days: number;
}

/** The days between which nearly all purchases lie; what is outside is far away from it, or after the import. */
export interface Bulk {
  from: string;
  to: string;
}

const dayLength = 86_400_000;
const far = 365;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayLength;
const iso = (time: number): string => new Date(time * dayLength).toISOString().slice(0, 10);
const sum = (days: readonly Day[]): number => days.reduce((total, {rows}) => total + rows, 0);

/** Where nearly all purchases lie. `days` in order; at least one. */
export function bulkOf(days: readonly Day[], imported: string): Bulk {
  const known = days.filter(({day}) => day <= imported);
  const all = known.length > 0 ? known : days;
  const few = Math.max(1, sum(all) / 200);
  const large = sum(all) >= 20;
  const last = large ? edge(all.toReversed(), few) : all.at(-1);
  const first = large ? edge(all, few) : all[0];
  return {from: first?.day ?? '', to: last?.day ?? ''};
}

/** The first day that isn't cut off from the rest by more than a year, with only a few purchases before it. */
function edge(days: readonly Day[], few: number): Day | undefined {
  let seen = 0;
  let found = days[0];
  for (const [index, one] of days.entries()) {
    const next = days[index + 1];
    seen += one.rows;
    if (!next || seen > few) break;
    if (Math.abs(at(next.day) - at(one.day)) > far) found = next;
  }
  return found;
}

/** The weekdays, 0 to 6, on most dates of which something was bought. */
function usualWeekdays(days: readonly Day[], {from, to}: Bulk): Set<number> {
  const seen = new Set(days.map(({day}) => at(day)));
  const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => {
    const dates = range(at(from), at(to)).filter((day) => (day + 4) % 7 === weekday);
    return dates.length >= 4 && dates.filter((day) => seen.has(day)).length > 0.7 * dates.length;
  });
  return new Set(weekdays);
}

/** Runs of at least so many days, among those on which purchases are usual, without any. */
export function gapsOf(days: readonly Day[], bulk: Bulk, least = 3): Gap[] {
  const usual = usualWeekdays(days, bulk);
  const seen = new Set(days.map(({day}) => at(day)));
  const gaps: Gap[] = [];
  let run: number[] = [];
  for (const day of range(at(bulk.from), at(bulk.to))) {
    if (!usual.has((day + 4) % 7)) continue;
    if (seen.has(day)) run = [];
    else run.push(day);
    if (run.length === least) gaps.push({from: '', to: '', days: 0});
    if (run.length >= least)
      gaps[gaps.length - 1] = {from: iso(run[0] ?? 0), to: iso(run.at(-1) ?? 0), days: run.length};
  }
  return gaps;
}

/** First days of the months between which nothing was bought. */
export function emptyMonths(days: readonly Day[], {from, to}: Bulk): string[] {
  const seen = new Set(days.map(({day}) => day.slice(0, 7)));
  const months: string[] = [];
  for (let month = from.slice(0, 7); month < to.slice(0, 7); month = next(month)) {
    if (!seen.has(month)) months.push(`${month}-01`);
  }
  return months;
}

function next(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return iso(Date.UTC(year, number, 1) / dayLength).slice(0, 7);
}

/** The part of a month, with its purchases, that the data covers. */
export interface PartMonth {
  month: string;
  /** days of the month without data at its open end, on which purchases were to be expected */
  missing: number;
  rows: number;
}

/** The month in which the data begins, or ends, if it lacks at least three days on which purchases are usual. */
export function partMonth(days: readonly Day[], bulk: Bulk, side: 'first' | 'last'): PartMonth | null {
  const usual = usualWeekdays(days, bulk);
  const any = usual.size === 0;
  const edgeDay = side === 'first' ? bulk.from : bulk.to;
  const month = edgeDay.slice(0, 7);
  const [start, end] = [at(`${month}-01`), at(`${next(month)}-01`) - 1];
  const open = side === 'first' ? range(start, at(edgeDay) - 1) : range(at(edgeDay) + 1, end);
  const missing = open.filter((day) => any || usual.has((day + 4) % 7)).length;
  if (missing < 3 || bulk.from.slice(0, 7) === bulk.to.slice(0, 7)) return null;
  return {month: `${month}-01`, missing, rows: sum(days.filter(({day}) => day.startsWith(month)))};
}

/** Days with at least a twentieth of all purchases and twenty times as many as the median day, of at least 30 days. */
export function spikesOf(days: readonly Day[]): Day[] {
  const rows = days.map((day) => day.rows).sort((a, b) => a - b);
  const median = rows[Math.floor(rows.length / 2)] ?? 0;
  const all = sum(days);
  return rows.length < 30 ? [] : days.filter((day) => day.rows >= 20 * median && day.rows >= all / 20);
}

function range(from: number, to: number): number[] {
  return Array.from({length: Math.max(0, to - from + 1)}, (_, index) => from + index);
}
