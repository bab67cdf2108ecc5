import {SEED, mailings, segments, sources, winning} from './assumptions.mjs';
import {END, START, dayOf, firstOfMonth, yearOf} from './calendar.mjs';
import {namer} from './names.mjs';
import {accountManagers, countryShares, regions} from './places.mjs';
import {random} from './random.mjs';

/**
 * @typedef {import('./assumptions.mjs').Segment} Segment
 * @typedef {import('./assumptions.mjs').Source} Source
 * @typedef {import('./random.mjs').Random} Random
 *
 * @typedef {object} Person who somebody is, before anything happens
 * @property {string} id
 * @property {Segment} segment
 * @property {number} knownOn day of the first contact
 * @property {number | null} acquiredOn null: a prospect that never bought
 * @property {Source} source
 * @property {boolean} mailed belongs to a test mailing
 * @property {string} name
 * @property {import('./places.mjs').Country} country
 * @property {string} region
 * @property {string} city
 * @property {string | null} manager account manager; private customers have none
 * @property {number | null} acquisitionCost in cents
 * @property {Traits} traits
 *
 * @typedef {object} Traits what no file shows
 * @property {number} rate orders a year
 * @property {number} size factor on the value of a line
 * @property {number} growth of the order size a year, as a factor less one
 * @property {boolean} demanding costly to serve
 * @property {boolean} advocate speaks well of the company
 * @property {number} attention how much the account manager cares, about 1
 * @property {number} rebate of the list price, in percent
 * @property {boolean} contract
 * @property {boolean} card has a loyalty card
 */

/** @typedef {{segment: Segment, knownOn: number, acquiredOn: number | null, source: Source, mailed: boolean}} Seed */

/** All customers and prospects, numbered in the order in which they became known. @returns {Person[]} */
export function population() {
  const chance = random(SEED, 'population');
  const name = namer();
  const seeds = [
    ...segmentNames.flatMap((segment) => ofSegment(segment, chance)),
    ...mailings.flatMap((m) => mailed(m, chance))
  ];
  return seeds
    .map((seed, order) => ({seed, order}))
    .sort((a, b) => a.seed.knownOn - b.seed.knownOn || a.order - b.order)
    .map(({seed}, index) => person(seed, `K${String(index + 1).padStart(5, '0')}`, name));
}

const segmentNames = /** @type {Segment[]} */ (Object.keys(segments));

/** @param {Segment} segment @param {Random} chance @returns {Seed[]} */
function ofSegment(segment, chance) {
  const {legacy, acquired, prospects} = segments[segment];
  const source = () =>
    /** @type {Source} */ (chance.weighted(/** @type {Record<Source, number>} */ (segments[segment].sources)));
  const known = (/** @type {number} */ day) => day - (segment === 'Private' ? 0 : chance.between(6, 75));
  return [
    ...times(legacy, () => before(chance)).map((day) => ({
      segment,
      knownOn: day,
      acquiredOn: day,
      source: source(),
      mailed: false
    })),
    ...acquired
      .flatMap((count, i) => times(count, () => dayWon(2022 + i, segment, chance)))
      .filter((day) => day <= END)
      .map((day) => ({segment, knownOn: known(day), acquiredOn: day, source: source(), mailed: false})),
    ...times(prospects, () => chance.between(START, END - 10)).map((day) => ({
      segment,
      knownOn: day,
      acquiredOn: null,
      source: source(),
      mailed: false
    }))
  ];
}

/** @param {typeof mailings[number]} mailing @param {Random} chance @returns {Seed[]} */
function mailed({on, size, tried}, chance) {
  return /** @type {('Coupon mailing' | 'Catalogue mailing')[]} */ (Object.keys(tried)).flatMap((source) =>
    times(size, (i) => ({
      segment: /** @type {Segment} */ ('Private'),
      knownOn: on,
      acquiredOn: i < tried[source] ? on + chance.between(3, 60) : null,
      source,
      mailed: true
    }))
  );
}

/** A day from 2014 to 2021, later ones more often. @param {Random} chance */
function before(chance) {
  const year = 2014 + Math.floor(Math.max(chance.unit(), chance.unit()) * 8);
  return firstOfMonth(year, 0) + chance.below(365);
}

/** @param {number} year @param {Segment} segment @param {Random} chance */
function dayWon(year, segment, chance) {
  const months = segment === 'Private' ? winning.private : winning.trade;
  const month = Number(chance.weighted(Object.fromEntries(months.map((weight, i) => [i, weight]))));
  const first = firstOfMonth(year, month);
  return first + chance.below(firstOfMonth(year, month + 1) - first);
}

/** @param {Seed} seed @param {string} id @param {ReturnType<typeof namer>} name @returns {Person} */
function person(seed, id, name) {
  const chance = random(SEED, `person ${id}`);
  const country = chance.weighted(countryShares);
  const region = chance.pick(Object.keys(regions[country]));
  const city = chance.pick(regions[country][region]);
  const manager = chance.pick(accountManagers[region]);
  return {
    id,
    ...seed,
    name: name(seed.segment, country, city, chance),
    country,
    region,
    city,
    manager: seed.segment === 'Private' ? null : manager,
    acquisitionCost: acquisitionCost(seed, chance),
    traits: traits(seed, chance)
  };
}

/** What winning the customer cost; not known for most of those from before 2019. @param {Seed} seed @param {Random} chance */
function acquisitionCost({segment, source, acquiredOn}, chance) {
  const [trade, household] = sources[source].cost;
  const base =
    segment === 'Private' ? household : segment === 'Wholesale' ? trade * 2 : segment === 'Office' ? trade / 2 : trade;
  const cents = Math.round((base * chance.spread(0.22)) / 10) * 10;
  const known = acquiredOn !== null && (acquiredOn >= dayOf('2019-01-01') || chance.chance(0.25));
  return known ? cents : null;
}

/** @param {Seed} seed @param {Random} chance @returns {Traits} */
function traits({segment, source, acquiredOn}, chance) {
  const habits = segments[segment];
  const size = chance.spread(habits.sizeSpread);
  const large = segment === 'Wholesale' && size > 1.3;
  const demanding = chance.chance(large ? 0.6 : segment === 'Private' ? 0.02 : 0.09);
  const settled = acquiredOn !== null && yearOf(acquiredOn) < 2022;
  return {
    rate: habits.ordersPerYear * chance.spread(habits.rateSpread),
    size: Math.min(size, 6),
    growth: (habits.growth + 5 * chance.normal()) / 100,
    demanding,
    advocate: chance.chance(settled ? 0.16 : source === 'Referral' ? 0.2 : 0.09),
    attention: chance.spread(0.62),
    rebate:
      segment === 'Wholesale'
        ? demanding
          ? 12
          : chance.between(0, 8)
        : segment === 'Private'
          ? 0
          : chance.between(0, 4),
    contract: chance.chance(habits.contracts),
    card: chance.chance(segment === 'Private' ? 0.46 : segment === 'Hospitality' ? 0.3 : 0.15)
  };
}

/** @template T @param {number} count @param {(i: number) => T} make */
function times(count, make) {
  return Array.from({length: count}, (_, i) => make(i));
}
