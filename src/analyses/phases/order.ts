import {share} from '../../messages/format';
import type {Phase} from '../../models/relationship/states';
import type {PhaseRow} from './parts';
import {phaseName} from './phases';
import {words} from './words';

/** The phases of buyers from the closest to the farthest: who is closer should buy again more often. */
const expected: readonly Phase[] = ['commitment', 'expansion', 'plateau', 'exploration', 'decline', 'dissolution'];

type Tested = PhaseRow & {hit_rate: number; hit_low: number; hit_high: number};

/** The pair of phases whose order is wrong by most; undefined where the order holds. */
export function turned(rows: readonly PhaseRow[]): {higher: Tested; lower: Tested} | undefined {
  const tested = testedOf(rows);
  const pairs = tested.flatMap((higher, index) => tested.slice(index + 1).map((lower) => ({higher, lower})));
  const [worst] = pairs.toSorted((a, b) => by(b) - by(a));
  return worst && by(worst) > 0 ? worst : undefined;
}

/** Whether closer phases bought again more often on this data, and where not, why that need not be wrong; undefined where fewer than two were tested. */
export function orderText(rows: readonly PhaseRow[]): string | undefined {
  if (testedOf(rows).length < 2) return undefined;
  const pair = turned(rows);
  if (!pair) return words.t('chart.hits.order');
  const {higher, lower} = pair;
  return words.t('chart.hits.turned', {
    higher: phaseName(higher.phase),
    higher_share: share(higher.hit_rate),
    lower: phaseName(lower.phase),
    lower_share: share(lower.hit_rate),
    chance: lower.hit_low <= higher.hit_high ? 'yes' : 'no',
    pair: `${higher.phase}_${lower.phase}`
  });
}

const testedOf = (rows: readonly PhaseRow[]): Tested[] =>
  expected.flatMap((phase) => rows.filter((row) => row.phase === phase).filter(isTested));

const by = ({higher, lower}: {higher: Tested; lower: Tested}): number => lower.hit_rate - higher.hit_rate;

const isTested = (row: PhaseRow): row is Tested =>
  row.hit_rate !== null && row.hit_low !== null && row.hit_high !== null;
