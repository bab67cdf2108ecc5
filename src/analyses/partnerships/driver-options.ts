import {list} from '../../messages/format';
import type {Option} from '../../ui/option';
import {drivers, usualDriver, type Category} from './categories';
import type {CategoryRow} from './parts';
import {words} from './words';

/** The drivers to choose from for a category; the first leaves it to the file, and says what that comes to. */
export function driverOptions(category: Category, row: CategoryRow | undefined, chosen: string): Option[] {
  return [
    {value: '', label: fileLabel(category, row, chosen)},
    ...drivers.map((driver) => ({value: driver, label: driverName(driver)}))
  ];
}

const fileLabel = (category: Category, row: CategoryRow | undefined, chosen: string): string =>
  chosen === '' && row?.asked_by
    ? words.t('costs.file', {drivers: driverNames(row.asked_by)})
    : words.t('costs.usual', {drivers: driverName(usualDriver[category])});

/** `Orders and Net sales` of `orders,sales`. */
export const driverNames = (codes: string): string => list(codes.split(',').map(driverName));

const driverName = (code: string): string => words.t(`driver.${code}` as 'driver.orders');

/** What had to be shared equally, because no customer has anything of the driver that was asked for. */
export function fallbacks(rows: readonly CategoryRow[]): string[] {
  return rows
    .filter(({asked_by, shared_by}) => asked_by !== null && shared_by !== asked_by)
    .map(({category, asked_by}) =>
      words.t('costs.fallback', {
        category: words.t(`statement.${category}` as 'statement.other'),
        asked: driverNames(asked_by ?? '').toLowerCase()
      })
    );
}
