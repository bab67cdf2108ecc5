import {logRank, type LogRank} from '../../statistics/log-rank';
import type {RankRow} from './parts';

/** The test of all curves against each other; null where there is one, or nothing varies. */
export function testOf(rows: readonly RankRow[]): LogRank | null {
  const own = ownRows(rows);
  return logRank({
    observed: own.map(({observed}) => observed),
    expected: own.map(({expected}) => expected),
    covariance: own.map(({place}) => rows.filter((row) => row.place === place).map(({covariance}) => covariance))
  });
}

/** Observed and expected of each curve. */
export const ownRows = (rows: readonly RankRow[]): RankRow[] => rows.filter(({place, other}) => place === other);
