import {dayOf} from './calendar.mjs';

/**
 * What the sample company is like. Every planted truth of the README stands on a number in this file.
 *
 * @typedef {'Wholesale' | 'Retail shop' | 'Hospitality' | 'Office' | 'Private'} Segment
 * @typedef {'Trade fair' | 'Field sales' | 'Referral' | 'Web search' | 'Marketplace' | 'Shop walk-in' | 'Coupon mailing' | 'Catalogue mailing'} Source
 * @typedef {import('./catalogue.mjs').Category} Category
 * @typedef {object} Habits
 * @property {number} legacy customers from before 2022
 * @property {[number, number, number, number]} acquired customers won in 2022 … 2025, mailings apart
 * @property {number} prospects of 2022–2025 that never bought, mailings apart
 * @property {number} ordersPerYear median over customers; `rateSpread` is the sigma around it
 * @property {number} rateSpread
 * @property {number} lines lines of an order, mean
 * @property {number} lineValue list value of a line in cents, median; `sizeSpread` is the sigma over customers
 * @property {number} sizeSpread
 * @property {number} pack products are sold by so many
 * @property {number} priceLevel of the retail list price, in percent
 * @property {number} growth of the order size a year, in percent
 * @property {number} leaving chance to begin to leave in a month, in percent
 * @property {number} trial share that only tries once
 * @property {number} tells share of those who leave that are known to have left, with the reason
 * @property {number} contracts share with a yearly contract
 * @property {number} returns chance that a line is sent back, in percent
 * @property {Partial<Record<Source, number>>} sources
 * @property {Partial<Record<Category, number>>} tastes
 */

export const SEED = 20220101;

/** A trade customer whom the account manager contacts less than this, against the usual, is likely to leave. */
export const NEGLECT = 0.65;

/** How likely a customer with a contract is to leave, against one without. */
export const CONTRACT = 0.2;

/** @type {Record<Segment, Habits>} */
export const segments = {
  Wholesale: {
    legacy: 74,
    acquired: [13, 13, 12, 11],
    prospects: 40,
    ordersPerYear: 10,
    rateSpread: 0.4,
    lines: 3.8,
    lineValue: 7600,
    sizeSpread: 0.66,
    pack: 6,
    priceLevel: 64,
    growth: 17,
    leaving: 0.6,
    trial: 0.05,
    tells: 0.95,
    contracts: 0.45,
    returns: 1.6,
    sources: {'Trade fair': 40, 'Field sales': 35, Referral: 20, 'Web search': 5},
    tastes: {
      Tea: 30,
      Coffee: 24,
      Tableware: 14,
      Chocolate: 10,
      Kitchen: 8,
      Glassware: 6,
      Linen: 5,
      Gifts: 3
    }
  },
  'Retail shop': {
    legacy: 235,
    acquired: [78, 76, 70, 62],
    prospects: 100,
    ordersPerYear: 4.2,
    rateSpread: 0.42,
    lines: 2.85,
    lineValue: 6200,
    sizeSpread: 0.6,
    pack: 3,
    priceLevel: 70,
    growth: 2,
    leaving: 0.95,
    trial: 0.12,
    tells: 0.9,
    contracts: 0.08,
    returns: 2,
    sources: {'Trade fair': 25, 'Field sales': 25, Referral: 20, 'Web search': 20, Marketplace: 10},
    tastes: {
      Tea: 24,
      Tableware: 18,
      Gifts: 14,
      Chocolate: 12,
      Linen: 12,
      Coffee: 8,
      Glassware: 7,
      Kitchen: 5
    }
  },
  Hospitality: {
    legacy: 210,
    acquired: [68, 68, 62, 58],
    prospects: 90,
    ordersPerYear: 4.5,
    rateSpread: 0.45,
    lines: 2.5,
    lineValue: 5200,
    sizeSpread: 0.55,
    pack: 1,
    priceLevel: 78,
    growth: 1,
    leaving: 1.1,
    trial: 0.14,
    tells: 0.85,
    contracts: 0.18,
    returns: 1.4,
    sources: {'Field sales': 30, 'Web search': 25, Referral: 22, 'Trade fair': 13, Marketplace: 10},
    tastes: {
      Coffee: 36,
      Tea: 18,
      Tableware: 12,
      Glassware: 10,
      Kitchen: 10,
      Linen: 6,
      Chocolate: 5,
      Gifts: 3
    }
  },
  Office: {
    legacy: 115,
    acquired: [40, 42, 40, 36],
    prospects: 30,
    ordersPerYear: 3.9,
    rateSpread: 0.4,
    lines: 2.1,
    lineValue: 3100,
    sizeSpread: 0.45,
    pack: 1,
    priceLevel: 90,
    growth: 0,
    leaving: 1.3,
    trial: 0.2,
    tells: 0.6,
    contracts: 0.05,
    returns: 1.2,
    sources: {'Web search': 50, Referral: 20, Marketplace: 20, 'Field sales': 10},
    tastes: {Coffee: 44, Tea: 22, Chocolate: 14, Kitchen: 8, Tableware: 6, Glassware: 4, Gifts: 2}
  },
  Private: {
    legacy: 350,
    acquired: [270, 265, 250, 245],
    prospects: 0,
    ordersPerYear: 2.2,
    rateSpread: 0.5,
    lines: 1.8,
    lineValue: 3500,
    sizeSpread: 0.45,
    pack: 1,
    priceLevel: 100,
    growth: -1,
    leaving: 3,
    trial: 0.26,
    tells: 0.22,
    contracts: 0,
    returns: 4,
    sources: {'Web search': 34, 'Shop walk-in': 24, Marketplace: 26, Referral: 16},
    tastes: {
      Tea: 30,
      Gifts: 16,
      Coffee: 14,
      Chocolate: 13,
      Tableware: 12,
      Linen: 7,
      Kitchen: 5,
      Glassware: 3
    }
  }
};

