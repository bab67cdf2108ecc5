import {literal, type Params} from '../engine/sql';
import type {Loaded} from './loaded';

/** A rule that leaves purchases out, as it stands in an address: `test_customers`, `product:POST`, `after:2011-12-09`. */
export interface Exclusion {
  name: ExclusionName;
  /** what follows the colon; '' where the rule takes nothing */
  value: string;
}

/** The days that are left by rules about days; null: no rule says. */
export interface Cut {
  from: string | null;
  to: string | null;
}

interface Definition {
  /** what follows the colon */
  takes: 'nothing' | 'text' | 'day' | 'amount';
  /** whether it leaves out whole customers, so that what is kept per customer holds */
  of: 'customer' | 'row' | 'day';
  /** tables and models that the condition asks */
  needs: readonly string[];
  /** SQL over a purchase that is true, or null, where the row stays; `value` is the parameter that holds the rule's */
  keeps: ((value: string) => string) | null;
}

const notIn = (model: string): Definition => ({
  takes: 'nothing',
  of: 'customer',
  needs: [model],
  keeps: () => `customer_key not in (select customer_key from ${model})`
});

/** Every rule, once. `keeps` is null where the rule isn't a condition: days become one, twins are told apart by all columns. */
const definitions = {
  /** purchases of customers whose id, name or address says that they are a test */
  test_customers: notIn('test_customer'),
  /** purchases of customers that stand for many: cash sales, guests, unknown */
  collective_customers: notIn('collective_customer'),
  /** purchases of customers that the customer file lacks */
  orphans: notIn('orphan_customer'),
  /** purchases of one customer, by its id */
  customer: {
    takes: 'text',
    of: 'customer',
    needs: ['customer'],
    keeps: (value) => `customer_key not in (select customer_key from customer where customer_id = ${value})`
  },
  /** one product, by its name; '' for those that name none */
  product: {takes: 'text', of: 'row', needs: [], keeps: (value) => `coalesce(product, '') <> ${value}`},
  /** one currency; '' for those that name none */
  currency: {takes: 'text', of: 'row', needs: [], keeps: (value) => `coalesce(currency, '') <> ${value}`},
  /** postage, fees, discounts and corrections written as products */
  adjustments: {
    takes: 'nothing',
    of: 'row',
    needs: ['adjustment_product'],
    keeps: () => `(product is null or product not in (select product from adjustment_product))`
  },
  /** amounts below 0 of a quantity above 0 */
  negative_prices: {
    takes: 'nothing',
    of: 'row',
    needs: [],
    keeps: () => 'not coalesce(amount < 0 and quantity > 0, false)'
  },
  /** amounts farther from 0 than this */
  over: {takes: 'amount', of: 'row', needs: [], keeps: (value) => `abs(amount) <= ${value}::decimal(18, 4)`},
  /** returns and cancellations of what the customer hadn't bought before */
  unmatched_returns: {
    takes: 'nothing',
    of: 'row',
    needs: ['unmatched_return'],
    keeps: () => `(
        kind not in ('return', 'cancellation') or amount >= 0 or customer_key is null
        or (customer_key, coalesce(product, ''), purchased_on) not in (
            select (customer_key, product, purchased_on) from unmatched_return
        )
    )`
  },
  /** rows that equal another one in every column, but for one of them */
  twins: {takes: 'nothing', of: 'row', needs: [], keeps: null},
  /** one day */
  day: {takes: 'day', of: 'row', needs: [], keeps: (value) => `purchased_on <> ${value}::date`},
  /** everything before a day */
  before: {takes: 'day', of: 'day', needs: [], keeps: null},
  /** everything after a day */
  after: {takes: 'day', of: 'day', needs: [], keeps: null},
  /** the month in which the data begins, what `before` leaves out aside */
  first_month: {takes: 'nothing', of: 'day', needs: [], keeps: null},
  /** the month in which the data ends, what `after` leaves out aside */
  last_month: {takes: 'nothing', of: 'day', needs: [], keeps: null}
} as const satisfies Record<string, Definition>;

export type ExclusionName = keyof typeof definitions;

export const exclusionNames = Object.keys(definitions) as ExclusionName[];

