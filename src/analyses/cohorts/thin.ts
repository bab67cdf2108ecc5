import {isByTime, type CohortParams} from './params';
import type {AverageRow} from './parts';
import {isMean} from './tips';

/** An average of fewer cohorts than this says more of which are left than of customers. */
export const fewestCohorts = 3;

/** So does one of a smaller part of all customers than this. */
export const fewestShare = 0.05;

/** Whether so little is left at an age that the average changes as cohorts drop out of it, more than as customers do. */
export function thin(averages: readonly AverageRow[], params: CohortParams): (row: AverageRow) => boolean {
  const all = averages.reduce((most, {eligible}) => Math.max(most, eligible), 0);
  const cohorts = (row: AverageRow): number => (isMean(params.figure) ? row.whole : row.cohorts);
  return (row) => (isByTime(params) && cohorts(row) < fewestCohorts) || row.eligible < fewestShare * all;
}
