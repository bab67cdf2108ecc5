import {isCounting, withoutTime} from './values/cast-dates';
import {dateExample} from './look/date-example';
import {isOfMonth} from './look/evidence';
import {columnNames} from './joins/lookups';
import type {Flag} from './plan/plan-flags';
import {typeOfRole} from './guess/role-format';
import type {Filed} from './stage-file';
import {days} from './totals';
import type {FileReceipt, RoleMapping} from './types';

type Assumption = FileReceipt['assumptions'][number];

/** Rows by flag. */
type Counts = ReadonlyMap<number, number>;

/** Days that the order of day and month was read of, and how many of them leave no doubt. */
export interface DayCounts {
  of: number;
  deciding: number;
}

/** How days were read: in which order, by which ways and with how many rows each, and what of them was not wanted. */
export function ofDates(filed: Filed, flags: Counts, counts: DayCounts): Assumption[] {
  const {filing, plan} = filed;
  const main = days[filing.table].find((role) => filing.mapping.roles[role] !== undefined);
  return dated(filed).flatMap(({role, column, ways}) => {
    const further = plan.flags.flatMap((flag) => wayOf(flag, role, flags));
    const all = [ways[0] ?? '', ...further.map(({date}) => date)];
    return [
      ...(role === main ? ofOrder(column, all, counts) : []),
      ...all.filter(isCounting).map((way) => ({key: `assumed.${way.slice(1)}`, values: {column}})),
      ...further.map(({date, rows}) => ({
        key: 'assumed.way',
        values: {column, rows, like: dateExample(withoutTime(date))}
      })),
      ...(all.some((way) => /%y/.test(way)) ? [{key: 'assumed.short-year', values: {column}}] : []),
      ...(all.some((way) => way !== '' && isOfMonth(way)) ? [{key: 'assumed.months', values: {column}}] : []),
      ...(role === main && all.some((way) => /%-?[HI]/.test(way)) ? [{key: 'assumed.times', values: {column}}] : [])
    ];
  });
}

/** How numbers were read that could be read otherwise. */
export function ofMarks({filing}: Filed): Assumption[] {
  const {mapping, table} = filing;
  const header = columnNames(mapping);
  const isNumber = ([role]: [string, RoleMapping]): boolean =>
    ['money', 'number'].includes(typeOfRole(table, role) ?? '');
  return Object.entries(mapping.roles)
    .filter(isNumber)
    .flatMap(([, {column, format}]) => {
      const values = {column: header[column] ?? '', mark: format.decimal === ',' ? 'comma' : 'point'};
      return [
        ...(format.marks === 'each' ? [{key: 'assumed.each', values}] : []),
        ...(format.open && format.marks !== 'each' ? [{key: 'assumed.open', values}] : []),
        ...(format.debit ? [{key: 'assumed.debits', values}] : [])
      ];
    });
}

interface Dated {
  role: string;
  column: string;
  ways: string[];
}

function dated({filing}: Filed): Dated[] {
  const {mapping, table} = filing;
  const header = columnNames(mapping);
  return Object.entries(mapping.roles).flatMap(([role, {column, format}]) =>
    typeOfRole(table, role) === 'date'
      ? [{role, column: header[column] ?? '', ways: [format.date ?? '%Y-%m-%d', ...(format.dates ?? [])]}]
      : []
  );
}

function wayOf(flag: Flag, role: string, flags: Counts): {date: string; rows: number}[] {
  const rows = flags.get(flag.bit) ?? 0;
  return flag.kind === 'way' && flag.role === role && rows > 0 ? [{date: flag.date, rows}] : [];
}

function ofOrder(column: string, ways: readonly string[], counts: DayCounts): Assumption[] {
  const orders = new Set(ways.flatMap((way) => orderIn(way) ?? []));
  const [order, ...others] = orders;
  if (order === undefined) return [];
  if (ways.length === 1) return [{key: 'assumed.order', values: {column, order, ...counts}}];
  return [{key: 'assumed.order-ways', values: {column, order: others.length > 0 ? 'both' : order}}];
}

function orderIn(date: string): 'day' | 'month' | null {
  if (/[bB]/.test(date)) return null;
  return /%-?d.*%-?m/.test(date) && !date.startsWith('%Y')
    ? 'day'
    : /%-?m.*%-?d/.test(date) && !/^%[Yy]/.test(date)
      ? 'month'
      : null;
}

/** Keys of these assumptions in the `ingest` messages. */
export const valueKeys = [
  ...['debits', 'each', 'epoch', 'epochms', 'excel', 'excel1904', 'hidden', 'months', 'open', 'order', 'order-ways'],
  ...['rounded-id', 'short-year', 'times', 'way']
];