/** The rule that a text means; undefined where it means none. */
export function parseExclusion(text: string): Exclusion | undefined {
  const [, name = '', colon, value = ''] = /^([a-z_]+)(:)?(.*)$/s.exec(text) ?? [];
  if (!isName(name)) return undefined;
  const {takes} = definitions[name];
  if ((colon === ':') !== (takes !== 'nothing') || !fits[takes](value)) return undefined;
  return {name, value};
}

/** The text that means a rule. */
export function exclusionText({name, value}: Exclusion): string {
  return definitions[name].takes === 'nothing' ? name : `${name}:${value}`;
}

/** The rules that texts mean, each once, in their order; what means none is left out. */
export function exclusionsOf(texts: readonly string[]): Exclusion[] {
  return [...new Set(texts)].flatMap((text) => parseExclusion(text) ?? []);
}

/** Whether each customer counts with all purchases or none. */
export const ofCustomers = (exclusions: readonly Exclusion[]): boolean =>
  exclusions.every(({name}) => definitions[name].of === 'customer');

/** Whether rows that are all alike count once. */
export const withoutTwins = (exclusions: readonly Exclusion[]): boolean =>
  exclusions.some(({name}) => name === 'twins');

/** The tables and models that the rules ask beside the purchases. */
export function exclusionNeeds(exclusions: readonly Exclusion[]): string[] {
  return [...new Set(exclusions.flatMap(({name}) => [...definitions[name].needs]))];
}

/** The conditions of the rules over a purchase. Rows without a customer stay. */
export function exclusionConditions(exclusions: readonly Exclusion[], loaded: Loaded): string[] {
  const {from, to} = cutOf(exclusions, loaded);
  const days = [
    ...(from === null ? [] : [`purchased_on >= ${literal(from)}::date`]),
    ...(to === null ? [] : [`purchased_on <= ${literal(to)}::date`])
  ];
  const others = exclusions.flatMap(({name}, index) => {
    const {keeps, of}: Definition = definitions[name];
    if (keeps === null) return [];
    const condition = keeps(`$${exclusionParam(index)}`);
    return of === 'customer' && loaded.anonymous > 0 ? [`(customer_key is null or ${condition})`] : [condition];
  });
  return [...days, ...others];
}

/** The conditions of those rules that leave out whole customers, over a relation with their keys. */
export const customerConditions = (exclusions: readonly Exclusion[]): string[] =>
  exclusions.flatMap(({name}, index) => {
    const {keeps, of}: Definition = definitions[name];
    return keeps !== null && of === 'customer' ? [keeps(`$${exclusionParam(index)}`)] : [];
  });

/** What the rules fill in their conditions. */
export function exclusionParams(exclusions: readonly Exclusion[]): Params {
  return Object.fromEntries(exclusions.map(({value}, index) => [exclusionParam(index), value]));
}

/** The parameter that holds what follows a rule's colon. */
export const exclusionParam = (index: number): string => `without_${index + 1}`;

/** The days that the rules leave, both included. Months are those of the data, after `before` and `after`. */
export function cutOf(exclusions: readonly Exclusion[], loaded: Loaded): Cut {
  const days = (name: ExclusionName): string[] => exclusions.filter((one) => one.name === name).map(({value}) => value);
  const has = (name: ExclusionName): boolean => exclusions.some((one) => one.name === name);
  const from = latest(days('before'));
  const to = earliest(days('after'));
  const begin = latest([from, loaded.from]);
  const end = earliest([to, loaded.to]);
  return {
    from: has('first_month') && begin !== null ? monthAfter(begin) : from,
    to: has('last_month') && end !== null ? dayBefore(`${end.slice(0, 8)}01`) : to
  };
}

const isName = (text: string): text is ExclusionName => Object.hasOwn(definitions, text);

const fits: Record<Definition['takes'], (value: string) => boolean> = {
  nothing: (value) => value === '',
  text: () => true,
  day: isDay,
  amount: (value) => /^\d{1,14}(\.\d{1,4})?$/.test(value)
};

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const latest = (days: readonly (string | null)[]): string | null => known(days).at(-1) ?? null;
const earliest = (days: readonly (string | null)[]): string | null => known(days)[0] ?? null;
const known = (days: readonly (string | null)[]): string[] => days.filter((day) => day !== null).sort();

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return iso(Date.UTC(year, month, 1));
}

function dayBefore(day: string): string {
  return iso(Date.parse(`${day}T00:00:00Z`) - 86_400_000);
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
