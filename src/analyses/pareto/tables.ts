import {count, money, share} from '../../messages/format';
import {columnLabel, type Selection} from '../analysis';
import type {SmallRow} from '../small-row';
import analysis from './index';
import type {ParetoParams} from './params';
import type {ClassRow, TopRow} from './rows';
import {ofClass} from './selection';
import {words} from './words';

/** The column heads of the table of classes. */
export const classHead = (params: ParetoParams, currency: string | null): string[] =>
  heads(['class', 'entities', 'entities_share', 'value', 'share'], params, currency);

/** The classes in words, each leading to its customers. */
export function classRows(rows: readonly ClassRow[], onselect: (selection: Selection) => void): SmallRow[] {
  return rows.map((row) => {
    const cells = [row.class, count(row.entities), share(row.entities_share), money(row.value), share(row.share)];
    const selection = ofClass(row);
    if (!selection) return {cells};
    return {cells, hint: words.t('classes.select hint', {class: row.class}), onselect: () => onselect(selection)};
  });
}

/** The column heads of the table of the largest. */
export const topHead = (params: ParetoParams, currency: string | null): string[] =>
  heads(['percentage', 'entities', 'value', 'share'], params, currency);

/** What the largest make, in words. */
export const topRows = (rows: readonly TopRow[]): SmallRow[] =>
  rows.map((row) => ({
    cells: [share(row.percentage / 100), count(row.entities), money(row.value), share(row.share)]
  }));

function heads(columns: readonly string[], params: ParetoParams, currency: string | null): string[] {
  return columns.map((column) => {
    const label = columnLabel(analysis, column, params);
    return column === 'value' && currency !== null ? `${label} (${currency})` : label;
  });
}
