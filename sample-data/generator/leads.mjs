import {SEED, mailings} from './assumptions.mjs';
import {END, START} from './calendar.mjs';
import {random} from './random.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./contacts.mjs').Contact} Contact
 * @typedef {import('./random.mjs').Random} Random
 */

const stages = ['New', 'Contacted', 'Qualified', 'Offer'];

const means = {New: '', Contacted: 'Phone', Qualified: 'Visit', Offer: 'E-mail'};

const lost = {'Price too high': 34, 'No need now': 28, 'Bought elsewhere': 22, 'No answer': 16};

/**
 * The way to the first order: trade customers and prospects known since 2022, and the households of the test mailings.
 * @param {Person} person
 * @returns {Contact[]}
 */
export function leads(person) {
  if (person.knownOn < START || person.knownOn > END) return [];
  if (person.mailed) return mailed(person);
  return person.segment === 'Private' ? [] : pursued(person);
}

/** @param {Person} person @returns {Contact[]} */
function mailed({knownOn, acquiredOn, source}) {
  const sent = {day: knownOn, type: 'lead', touchpoint: source, stage: 'New', cost: mailings[0].on <= knownOn ? 95 : 0};
  return acquiredOn === null ? [sent] : [sent, {day: acquiredOn, type: 'lead', touchpoint: source, stage: 'Won'}];
}

/** @param {Person} person @returns {Contact[]} */
function pursued(person) {
  const chance = random(SEED, `lead ${person.id}`);
  const {knownOn, acquiredOn, source, manager} = person;
  const ends = acquiredOn ?? knownOn + chance.between(15, 110);
  const reached = acquiredOn === null ? chance.between(1, stages.length) : stages.length;
  const trail = stages.slice(0, reached).map((stage, i) => ({
    day: knownOn + Math.floor(((ends - knownOn) * i) / stages.length),
    type: 'lead',
    touchpoint: stage === 'New' ? source : means[/** @type {'New'} */ (stage)],
    stage,
    by: manager
  }));
  return [...trail, ...ending(person, ends, chance)].filter(({day}) => day <= END);
}

/** @param {Person} person @param {number} ends @param {Random} chance @returns {Contact[]} */
function ending({acquiredOn, manager}, ends, chance) {
  if (acquiredOn !== null) return [{day: acquiredOn, type: 'lead', touchpoint: 'Order', stage: 'Won', by: manager}];
  if (chance.chance(0.25)) return [];
  return [{day: ends, type: 'lead', touchpoint: 'Phone', stage: 'Lost', outcome: chance.weighted(lost), by: manager}];
}