/**
 * How long customers of a source stay, against the rest: `leaving` multiplies the chance to begin to leave, `trial` the
 * share that only tries once. `cost` is what winning one costs, in cents, trade and private.
 * @type {Record<Source, {leaving: number, trial: number, cost: [number, number]}>}
 */
export const sources = {
  'Trade fair': {leaving: 1, trial: 1, cost: [46000, 0]},
  'Field sales': {leaving: 0.85, trial: 0.8, cost: [62000, 0]},
  Referral: {leaving: 0.5, trial: 0.5, cost: [6000, 1500]},
  'Web search': {leaving: 1.1, trial: 1.1, cost: [14000, 1900]},
  Marketplace: {leaving: 2.4, trial: 2.1, cost: [9000, 2600]},
  'Shop walk-in': {leaving: 0.9, trial: 1, cost: [0, 600]},
  'Coupon mailing': {leaving: 2, trial: 2.75, cost: [0, 1400]},
  'Catalogue mailing': {leaving: 0.7, trial: 1.25, cost: [0, 900]}
};

/**
 * Two test mailings to households: half got a catalogue with a coupon, half without. Of `size` households in each half,
 * so many tried.
 */
export const mailings = [
  {on: dayOf('2023-09-18'), size: 250, tried: {'Coupon mailing': 52, 'Catalogue mailing': 24}, code: 'COUPON23'},
  {on: dayOf('2024-09-16'), size: 250, tried: {'Coupon mailing': 49, 'Catalogue mailing': 27}, code: 'COUPON24'}
];

/** Months in which customers are won, trade and private; January first. */
export const winning = {
  trade: [8, 14, 10, 8, 7, 7, 5, 4, 12, 11, 9, 5],
  private: [6, 6, 7, 7, 7, 6, 6, 6, 8, 9, 15, 17]
};

/** Willingness to order by month, January first, and by weekday, Monday first. */
export const season = {
  trade: {
    month: [0.76, 0.84, 0.97, 0.99, 0.97, 0.9, 0.8, 0.46, 1.06, 1.26, 1.72, 2.05],
    weekday: [1.5, 1.55, 1.5, 1.35, 1.0, 0.1, 0],
    closed: ['01-01', '01-06', '05-01', '12-24', '12-25', '12-26', '12-31']
  },
  private: {
    month: [0.68, 0.74, 0.88, 0.92, 0.9, 0.8, 0.7, 0.5, 0.88, 1.06, 1.8, 3.4],
    weekday: [0.85, 0.85, 0.9, 0.95, 1.1, 1.5, 0.85],
    closed: ['01-01', '12-25']
  }
};

/**
 * Willingness to order by how much of the customer's own usual gap has passed: orders of a trade customer have a
 * rhythm, those of a private one hardly.
 */
export const rhythm = {
  trade: [
    {below: 0.35, times: 0.08},
    {below: 0.65, times: 0.6},
    {below: 1, times: 1.9},
    {below: Infinity, times: 2.6}
  ],
  private: [
    {below: 0.1, times: 0.2},
    {below: Infinity, times: 1.1}
  ]
};

/** Promotions of every year: `percent` off for the lines of an order that takes part. */
export const promotions = [
  {code: 'SPRING', from: '03-10', to: '03-23', percent: 10, pull: {trade: 1.35, private: 1.7}},
  {code: 'SUMMER', from: '07-01', to: '07-14', percent: 15, pull: {trade: 1.3, private: 1.7}},
  {code: 'ADVENT', from: '11-20', to: '12-01', percent: 20, pull: {trade: 1.25, private: 2}}
];

