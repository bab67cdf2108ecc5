import {chiSquaredUpper} from './chi-squared';

/** Whether groups differ: how far observed and expected are apart, and how often chance alone would part them as far. */
export interface LogRank {
  /** χ² */
  statistic: number;
  degreesOfFreedom: number;
  p: number;
}

/** What the test is made of, a value for each group. `covariance` is that of observed − expected. */
export interface LogRankParts {
  observed: readonly number[];
  expected: readonly number[];
  covariance: readonly (readonly number[])[];
}

/** How many ended and how many were censored in each group at one time. */
export interface Moment {
  time: number;
  ended: readonly number[];
  censored: readonly number[];
}

/**
 * The log-rank test: (O − E)ᵀ V⁻¹ (O − E) of all groups but one. Groups of which nothing is expected don't count. Null
 * where fewer than two are left, or where nothing varies.
 *
 * source: Mantel (1966); Peto & Peto (1972); as `survdiff` of R's survival
 */
export function logRank({observed, expected, covariance}: LogRankParts): LogRank | null {
  const [, ...counted] = expected.flatMap((value, group) => (value > 0 ? [group] : []));
  if (counted.length === 0) return null;
  const difference = counted.map((group) => (observed[group] ?? 0) - (expected[group] ?? 0));
  const matrix = counted.map((row) => counted.map((column) => covariance[row]?.[column] ?? 0));
  const weights = solved(matrix, difference);
  if (weights === null) return null;
  const statistic = weights.reduce((sum, weight, place) => sum + weight * (difference[place] ?? 0), 0);
  return {
    statistic,
    degreesOfFreedom: counted.length,
    p: chiSquaredUpper(statistic, counted.length)
  };
}

/** Observed, expected and covariance of groups followed over time. Times in any order; the same time once. */
export function logRankParts(moments: readonly Moment[]): LogRankParts {
  const groups = moments[0]?.ended.map((_, group) => group) ?? [];
  const observed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  const atRisk = groups.map(() => 0);
  for (const {ended, censored} of [...moments].sort((a, b) => b.time - a.time)) {
    for (const group of groups) atRisk[group] = (atRisk[group] ?? 0) + (ended[group] ?? 0) + (censored[group] ?? 0);
    const everyone = total(atRisk);
    const over = total(ended);
    if (over === 0) continue;
    const spread = everyone > 1 ? (over * (everyone - over)) / (everyone - 1) : 0;
    const parts = atRisk.map((count) => count / everyone);
    for (const row of groups) {
      observed[row] = (observed[row] ?? 0) + (ended[row] ?? 0);
      expected[row] = (expected[row] ?? 0) + over * (parts[row] ?? 0);
      covariance[row] = (covariance[row] ?? []).map(
        (value, column) => value + spread * (parts[row] ?? 0) * (Number(row === column) - (parts[column] ?? 0))
      );
    }
  }
  return {observed, expected, covariance};
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** x of A x = b by elimination with pivots; null where A is singular. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, place) => [...row, right[place] ?? 0]);
  const size = rows.length;
  const least = 1e-12 * Math.max(...matrix.flat().map(Math.abs));
  for (let at = 0; at < size; at++) {
    const pivots = rows.slice(at).map((row) => Math.abs(row[at] ?? 0));
    const best = at + pivots.indexOf(Math.max(...pivots));
    const [pivot = []] = rows.splice(best, 1);
    if (!(Math.abs(pivot[at] ?? 0) > least)) return null;
    rows.splice(at, 0, pivot);
    for (let row = at + 1; row < size; row++) {
      const factor = (rows[row]?.[at] ?? 0) / (pivot[at] ?? 1);
      rows[row] = (rows[row] ?? []).map((value, column) => value - factor * (pivot[column] ?? 0));
    }
  }
  const solution = rows.map(() => 0);
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    const known = solution.reduce((sum, value, column) => (column > at ? sum + value * (row[column] ?? 0) : sum), 0);
    solution[at] = ((row[size] ?? 0) - known) / (row[at] ?? 1);
  }
  return solution;
}
