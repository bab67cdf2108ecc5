import {SEED, contactCost, serving} from './assumptions.mjs';
import {END, START, firstOfMonth, yearOf} from './calendar.mjs';
import {leads} from './leads.mjs';
import {random} from './random.mjs';
import {voices} from './voices.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./life.mjs').Life} Life
 * @typedef {import('./random.mjs').Random} Random
 *
 * @typedef {object} Contact
 * @property {number} day
 * @property {string} type
 * @property {string} touchpoint
 * @property {string} [stage] of a lead
 * @property {number} [score]
 * @property {number} [scale]
 * @property {number | undefined} [cost] in cents
 * @property {string} [outcome]
 * @property {number | null} [resolutionDays]
 * @property {string} [related] another customer
 * @property {string | null} [by]
 */

/** Days between two contacts with a customer of average attention. */
const intervals = {
  visit: {Wholesale: 110, 'Retail shop': 310, Hospitality: 360},
  call: {Wholesale: 120, 'Retail shop': 300, Hospitality: 320, Office: 420},
  email: {Wholesale: 260, 'Retail shop': 560, Hospitality: 600, Office: 600}
};

const outcomes = {
  visit: {'Order taken': 40, 'Assortment shown': 34, 'No decision': 26},
  call: {Reached: 52, 'Order taken': 22, 'Not reached': 26},
  email: {Answered: 46, Opened: 34, 'No answer': 20}
};

const services = {
  'After-sales': ['Replacement sent', 'Missing item sent'],
  Accounting: ['Invoice copy sent', 'Payment plan agreed'],
  'Web shop': ['Account unlocked', 'Address changed']
};

/**
 * Everything between one customer and the company, apart from the orders, by day.
 * @param {Person} person
 * @param {Life | null} life null for a prospect
 * @param {string | null} reason for leaving
 * @param {Person[]} referred whom the customer brought
 * @returns {Contact[]}
 */
export function contacts(person, life, reason, referred) {
  const lived = life === null ? [] : during(person, life, reason, referred);
  return [...leads(person), ...lived]
    .map((contact, order) => ({contact, order}))
    .sort((a, b) => a.contact.day - b.contact.day || a.order - b.order)
    .map(({contact}) => contact);
}

/** @param {Person} person @param {Life} life @param {string | null} reason @param {Person[]} referred @returns {Contact[]} */
function during(person, life, reason, referred) {
  const chance = random(SEED, `contacts ${person.id}`);
  const from = Math.max(START, /** @type {number} */ (person.acquiredOn));
  const until = Math.min(life.closedOn ?? END, (life.orders.at(-1)?.day ?? from) + 120);
  return [
    ...care(person, from, until, chance),
    ...talks(person, from, until),
    ...life.orders.flatMap(({day}) => service(day, until, chance)),
    ...complaints(life),
    ...voices(person, life, until, chance),
    ...recommendations(person, referred, from, until, chance),
    ...farewell(person, life, reason, chance)
  ];
}

/** Visits, calls and mails of the account manager. @param {Person} person @param {number} from @param {number} until @param {Random} chance @returns {Contact[]} */
function care({segment, traits, manager}, from, until, chance) {
  const eager = Math.min(2.2, Math.max(0.15, traits.attention)) * (traits.demanding ? serving.attention.demanding : 1);
  return /** @type {('visit' | 'call' | 'email')[]} */ (['visit', 'call', 'email']).flatMap((type) => {
    const usual = intervals[type][/** @type {'Wholesale'} */ (segment)];
    if (usual === undefined) return [];
    const gap = usual / eager;
    /** @type {Contact[]} */
    const made = [];
    for (let day = from + gap * chance.unit(); day < until; day += gap * (0.6 + 0.8 * chance.unit())) {
      const touchpoint = {visit: 'Advice', call: 'Phone', email: 'E-mail'}[type];
      made.push({
        day: workday(Math.floor(day), until),
        type,
        touchpoint,
        cost: type === 'email' ? undefined : contactCost[type],
        outcome: chance.weighted(outcomes[type]),
        by: manager
      });
    }
    return made;
  });
}

