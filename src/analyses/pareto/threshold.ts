import {count, money, share} from '../../messages/format';
import type {Sentence} from '../analysis';
import type {Threshold} from '../../ui/threshold';
import {minus} from '../../models/exact';
import {params, type Measure, type ParetoParams} from './params';
import type {Money, StepRow} from './rows';
import {partOf, stepAt} from './step';
import {words} from './words';

/** What a threshold is read from: rows for every number of entities that it can stand for, and what they are ranked by. */
export interface Steps {
  rows: readonly StepRow[];
  by: ParetoParams['by'];
  measure: Measure;
}

/** "The top 18% (781 customers) make 72.3% of net sales; the rest 27.7%." Empty where nothing counts. */
export function thresholdText(percent: number, {rows, by, measure}: Steps): Sentence {
  const step = stepAt(rows, percent);
  if (!step) return [];
  const fill = {by, measure, part: percentText(percent), count: step.entities, number: count(step.entities)};
  if (step.share === null) {
    return words.rich('threshold.text money', {...fill, value: money(step.value), rest: money(restOf(rows, step))});
  }
  const rest = 1 - step.share;
  const key = rest < -1e-12 ? 'threshold.text losing' : 'threshold.text';
  return words.rich(key, {...fill, share: share(step.share), rest: share(Math.abs(rest))});
}

/** "6,643,123.45 of 8,911,407.90 EUR": what the shares are made of. */
export function thresholdAmounts(percent: number, {rows}: Steps, currency: string | null): string {
  const step = stepAt(rows, percent);
  if (!step) return '';
  const total = money(rows.at(-1)?.value);
  return words.t('threshold.amounts', {
    value: money(step.value),
    total: currency === null ? total : `${total} ${currency}`
  });
}

/** The handle on a chart that begins with the largest. */
export function largest(
  percent: number,
  steps: Steps,
  axis: Threshold['axis'],
  told: Pick<Threshold, 'oninput' | 'onchange'>
): Threshold {
  return {
    ...range,
    ...told,
    axis,
    value: percent,
    label: words.t('threshold.label', {by: steps.by}),
    text: plain(thresholdText(percent, steps)),
    mark: words.t('threshold.mark', {part: percentText(percent)}),
    side: 'before',
    amounts: whole(percent, steps)
  };
}

/** The handle on a chart that begins with the smallest: it tells how many per cent are left below the threshold. */
export function smallest(percent: number, steps: Steps, told: Pick<Threshold, 'oninput' | 'onchange'>): Threshold {
  const part = rest(percent);
  return {
    ...range,
    axis: 'x',
    value: part,
    label: words.t('threshold.label smallest', {by: steps.by}),
    text: smallestText(percent, steps),
    mark: words.t('threshold.mark smallest', {part: percentText(part)}),
    side: 'after',
    amounts: 100 - whole(percent, steps),
    oninput: (value) => told.oninput(rest(value)),
    onchange: (value) => told.onchange(rest(value))
  };
}

/** `18.5%` of 18.5. */
export const percentText = (percent: number): string => share(percent / 100);

/** The per cent that whole entities are of all. */
function whole(percent: number, {rows}: Steps): number {
  const all = rows.at(-1)?.entities ?? 0;
  return all === 0 ? percent : (100 * partOf(all, percent)) / all;
}

const range = {min: params.threshold.min, max: params.threshold.max, step: params.threshold.step};

const rest = (percent: number): number => Math.round((100 - percent) * 10) / 10;

function smallestText(percent: number, {rows, by, measure}: Steps): string {
  const step = stepAt(rows, percent);
  if (!step) return '';
  const entities = (rows.at(-1)?.entities ?? 0) - step.entities;
  return words.t('threshold.smallest', {
    by,
    measure,
    part: percentText(rest(percent)),
    count: entities,
    number: count(entities),
    share: share(step.share === null ? null : 1 - step.share)
  });
}

const restOf = (rows: readonly StepRow[], {value}: StepRow): Money =>
  minus(String(rows.at(-1)?.value ?? 0), String(value));

const plain = (sentence: Sentence): string => sentence.map(({text}) => text).join('');
