import type {ColumnType} from '../../tables/canonical';
import {isCounting} from '../values/cast-dates';
import {dateExample} from './date-example';
import type {ColumnProfile, Format, Reasoned} from '../types';

type Reason = Reasoned<unknown>['reason'];

/**
 * What of a column's values tells how they are read, and what leaves it open; nothing where there is only one way. `format`
 * is how they are read now: evidence for another reading is not shown.
 */
export function evidenceOf(column: ColumnProfile, type: ColumnType, format: Format): Reason[] {
  if (type === 'date') return column.looks === 'date' ? dateEvidence(column, format) : [];
  if (type === 'text') return textEvidence(column);
  return numberEvidence(column, format);
}

function dateEvidence({ways = [], order, format: guessed}: ColumnProfile, {date, dates}: Format): Reason[] {
  const isGuess = date === guessed.date && `${dates?.join('|')}` === `${guessed.dates?.join('|')}`;
  const counted = [date, ...(dates ?? [])].find((way) => way !== undefined && isCounting(way));
  const {contrary = 0, of = 0} = order ?? {};
  const months = [date, ...(dates ?? [])].some((way) => way !== undefined && isOfMonth(way));
  return [
    ...(isGuess && ways.length > 1 ? [{key: 'evidence.ways', values: {ways: ways.map(wayText).join(', ')}}] : []),
    ...(counted === undefined ? [] : [{key: `evidence.${counted.slice(1)}`, values: {}}]),
    ...(isGuess && contrary > 0 ? [{key: 'evidence.contrary', values: {contrary, of}}] : []),
    ...(months ? [{key: 'evidence.months', values: {}}] : [])
  ];
}

const wayText = ({date, rows, example}: {date: string; rows: number; example: string}): string =>
  `${(example || dateExample(date)).trim().slice(0, 40)} (${rows})`;

/** Dates without a day. */
export const isOfMonth = (date: string): boolean => !/%-?d/.test(date) && !isCounting(date);

function numberEvidence(
  {mark, percent, filled, format: guessed, rounded}: ColumnProfile,
  {marks, debit, decimal, open}: Format
): Reason[] {
  const {deciding = 0, of = 0} = mark ?? {};
  return [
    ...(marks === 'each' ? [{key: 'evidence.each', values: {}}] : []),
    ...(marks !== 'each' && mark && deciding > 0
      ? [{key: 'evidence.mark', values: {deciding, of, mark: decimal === ',' ? 'comma' : 'point'}}]
      : []),
    ...(marks !== 'each' && open && decimal === guessed.decimal
      ? [{key: 'evidence.open', values: {of, mark: decimal === ',' ? 'comma' : 'point'}}]
      : []),
    ...(debit ? [{key: 'evidence.debit', values: {}}] : []),
    ...(percent === undefined ? [] : [{key: 'evidence.percent', values: {percent, filled}}]),
    ...(rounded === undefined ? [] : [{key: 'evidence.rounded', values: {rounded}}])
  ];
}

function textEvidence({rounded, flag}: ColumnProfile): Reason[] {
  return [
    ...(rounded === undefined ? [] : [{key: 'evidence.rounded', values: {rounded}}]),
    ...(flag ? [{key: flag.no === '' ? 'evidence.flag-marked' : 'evidence.flag', values: flag}] : [])
  ];
}
