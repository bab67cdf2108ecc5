import type {StepRow} from './rows';

/** The smallest whole number that is at least so many per cent of all. Per cent count in tenths. */
export const partOf = (entities: number, percent: number): number =>
  Math.ceil((entities * Math.round(percent * 10)) / 1000);

/** What so many per cent of all make: the row for their number, exact. Undefined where nothing counts. */
export function stepAt<T extends StepRow>(rows: readonly T[], percent: number): T | undefined {
  const entities = partOf(rows.at(-1)?.entities ?? 0, percent);
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.entities ?? 0) < entities) low = middle + 1;
    else high = middle;
  }
  return rows[low];
}