/** For so many days after a promotion willingness is lower: part of its orders were only brought forward. */
export const hangover = {days: 14, times: 0.78};

/** A new warehouse system fails: parcels late, incomplete, broken, and nobody answers. */
export const failure = {
  from: dayOf('2024-03-11'),
  to: dayOf('2024-05-31'),
  complaint: 0.2,
  unsolved: 0.62,
  /** for those whose very first order it hit */
  newcomer: {leaving: 4, trial: 3.6}
};

/**
 * Complaints in other times: chance per order, and what becomes of them; `times` multiplies the chance to leave, `atOnce` is
 * the share that never orders again. */
export const complaints = {
  perOrder: 0.034,
  demanding: 0.07,
  unsolved: 0.17,
  slow: 0.3,
  quick: {times: 0.7, days: [1, 6], atOnce: 0},
  late: {times: 3, days: [9, 34], atOnce: 0.06},
  none: {times: 9, atOnce: 0.3},
  lasts: 150
};

/** Reasons for leaving, in percent of those known to have left. */
export const reasons = {
  'Lack of attention or interest': 67,
  'Could not be worked with': 14.5,
  'Lower price elsewhere': 9.5,
  'Moved or closed down': 4.5,
  'Other reason': 4.5
};

/** Share of orders through the web shop by segment, 2022 … 2025, in percent; the rest goes by `otherwise`. */
export const channels = {
  web: {
    Wholesale: [8, 14, 21, 28],
    'Retail shop': [18, 28, 38, 48],
    Hospitality: [18, 29, 40, 50],
    Office: [38, 47, 56, 64],
    Private: [44, 51, 58, 65]
  },
  otherwise: {
    Wholesale: {Rep: 40, EDI: 35, Phone: 25},
    'Retail shop': {Phone: 48, Rep: 37, Shop: 15},
    Hospitality: {Phone: 58, Rep: 22, Shop: 20},
    Office: {Phone: 85, Shop: 15},
    Private: {Shop: 86, Phone: 14}
  }
};

/** How trade customers pay, always the same way, and how private ones do, by channel. */
export const payments = {
  trade: {
    Wholesale: {Invoice: 70, 'Direct debit': 30},
    'Retail shop': {Invoice: 60, 'Direct debit': 30, Card: 10},
    Hospitality: {Invoice: 50, 'Direct debit': 25, Card: 25},
    Office: {Invoice: 80, Card: 20}
  },
  private: {
    Shop: {Card: 66, Cash: 34},
    Web: {Card: 55, 'Online wallet': 34, Prepayment: 11},
    Phone: {Invoice: 70, Prepayment: 30}
  }
};

/** Touchpoints that surveys ask about: mean answer (0–10) and how often asked, trade and private. */
export const touchpoints = {
  Advice: {mean: 9.1, asked: [20, 10]},
  'Product quality': {mean: 9.0, asked: [16, 26]},
  Ordering: {mean: 8.5, asked: [14, 6]},
  'Web shop': {mean: 8.1, asked: [10, 28]},
  Delivery: {mean: 7.9, asked: [18, 22]},
  'After-sales': {mean: 7.3, asked: [8, 8]},
  Accounting: {mean: 6.0, asked: [14, 0]}
};

/** What a contact costs, in cents. Visits, calls and meetings are the account manager's time. */
export const contactCost = {visit: 6200, call: 900, meeting: 14500};

/** Cost of serving, in cents, or in percent where said. A demanding customer wants small, rushed, split deliveries. */
export const serving = {
  delivery: {
    perOrder: {Wholesale: 2400, 'Retail shop': 880, Hospitality: 740, Office: 560, Private: 430},
    percentOfSales: 1.8,
    demanding: 3.6
  },
  bonusPercent: {Wholesale: 3, 'Retail shop': 1.5, demanding: 8},
  returns: {each: 1450, percentOfValue: 18},
  attention: {demanding: 2.6},
  /** a month for the whole company, shared out by the driver */
  shared: [
    {category: 'salaries', driver: 'orders', cents: 240000, note: 'Order desk and customer service'},
    {category: 'delivery', driver: 'lines', cents: 160000, note: 'Picking and warehouse'},
    {category: 'database', driver: 'equal', cents: 82000, note: 'CRM licences and data care'},
    {category: 'acquisition', driver: 'equal', cents: 62000, note: 'Fair stands and brand advertising'},
    {category: 'other', driver: 'revenue', cents: 66000, note: 'Credit insurance and bank charges'}
  ]
};
