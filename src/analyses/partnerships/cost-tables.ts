import {money} from '../../messages/format';
import type {SmallRow} from '../small-row';
import {categories} from './categories';
import {driverNames} from './driver-options';
import type {CategoryRow} from './parts';
import {total} from './total';
import {words} from './words';

const columns = [
  'file_total',
  'direct',
  'shared',
  'elsewhere',
  'unknown',
  'outside',
  'unshared',
  'typed',
  'what_if',
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

/** Where every cost of the files went, by category and for all together; nothing stands where nothing went. */
export function costRows(rows: readonly CategoryRow[]): SmallRow[] {
  const shown = shownColumns(rows);
  const sorted = categories.flatMap((name) => rows.filter(({category}) => category === name));
  const cells = (value: (name: (typeof columns)[number]) => string, by: string): string[] =>
    shown.flatMap((name) => (name === 'shared' ? [value(name), by] : [value(name)]));
  return [
    ...sorted.map((row) => ({
      cells: [
        words.t(`statement.${row.category}` as 'statement.other'),
        ...cells((name) => amount(row, name), row.shared_by === null ? '' : driverNames(row.shared_by))
      ]
    })),
    {cells: [words.t('costs.total'), ...cells((name) => money(total(rows.map((row) => row[name]))), '')]}
  ];
}

const amount = (row: CategoryRow, name: (typeof columns)[number]): string =>
  Number(row[name]) === 0 && name !== 'file_total' && name !== 'carried' ? '' : money(row[name]);
