import {share} from '../../messages/format';
import type {Phase} from '../../models/relationship/states';
import type {HitRow} from './parts';
import {phaseName} from './phases';
import {words} from './words';

/** The phases of buyers from the closest to the farthest: who is closer should buy again more often. */
const expected: readonly Phase[] = ['commitment', 'expansion', 'plateau', 'exploration', 'decline', 'dissolution'];

/** The pair of phases whose order is wrong by most; undefined where the order holds. */
export function turned(rows: readonly HitRow[]): {higher: HitRow; lower: HitRow} | undefined {
  const tested = testedOf(rows);
  const pairs = tested.flatMap((higher, index) => tested.slice(index + 1).map((lower) => ({higher, lower})));
  const [worst] = pairs.toSorted((a, b) => by(b) - by(a));
  return worst && by(worst) > 0 ? worst : undefined;
}

/** Whether closer phases bought again more often on this data, and where not, why that need not be wrong; undefined where fewer than two were tested. */
export function orderText(rows: readonly HitRow[]): string | undefined {
  if (testedOf(rows).length < 2) return undefined;
  const pair = turned(rows);
  if (!pair) return words.t('chart.hits.order');
  const {higher, lower} = pair;
  return words.t('chart.hits.turned', {
    higher: phaseName(higher.phase),
    higher_share: share(higher.again_share),
    lower: phaseName(lower.phase),
    lower_share: share(lower.again_share),
    chance: lower.low <= higher.high ? 'yes' : 'no',
    pair: `${higher.phase}_${lower.phase}`
  });
}

const testedOf = (rows: readonly HitRow[]): HitRow[] =>
  expected.flatMap((phase) => rows.filter((row) => row.phase === phase));

const by = ({higher, lower}: {higher: HitRow; lower: HitRow}): number => lower.again_share - higher.again_share;
