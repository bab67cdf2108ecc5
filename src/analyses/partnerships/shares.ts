import type {ModelContext} from '../../models/compile';
import {categories, drivers, usualDriver, type Category, type Driver} from './categories';
import {changeOf} from './what-if';

/** Where shared costs come from: the files, or what is typed in. */
export type Source = 'file' | 'typed';

/** A cost that may have to be shared out, given what is loaded and typed in. */
export interface Shared {
  /** the column of what a customer carries: `file_delivery` */
  name: string;
  source: Source;
  category: Category;
}

/** What there can be of a cost by one driver. */
export interface Slot extends Shared {
  slot: string;
  driver: Driver;
}

/** Every cost that there can be to be shared out. */
export function sharedCosts(context: ModelContext): Shared[] {
  const of = (source: Source, names: readonly Category[]): Shared[] =>
    names.map((category) => ({name: `${source}_${category}`, source, category}));
  return [
    ...of(
      'file',
      categories.filter((name) => mayBeFiled(name, context))
    ),
    ...of('typed', typedTotals(context))
  ];
}

/** Those of a category. */
export const sharedOf = (category: Category, context: ModelContext): Shared[] =>
  sharedCosts(context).filter((one) => one.category === category);

/** The categories of which a total is typed in. */
export const typedTotals = ({params}: ModelContext): Category[] =>
  categories.filter((name) => Number(params[`total_${name}`] ?? 0) > 0);

/** Every cost that there can be to be shared out, by every driver that it may have. */
export const slotsOf = (context: ModelContext): Slot[] =>
  sharedCosts(context).flatMap((one) =>
    driversOf(one, context).map((driver) => ({...one, slot: `${one.name}_${driver}`, driver}))
  );

/** The drivers that any cost may have. */
export function usedDrivers(context: ModelContext): Driver[] {
  const used = new Set(slotsOf(context).map(({driver}) => driver));
  return drivers.filter((driver) => driver === 'equal' || used.has(driver));
}

/** Whether a file can hold costs of a category that it gives to no one: the cost file all, customers and contacts one each. */
function mayBeFiled(category: Category, {loaded: {filled}}: ModelContext): boolean {
  return (
    filled.has('partnership_cost.amount') ||
    (category === 'acquisition' && filled.has('customer.acquisition_cost')) ||
    (category === 'salaries' && filled.has('interaction.cost'))
  );
}

/** The driver asked for, any of them where the file may ask, and an equal part where there is nothing of it. */
function driversOf({source, category}: Shared, {params, loaded}: ModelContext): Driver[] {
  const chosen = String(params[`driver_${category}`] ?? '');
  const byFile = chosen === '' && source === 'file' && loaded.filled.has('partnership_cost.driver');
  const asked = chosen === '' ? usualDriver[category] : chosen;
  return drivers.filter((driver) => byFile || driver === asked || driver === 'equal');
}

/** What there can be of the costs that a "what if" is asked of. */
export const askedShares = (context: ModelContext): Shared[] =>
  sharedCosts(context).filter(({category}) => changeOf(context.params, category) !== 0);

interface Counted {
  /** the column of what a customer carries */
  name: string;
  /** what is shared out in ten-thousandths, of `units`, as SQL */
  units: string;
}

/** Ten-thousandths, in which shares are counted, as money. */
export const moneySql = (units: string): string => `((${units})::decimal(38, 0) * 0.0001)::decimal(38, 4)`;

/**
 * What each customer carries of these costs in ten-thousandths, as SQL over `partnership_pool` and `partnership_weight`: the cost up to this
 * customer less the cost up to the one before, both rounded. A running part never falls and ends at 1, so that shares of a
 * positive cost are never negative and add up exactly while the cost is below 2^53 ten-thousandths; each is the exact share
 * to one ten-thousandth.
 */
export function sharesSql(costs: readonly Shared[], context: ModelContext, counted: (cost: Shared) => Counted): string {
  const slots = slotsOf(context).filter(({name}) => costs.some((cost) => cost.name === name));
  const pools = slots.flatMap((slot) => [
    `coalesce(max(${counted(slot).units}) filter (where slot = '${slot.slot}'), 0) as ${slot.slot}`,
    `coalesce(max(times) filter (where slot = '${slot.slot}'), 0) as ${slot.slot}_times`
  ]);
  const shares = costs.map((cost) => {
    const own = slots.filter(({name}) => name === cost.name).map(shareSql);
    return `${own.join('\n        + ')} as ${counted(cost).name}`;
  });
  return `with

counted as (
    select
        source || '_' || category || '_' || driver as slot,
        list_reduce(list(times), lambda a, b: greatest_common_divisor(a, b))::bigint as times,
        sum(units) as units
    from partnership_pool
    group by slot
),

whole as (
    select slot, times, (units // times)::double as units
    from counted
),

pools as (
    select
        ${pools.join(',\n        ')}
    from whole
)

select
    customer_key,
    ${shares.join(',\n    ')}
from partnership_weight
cross join pools`;
}

const shareSql = ({slot, driver}: Slot): string =>
  `${slot}_times * ((${slot} * ${driver}_to)::bigint - (${slot} * ${driver}_from)::bigint)`;
