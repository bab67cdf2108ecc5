import {listOf, stagesIn, type AcquisitionParams} from './params';
import type {StageRow} from './parts';

type Patch = Partial<AcquisitionParams>;

const openOnes = (rows: readonly StageRow[]): string[] =>
  rows.flatMap(({stage, part}) => (part === 'open' ? [stage] : []));

/** The open stages with one moved before the one above it. */
export function movedUp(rows: readonly StageRow[], stage: string): Patch {
  const order = openOnes(rows);
  const at = order.indexOf(stage);
  const above = order[at - 1];
  if (above === undefined) return {};
  order.splice(at - 1, 2, stage, above);
  return {stage_order: listOf(order)};
}

/** A stage counts as on the way, won or lost; the others stay what they are. */
export function meaning(
  rows: readonly StageRow[],
  params: AcquisitionParams,
  {stage, part}: Pick<StageRow, 'stage' | 'part'>
): Patch {
  const without = (list: string): string[] => stagesIn(list).filter((other) => other !== stage);
  const open = openOnes(rows).filter((other) => other !== stage);
  const isOrdered = part === 'open' || params.stage_order !== '';
  return {
    stage_order: isOrdered ? listOf(part === 'open' ? [...open, stage] : open) : '',
    won_stages: listOf([...without(params.won_stages), ...(part === 'won' ? [stage] : [])]),
    lost_stages: listOf([...without(params.lost_stages), ...(part === 'lost' ? [stage] : [])])
  };
}
