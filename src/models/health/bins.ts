/** How the axis of a distribution is cut. Numbers are numbers; dates are days since 1970. */
export interface Bins {
  from: number;
  width: number;
  count: number;
}

/** Where nearly all values lie, and where all of them do. */
export interface Spread {
  min: number;
  max: number;
  /** one in two hundred values lies below */
  low: number;
  /** one in two hundred values lies above */
  high: number;
}

const most = 24;

/** At most 24 or so bins of a round width over where nearly all values lie; to the very ends where these are near. */
export function binsOf(spread: Spread, whole: boolean): Bins {
  const {low, high} = reach(spread);
  if (high <= low) return {from: low, width: 1, count: 1};
  const width = roundWidth((high - low) / most, whole);
  const from = Math.floor(low / width) * width;
  return {from, width, count: Math.floor((high - from) / width) + 1};
}

/** The ends belong to what is shown where they aren't far from it. */
function reach({min, max, low, high}: Spread): {low: number; high: number} {
  const near = (high - low) / 4;
  return {low: low - min <= near ? min : low, high: max - high <= near ? max : high};
}

function roundWidth(least: number, whole: boolean): number {
  const unit = 10 ** Math.floor(Math.log10(least));
  const width = [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= least * 0.999_999) ?? least;
  return whole ? Math.max(1, width) : width;
}

export type DateUnit = 'day' | 'month' | 'year';

/** The unit by which dates are counted, so that there are no more than 120 or so bars. */
export function unitOf({min, max, low, high}: Spread): DateUnit {
  const ends = reach({min, max, low, high});
  const days = ends.high - ends.low;
  if (days <= 70) return 'day';
  return days <= 3650 ? 'month' : 'year';
}

/** The days between which dates are shown one bar a unit. */
export const shownDays = (spread: Spread): {low: number; high: number} => reach(spread);
