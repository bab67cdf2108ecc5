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
