import {keyOf} from './names';
import type {AverageRow, CellRow, CostRow} from './parts';

/** What it cost to win a customer, and when margin had paid that back. */
export interface Payback {
  cost: number;
  /** how many customers the cost is known of, of how many */
  costs: number;
  customers: number;
  /** the first age at which it was paid back; null where it isn't yet */
  age: number | null;
  /** the last age that is over */
  seen: number;
}

/** Of the chosen cohort, or of all together; undefined where no cost of winning is known, or no margin. */
export function paybackOf(
  {cells, averages, costs}: {cells: readonly CellRow[]; averages: readonly AverageRow[]; costs: readonly CostRow[]},
  chosen?: string
): Payback | undefined {
  const cost = costs.find((row) => (chosen === undefined ? isOfAll(row) : !isOfAll(row) && keyOf(row) === chosen));
  const rows =
    chosen === undefined
      ? averages
      : cells.filter((cell) => keyOf(cell) === chosen && cell.state !== 'in progress').sort((a, b) => a.age - b.age);
  const known = rows.filter((row) => row.cumulative_margin_per_customer !== null);
  const last = known.at(-1);
  if (!cost || !last) return undefined;
  const paid = known.find((row) => (row.cumulative_margin_per_customer ?? 0) >= cost.cost);
  return {cost: cost.cost, costs: cost.costs, customers: cost.customers, age: paid?.age ?? null, seen: last.age};
}

const isOfAll = ({cohort, group_name}: CostRow): boolean => cohort === null && group_name === null;
