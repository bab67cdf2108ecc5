import {failure, touchpoints} from './assumptions.mjs';
import {END} from './calendar.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./life.mjs').Life} Life
 * @typedef {import('./contacts.mjs').Contact} Contact
 * @typedef {import('./random.mjs').Random} Random
 */

/**
 * What the customer says when asked after an order ("would you recommend us?", 0–10, by touchpoint), and the stars of
 * public reviews (1–5).
 * @param {Person} person
 * @param {Life} life
 * @param {number} until
 * @param {Random} chance
 * @returns {Contact[]}
 */
export function voices(person, life, until, chance) {
  const attitude = 0.8 * chance.normal() + (person.traits.advocate ? 1 : 0);
  return life.orders.flatMap(({day}) => {
    const asked = day + chance.between(3, 14);
    if (asked > Math.min(until, END)) return [];
    return [...survey(person, life, asked, attitude, chance), ...review(person, life, asked, attitude, chance)];
  });
}

/** @param {Person} person @param {Life} life @param {number} day @param {number} attitude @param {Random} chance @returns {Contact[]} */
function survey({segment}, life, day, attitude, chance) {
  if (!chance.chance(segment === 'Private' ? 0.2 : 0.14)) return [];
  const kind = segment === 'Private' ? 1 : 0;
  const touchpoint = chance.weighted(
    Object.fromEntries(Object.entries(touchpoints).map(([name, {asked}]) => [name, asked[kind]]))
  );
  const {mean} = touchpoints[/** @type {'Advice'} */ (touchpoint)];
  const score = clamp(mean + attitude + 1.3 * chance.normal() - grievance(life, day, touchpoint), 0, 10);
  return [{day, type: 'survey', touchpoint, score, scale: 10}];
}

/** @param {Person} person @param {Life} life @param {number} day @param {number} attitude @param {Random} chance @returns {Contact[]} */
function review({segment, traits}, life, day, attitude, chance) {
  const usual = segment === 'Private' ? 0.045 : 0.009;
  if (!chance.chance(usual * (traits.advocate ? 2.5 : 1))) return [];
  const score = clamp(4.2 + attitude / 2 + 0.7 * chance.normal() - grievance(life, day, 'Delivery') / 2, 1, 5);
  return [{day, type: 'review', touchpoint: 'Review portal', score, scale: 5}];
}

/** Points lost to a complaint of the last year that was not solved, and to the delivery failure. @param {Life} life @param {number} day @param {string} touchpoint */
function grievance(life, day, touchpoint) {
  const sore = life.complaints.some((c) => c.resolutionDays === null && c.day <= day && c.day > day - 365);
  const failing = touchpoint === 'Delivery' && day >= failure.from && day <= failure.to + 15;
  return (sore ? 2.2 : 0) + (failing ? 2.6 : 0);
}

/** @param {number} value @param {number} low @param {number} high */
function clamp(value, low, high) {
  return Math.min(high, Math.max(low, Math.round(value)));
}
