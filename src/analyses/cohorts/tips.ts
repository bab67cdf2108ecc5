import {count, day} from '../../messages/format';
import {ageName, cohortName, rowKind} from './names';
import type {CohortParams} from './params';
import type {AverageRow, CellRow} from './parts';
import {fractionText, fullText, intervalText, valueOf} from './values';
import {words} from './words';

/** What is known of a cell, a fact a line. */
export function cellTip(cell: CellRow, params: CohortParams): string {
  const {figure} = params;
  const span =
    cell.period_from === null ? '' : words.t('tip.span', {from: day(cell.period_from), to: day(cell.period_to)});
  return lines([
    `${cohortName(cell, params)}, ${ageName(cell.age, params)}`,
    span,
    valueText(fullText(valueOf(cell, figure), figure), fractionText(cell, figure)),
    intervalText(cell, figure),
    stateText(cell)
  ]);
}

/** What is known of the average at an age. */
export function averageTip(row: AverageRow, params: CohortParams): string {
  const {figure} = params;
  return lines([
    `${words.t('average')}, ${ageName(row.age, params)}`,
    valueText(fullText(valueOf(row, figure), figure), fractionText(row, figure)),
    intervalText(row, figure),
    words.t(isMean(figure) ? 'tip.mean' : 'tip.weighted', {
      cohorts: isMean(figure) ? row.whole : row.cohorts,
      number: count(isMean(figure) ? row.whole : row.cohorts),
      kind: rowKind(params)
    })
  ]);
}

/** Whether the average is of what complete cohorts have, and no ratio of all their customers. */
export const isMean = (figure: CohortParams['figure']): boolean =>
  ['customers', 'net_sales', 'orders'].includes(figure);

/** What is to be said of a cell that isn't complete. */
export function stateText({state, eligible, size}: CellRow): string {
  if (state === 'complete') return '';
  return words.t(`tip.${state}`, {eligible: count(eligible), size: count(size)});
}

const valueText = (value: string, fraction: string): string =>
  fraction === '' ? value : words.t('tip.value', {value, fraction});

const lines = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');
