import type {Params} from '../../engine/sql';
import {categories, drivers, usualDriver, type Category, type Driver} from './categories';

/** Where shared costs come from. */
export const sources = ['file', 'typed'] as const;
export type Source = (typeof sources)[number];

/** A cost that may have to be shared out: what there can be of a source and category by a driver. */
export interface Slot {
  name: string;
  source: Source;
  category: Category;
  driver: Driver;
}

/** Every cost that there can be to be shared out, given what the person chose and typed in. */
export function slotsOf(params: Params): Slot[] {
  return sources.flatMap((source) =>
    categories.flatMap((category) =>
      driversOf(source, category, params).map((driver) => ({
        name: `${source}_${category}_${driver}`,
        ...{source, category, driver}
      }))
    )
  );
}

function driversOf(source: Source, category: Category, params: Params): Driver[] {
  const chosen = String(params[`driver_${category}`] ?? '');
  if (source === 'typed' && Number(params[`total_${category}`] ?? 0) <= 0) return [];
  const asked = chosen === '' && source === 'typed' ? usualDriver[category] : chosen;
  return drivers.filter((driver) => asked === '' || driver === asked || driver === 'equal');
}

/**
 * A customer's share of a slot in ten-thousandths, as SQL: the cost up to this customer less the cost up to the one
 * before, both rounded. A running part never falls and ends at 1, so that shares of a positive cost are never negative
 * and add up exactly while the cost is below 2^53 ten-thousandths; each is the exact share to one ten-thousandth.
 */
export const shareSql = ({name, driver}: Slot): string =>
  `${name}_times * ((${name} * ${driver}_to)::bigint - (${name} * ${driver}_from)::bigint)`;
