import type {HistogramBar} from '../../charts/histogram';
import {count, day, decimal, money, month, nothing, share} from '../../messages/format';
import {words} from '../../messages/health';
import {tables} from '../../messages/tables';
import type {FilledColumn} from '../../models/health/columns';
import type {Bar, Profile} from '../../models/health/profile';

/** What a column is called: an attribute by its name in the file. */
export function columnName({table, name, attribute}: FilledColumn): string {
  const key = `${table}.${name}`;
  return !attribute && tables.has(key) ? tables.t(key) : name;
}

/** A value of a column as it is shown. */
export function valueText(column: FilledColumn, value: string | number | null): string {
  if (value === null || value === '') return nothing;
  if (column.type === 'date') return day(String(value));
  if (column.type === 'money') return money(value);
  return column.type === 'number' ? decimal(value, 4) : String(value);
}

/** From the smallest to the largest value, or how long texts are. */
export function rangeText({column, filled, min, max, longest}: Profile): string {
  if (filled === 0) return nothing;
  if (column.type === 'text') return words.t('range.longest', {count: longest ?? 0});
  return words.t('range', {from: valueText(column, min), to: valueText(column, max)});
}

/** How many different values there are; an estimate says so. */
export const distinctText = ({distinct, approximate}: Profile): string =>
  approximate ? words.t('about', {count: count(distinct)}) : count(distinct);

/** The most frequent texts with what part of the filled rows they make. */
export function topText({top, filled, distinct}: Profile): string {
  if (distinct === filled && filled > 1) return words.t('top.each');
  const [first] = top;
  if (first && first.rows < filled / 100)
    return words.t('top.rare', {share: share(Math.ceil((1000 * first.rows) / filled) / 1000)});
  return top
    .slice(0, 3)
    .map(({value, rows}) => words.t('top.value', {value, share: share(rows / filled)}))
    .join(', ');
}

/** What is odd in a column, in words. */
export function oddTexts({odd}: Profile): string[] {
  return odd.map(({kind, rows}) => oddText(kind, rows));
}

export function oddText(kind: string, rows: number): string {
  const key = `odd.${kind}`;
  return words.has(key) ? words.t(key, {rows}) : kind;
}

/** Where a bar begins, in words. */
function barName(unit: string | null, {from}: Bar): string {
  if (unit === 'month') return month(String(from));
  if (unit === 'year') return String(from).slice(0, 4);
  return unit === 'day' ? day(String(from)) : decimal(from, 2);
}

/** The bars of a column, in words. */
export function histogramBars({distribution}: Profile): HistogramBar[] {
  const {bars = [], unit = null} = distribution ?? {};
  return bars.map((bar) => {
    const name = barName(unit, bar);
    const span = bar.to === null ? name : words.t('range', {from: name, to: decimal(bar.to, 2)});
    return {name, rows: bar.rows, title: `${span}\n${words.t('values.rows')}: ${count(bar.rows)}`};
  });
}