/** The yearly talk with contract customers and the largest. @param {Person} person @param {number} from @param {number} until @returns {Contact[]} */
function talks({id, segment, traits, manager}, from, until) {
  if (!traits.contract && !(segment === 'Wholesale' && traits.size > 1.2)) return [];
  return [2022, 2023, 2024, 2025]
    .map((year) => workday(firstOfMonth(year, 0) + 10 + (Number(id.slice(1)) % 45), END))
    .filter((day) => day >= from && day <= until)
    .map((day) => ({
      day,
      type: 'meeting',
      touchpoint: 'Yearly talk',
      cost: contactCost.meeting,
      outcome: `Plan ${yearOf(day)} agreed`,
      by: manager
    }));
}

/** @param {number} ordered @param {number} until @param {Random} chance @returns {Contact[]} */
function service(ordered, until, chance) {
  const day = ordered + chance.between(1, 20);
  if (!chance.chance(0.045) || day > until) return [];
  const touchpoint = chance.weighted({'After-sales': 45, Accounting: 35, 'Web shop': 20});
  return [
    {
      day,
      type: 'service',
      touchpoint,
      outcome: chance.pick(services[touchpoint]),
      resolutionDays: chance.below(4),
      by: 'Customer service'
    }
  ];
}

/** @param {Life} life @returns {Contact[]} */
function complaints(life) {
  return life.complaints.map(({day, touchpoint, resolutionDays}) => {
    const open = day + (resolutionDays ?? 21) > END;
    return {
      day,
      type: 'complaint',
      touchpoint,
      outcome: open ? 'Open' : resolutionDays === null ? 'Not solved' : 'Solved',
      resolutionDays: open ? null : resolutionDays,
      by: 'Customer service'
    };
  });
}

/** Whom the customer brought since 2022, and whom an advocate named in vain. @param {Person} person @param {Person[]} referred @param {number} from @param {number} until @param {Random} chance @returns {Contact[]} */
function recommendations({traits}, referred, from, until, chance) {
  const brought = referred
    .filter(({acquiredOn}) => /** @type {number} */ (acquiredOn) >= START + 2)
    .map((other) => ({
      day: Math.max(from, START + 2, Math.min(other.knownOn, /** @type {number} */ (other.acquiredOn) - 5)),
      type: 'referral',
      touchpoint: 'Recommendation',
      outcome: 'Became a customer',
      related: other.id
    }));
  const span = until - from;
  const vain = traits.advocate && span > 200 ? chance.below(3) : 0;
  const named = Array.from({length: vain}, () => ({
    day: from + 60 + chance.below(span - 60),
    type: 'referral',
    touchpoint: 'Recommendation',
    outcome: chance.pick(['No answer', 'Not interested'])
  }));
  return [...brought, ...named].filter(({day}) => day <= END);
}

/** Attempts to win back, and the talk on leaving. @param {Person} person @param {Life} life @param {string | null} reason @param {Random} chance @returns {Contact[]} */
function farewell({manager}, life, reason, chance) {
  const by = manager ?? 'Customer service';
  const last = life.orders.at(-1)?.day;
  const missed = last !== undefined && life.closedOn === null && life.declineOn !== null && chance.chance(0.4);
  const tried = missed ? last + chance.between(130, 260) : Infinity;
  return [
    ...(life.wonBackOn === null
      ? []
      : [
          {day: life.wonBackOn, type: 'call', touchpoint: 'Win-back', cost: contactCost.call, outcome: 'Came back', by}
        ]),
    ...(tried <= END ? [{day: tried, type: 'email', touchpoint: 'Win-back', outcome: 'No answer', by}] : []),
    ...(life.closedOn !== null && reason !== null
      ? [{day: life.closedOn, type: 'contact', touchpoint: 'Exit interview', outcome: reason, by}]
      : [])
  ];
}

/** The day itself, or the Monday after a weekend (the Friday before, at the end). @param {number} day @param {number} until */
function workday(day, until) {
  const weekday = (day + 3) % 7;
  if (weekday < 5) return day;
  const monday = day + 7 - weekday;
  return monday <= until ? monday : Math.min(day, until);
}
