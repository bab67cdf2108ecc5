import {money, nothing} from '../../messages/format';
import type {SmallRow} from '../small-row';
import {categories} from './categories';
import {driverNames} from './driver-options';
import type {CategoryRow} from './parts';
import {words} from './words';

const columns = [
  'file_total',
  'direct',
  'shared',
  'elsewhere',
  'unknown',
  'outside',
  'unshared',
  'what_if',
  'typed',
  'carried'
] as const;
const always = ['file_total', 'direct', 'shared', 'carried'] as const;

/** The columns in which something stands; those that always matter too. */
function shownColumns(rows: readonly CategoryRow[]) {
  return columns.filter(
    (name) => (always as readonly string[]).includes(name) || rows.some((row) => Number(row[name]) !== 0)
  );
}

/** The column heads of the table of costs. */
export const costHead = (rows: readonly CategoryRow[]): string[] => [
  words.t('column.category'),
  ...shownColumns(rows).flatMap((name) => {
    const label = words.t(`column.${name}`);
    return name === 'shared' ? [label, words.t('column.shared_by')] : [label];
  })
];

/** Where every cost of the files went, by category and for all together. */
export function costRows(rows: readonly CategoryRow[]): SmallRow[] {
  const shown = shownColumns(rows);
  const sorted = categories.flatMap((name) => rows.filter(({category}) => category === name));
  const cells = (value: (name: (typeof columns)[number]) => string, by: string): string[] =>
    shown.flatMap((name) => (name === 'shared' ? [value(name), by] : [value(name)]));
  return [
    ...sorted.map((row) => ({
      cells: [
        words.t(`statement.${row.category}` as 'statement.other'),
        ...cells((name) => money(row[name]), row.shared_by === null ? nothing : driverNames(row.shared_by))
      ]
    })),
    {cells: [words.t('costs.total'), ...cells((name) => money(sum(rows.map((row) => row[name]))), '')]}
  ];
}

/** An exact sum, of amounts with up to four decimals. */
const sum = (values: readonly (number | string)[]): number =>
  values.reduce<number>((total, value) => total + Math.round(Number(value) * 1e4), 0) / 1e4;
