import {count, nothing, share} from '../../messages/format';
import {few} from './curve';
import {curveName, shareLimits} from './names';
import type {SurvivalParams} from './params';
import type {Conditional} from './parts';
import type {Table} from './tables';
import {words} from './words';

/** What comes after a silence, group by group; nothing is said of fewer than ten. */
export function conditionalTable(rows: readonly Conditional[], params: SurvivalParams): Table {
  const {what} = params;
  return {
    caption: words.t('conditional.caption'),
    head: [
      words.t('rank.group'),
      words.t('conditional.share', {what}),
      words.t('conditional.waiting'),
      words.t('conditional.later')
    ],
    rows: rows.map((row) => ({
      cells: [curveName(row, params), answer(row, params), count(row.waiting), count(row.later)]
    }))
  };
}

function answer(row: Conditional, params: SurvivalParams): string {
  const told = chanceOf(row, params);
  return told === null ? nothing : words.t('times.value', told);
}

/** The chance with its limits, as text: to stay, of relationships; else to buy. Null where too few are seen, or none so long. */
export function chanceOf(row: Conditional, {what}: SurvivalParams): {share: string; low: string; high: string} | null {
  const {stays, low, high, waiting} = row;
  if (stays === null || waiting < few) return null;
  if (what === 'contract') return {share: share(stays), ...shareLimits(low, high)};
  const over = (value: number | null): number | null => (value === null ? null : 1 - value);
  return {share: share(1 - stays), ...shareLimits(over(high), over(low))};
}
