import {catalogue, costIn, priceIn} from './catalogue.mjs';
import {channels, mailings, payments, segments} from './assumptions.mjs';
import {START, monthOf, weekdayOf, yearOf} from './calendar.mjs';
import {promotionOn} from './life.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./life.mjs').Visit} Visit
 * @typedef {import('./catalogue.mjs').Product} Product
 * @typedef {import('./catalogue.mjs').Category} Category
 * @typedef {import('./random.mjs').Random} Random
 *
 * @typedef {object} Line
 * @property {Product} product
 * @property {number} quantity negative for what came back
 * @property {number} amount net of discount, in cents
 * @property {number} cost of goods, in cents
 * @property {number} discount in cents
 * @property {string | null} promotion
 *
 * @typedef {object} Habit what a customer always does
 * @property {Category[]} categories favourites first
 * @property {string} payment
 */

/** @param {Person} person @param {Random} chance @returns {Habit} */
export function habit({segment}, chance) {
  const left = /** @type {Record<Category, number>} */ ({...segments[segment].tastes});
  /** @type {Category[]} */
  const categories = [];
  while (Object.keys(left).length > 0) {
    const next = chance.weighted(left);
    categories.push(next);
    delete left[next];
  }
  return {categories, payment: segment === 'Private' ? '' : chance.weighted(payments.trade[segment])};
}

/**
 * The lines of an order. The further the relationship has come, the more categories it spans.
 * @param {Person} person
 * @param {Habit} habit
 * @param {Visit & {nth: number}} visit
 * @param {Random} chance
 * @returns {Line[]}
 */
export function basket(person, habit, visit, chance) {
  const {lines: mean, lineValue} = segments[person.segment];
  const promotion = promotionFor(person, visit, chance);
  const value = lineValue * person.traits.size * momentum(person, visit);
  const breadth = Math.min(habit.categories.length, 1 + Math.floor((visit.nth + 2) / 3));
  /** @type {Set<Product>} */
  const chosen = new Set();
  const wanted = 1 + Math.min(11, Math.floor((mean - 1) * chance.spread(0.5) + chance.unit() * 0.8));
  for (let i = 0; i < wanted; i++)
    chosen.add(product(person, habit.categories.slice(0, breadth), value, visit.day, chance));
  return [
    ...[...chosen].map((item) => line(person, item, value * chance.spread(0.42), visit.day, promotion, chance)),
    ...sample(person, chosen, visit, chance)
  ];
}

/** @param {Person} person @param {number} day @param {Random} chance @returns {string} */
export function channelOf({segment, traits}, day, chance) {
  const year = yearOf(day);
  const web = channels.web[segment][year - 2022] + (monthOf(day) - 6);
  if (chance.chance(web / 100)) return 'Web';
  const other = /** @type {string} */ (chance.weighted(channels.otherwise[segment]));
  if (other === 'EDI' && !traits.contract) return 'Phone';
  if (weekdayOf(day) === 6 || (other !== 'Shop' && weekdayOf(day) === 5)) return 'Web';
  return other;
}

/** @param {Person} person @param {Habit} habit @param {string} channel @param {Random} chance @returns {string} */
export function paymentOf({segment}, habit, channel, chance) {
  if (segment !== 'Private') return habit.payment;
  return chance.weighted(payments.private[/** @type {'Shop'} */ (channel)]);
}

/** How an order's size moves with the years, the season and the mood. @param {Person} person @param {Visit} visit */
function momentum({segment, traits}, {day, declining}) {
  const years = (day - START) / 365;
  const month = monthOf(day);
  const festive = month === 10 || (month === 11 && segment === 'Private') ? 1.14 : 1;
  return Math.max(0.5, 1 + traits.growth * years) * festive * (declining ? 0.78 : 1);
}

/** @param {Person} person @param {Visit & {nth: number}} visit @param {Random} chance */
function promotionFor({segment, source, traits}, {day, back, nth}, chance) {
  if (back) return {code: 'WELCOMEBACK', percent: 15};
  const mailing = source === 'Coupon mailing' && nth === 0 && mailings.find(({on}) => day > on && day <= on + 60);
  if (mailing) return {code: mailing.code, percent: 25};
  const running = promotionOn(day);
  const takesPart = segment === 'Private' ? 0.6 : traits.contract ? 0.12 : 0.36;
  if (running && chance.chance(takesPart)) return running;
  return traits.card && chance.chance(0.25) ? {code: 'CARD5', percent: 5} : null;
}

/** @param {Person} person @param {Category[]} open @param {number} value @param {number} day @param {Random} chance @returns {Product} */
function product({segment}, open, value, day, chance) {
  const {pack, priceLevel} = segments[segment];
  const offer = /** @type {Product} */ (pickFrom(open, day, chance));
  for (let tries = 0, item = offer; tries < 6; tries++, item = pickFrom(open, day, chance)) {
    if (priceIn(item, yearOf(day)) * pack * priceLevel <= value * 220) return item;
  }
  return offer;
}

/** @param {Category[]} open @param {number} day @param {Random} chance */
function pickFrom(open, day, chance) {
  const category = open[Math.floor(open.length * chance.unit() * chance.unit())];
  const products = catalogue[category];
  for (;;) {
    const item = products[Math.floor(products.length * chance.unit() * (chance.chance(0.35) ? 1 : chance.unit()))];
    if (inSeason(item.name, monthOf(day))) return item;
  }
}

/** @param {string} name @param {number} month */
function inSeason(name, month) {
  if (/Advent|Santas|Winter/.test(name)) return month >= 8 || (month === 0 && name.startsWith('Winter'));
  return /Easter/.test(name) ? month >= 1 && month <= 3 : true;
}

/**
 * @param {Person} person
 * @param {Product} item
 * @param {number} value
 * @param {number} day
 * @param {{code: string, percent: number} | null} promotion
 * @param {Random} chance
 * @returns {Line}
 */
function line({segment, traits}, item, value, day, promotion, chance) {
  const {pack, priceLevel} = segments[segment];
  const price = Math.round((priceIn(item, yearOf(day)) * priceLevel) / 100);
  const packs = Math.max(1, Math.round(value / price / pack));
  const quantity =
    pack * (packs === 1 && segment === 'Private' && chance.chance(0.1) ? 2 : Math.min(packs, pack === 1 ? 60 : 40));
  const gross = price * quantity;
  const discount = Math.round((gross * Math.min(35, traits.rebate + (promotion?.percent ?? 0))) / 100);
  return {
    product: item,
    quantity,
    amount: gross - discount,
    cost: costIn(item, yearOf(day)) * quantity,
    discount,
    promotion: promotion?.code ?? null
  };
}

/** Now and then a trade customer finds a free sample in the parcel. @param {Person} person @param {Set<Product>} chosen @param {Visit} visit @param {Random} chance @returns {Line[]} */
function sample({segment}, chosen, {day}, chance) {
  if (segment === 'Private' || !chance.chance(0.022)) return [];
  const item = pickFrom(['Tea', 'Coffee', 'Chocolate'], day, chance);
  if (chosen.has(item) || item.price > 2000) return [];
  return [{product: item, quantity: 1, amount: 0, cost: costIn(item, yearOf(day)), discount: 0, promotion: 'SAMPLE'}];
}
