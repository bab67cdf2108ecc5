import {
  CONTRACT,
  NEGLECT,
  SEED,
  complaints,
  failure,
  hangover,
  promotions,
  rhythm,
  season,
  segments,
  sources
} from './assumptions.mjs';
import {END, START, dayOf, iso, monthDayOf, monthOf, weekdayOf, yearOf} from './calendar.mjs';
import {random} from './random.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./random.mjs').Random} Random
 *
 * @typedef {object} Complaint
 * @property {number} day
 * @property {string} touchpoint
 * @property {number | null} resolutionDays null: not solved
 *
 * @typedef {object} Visit an order to come
 * @property {number} day
 * @property {boolean} declining the customer is about to leave
 * @property {boolean} back the first order after a long silence, won back
 *
 * @typedef {object} Life what happens to a customer, day by day
 * @property {Visit[]} orders
 * @property {Complaint[]} complaints
 * @property {number | null} declineOn the day on which the customer began to leave
 * @property {number | null} closedOn known to have left
 * @property {number | null} wonBackOn day of the contact that brought the customer back
 * @property {boolean} hit the customer complained about the delivery failure, or began with it
 */

/**
 * Lives one customer's days from the first order to the last day in the data.
 * @param {Person & {acquiredOn: number}} person
 * @returns {Life}
 */
export function live(person) {
  const chance = random(SEED, `life ${person.id}`);
  /** @type {Life} */
  const life = {orders: [], complaints: [], declineOn: null, closedOn: null, wonBackOn: null, hit: false};
  const now = begin(person, chance);
  for (let day = now.begins; day <= END && life.closedOn === null; day++) {
    if (now.mood === 'silent') wait(day, now, life);
    else if (now.mood === 'declining' && day >= now.leavesOn) leave(person, day, now, life, chance);
    else {
      if (now.mood === 'active' && chance.chance(leaving(person, day, now))) decline(person, day, now, life, chance);
      if (orders(person, day, now, life, chance)) order(person, day, now, life, chance);
    }
  }
  return life;
}

/**
 * @typedef {object} Now
 * @property {number} begins
 * @property {'active' | 'declining' | 'silent'} mood
 * @property {number} last day of the last order
 * @property {number} leavesOn
 * @property {number | null} returnsOn
 * @property {{until: number, times: number}} strain of the last complaint
 * @property {boolean} newcomer first order fell into the delivery failure
 * @property {boolean} back
 */

/** @param {Person & {acquiredOn: number}} person @param {Random} chance @returns {Now} */
function begin(person, chance) {
  const legacy = person.acquiredOn < START;
  const begins = legacy ? START : person.acquiredOn + (person.segment === 'Private' ? 0 : chance.below(6));
  return {
    begins,
    mood: 'active',
    last: legacy ? START - chance.below(Math.ceil(365 / person.traits.rate)) : begins,
    leavesOn: 0,
    returnsOn: null,
    strain: {until: 0, times: 1},
    newcomer: !legacy && inFailure(begins),
    back: false
  };
}

/** @param {number} day @param {Now} now @param {Life} life */
function wait(day, now, life) {
  if (day !== now.returnsOn) return;
  life.wonBackOn = day - 4;
  life.declineOn = null;
  Object.assign(now, {mood: 'active', last: day - 365, returnsOn: null, back: true});
}

/** Chance to begin to leave today. @param {Person & {acquiredOn: number}} person @param {number} day @param {Now} now */
function leaving({segment, source, acquiredOn, traits}, day, now) {
  const tenure = day - acquiredOn;
  return (
    (segments[segment].leaving / 3000) *
    sources[source].leaving *
    (traits.contract ? CONTRACT : 1) *
    (traits.advocate ? 0.5 : 1) *
    (traits.attention < NEGLECT && segment !== 'Private' ? 5 : 1) *
    (tenure > 730 ? 0.65 : tenure < 270 ? 1.5 : 1) *
    (day < now.strain.until ? now.strain.times : 1) *
    (now.newcomer ? failure.newcomer.leaving : 1)
  );
}

/** @param {Person} person @param {number} day @param {Now} now @param {Life} life @param {Random} chance */
function decline({traits}, day, now, life, chance) {
  const gap = 365 / traits.rate;
  life.declineOn = day;
  now.mood = 'declining';
  now.leavesOn = day + Math.round(Math.min(300, Math.max(60, gap * (3 + 3 * chance.unit()))));
}

/** @param {Person} person @param {number} day @param {Now} now @param {Life} life @param {Random} chance */
function leave({segment}, day, now, life, chance) {
  now.mood = 'silent';
  life.declineOn ??= day;
  const closes = Math.max(day, now.last) + chance.between(25, 85);
  if (chance.chance(segments[segment].tells)) life.closedOn = closes <= END ? closes : null;
  else if (chance.chance(0.22)) now.returnsOn = day + chance.between(170, 460);
}

/** @param {Person & {acquiredOn: number}} person @param {number} day @param {Now} now @param {Life} life @param {Random} chance */
function orders(person, day, now, life, chance) {
  if (now.back) return true;
  if (life.orders.length === 0 && person.acquiredOn >= START) return true;
  return chance.chance(willing(person, day, now));
}

/** Chance of an order today. @param {Person} person @param {number} day @param {Now} now */
function willing({segment, traits}, day, now) {
  const kind = segment === 'Private' ? 'private' : 'trade';
  const {month, weekday, closed} = season[kind];
  if (closed.includes(monthDayOf(day))) return 0;
  const slow = now.mood === 'declining' ? 2.3 : 1;
  const passed = ((day - now.last) * traits.rate) / 365 / slow;
  const pace = /** @type {{times: number}} */ (rhythm[kind].find(({below}) => passed < below)).times;
  return (traits.rate / 365 / slow) * month[monthOf(day)] * weekday[weekdayOf(day)] * pace * pull(day, kind);
}

/** @param {Person & {acquiredOn: number}} person @param {number} day @param {Now} now @param {Life} life @param {Random} chance */
function order(person, day, now, life, chance) {
  const first = life.orders.length === 0 && person.acquiredOn >= START;
  life.orders.push({day, declining: now.mood === 'declining', back: now.back});
  now.last = day;
  now.back = false;
  complain(person, day, now, life, chance);
  if (first && chance.chance(trial(person, now))) leave(person, day + 1, now, life, chance);
}

/** Share of newcomers that only try once. @param {Person} person @param {Now} now */
function trial({segment, source}, now) {
  return Math.min(0.85, segments[segment].trial * sources[source].trial * (now.newcomer ? failure.newcomer.trial : 1));
}

/** @param {Person} person @param {number} day @param {Now} now @param {Life} life @param {Random} chance */
function complain({traits}, day, now, life, chance) {
  const bad = inFailure(day);
  const often = bad ? failure.complaint : traits.demanding ? complaints.demanding : complaints.perOrder;
  if (!chance.chance(often)) return;
  const on = day + chance.between(2, 9);
  if (on > END) return;
  const touchpoint = bad && chance.chance(0.85) ? 'Delivery' : chance.weighted(complaintsAbout);
  const {days, times, atOnce} = answer(bad && touchpoint === 'Delivery', chance);
  life.complaints.push({day: on, touchpoint, resolutionDays: days});
  life.hit ||= bad;
  now.strain = {until: on + complaints.lasts, times};
  if (chance.chance(traits.contract ? atOnce * CONTRACT : atOnce))
    Object.assign(now, {mood: 'declining', leavesOn: on + (days ?? 10)});
}

const complaintsAbout = {Delivery: 44, 'Product quality': 24, Accounting: 18, 'Web shop': 8, Ordering: 6};

/** @param {boolean} bad @param {Random} chance */
function answer(bad, chance) {
  const {unsolved, slow, quick, late, none} = complaints;
  if (chance.chance(bad ? failure.unsolved : unsolved)) return {...none, days: null};
  if (chance.chance(bad ? 0.7 : slow)) return {...late, days: chance.between(late.days[0], late.days[1])};
  return {...quick, days: chance.between(quick.days[0], quick.days[1])};
}

/** @param {number} day */
const inFailure = (day) => day >= failure.from && day <= failure.to;

/** @param {number} day @param {'trade' | 'private'} kind */
function pull(day, kind) {
  const running = promotionOn(day);
  if (running) return running.pull[kind];
  return afterPromotion(day) ? hangover.times : 1;
}

/** The promotion that runs on the day, with its code of the year. @param {number} day */
export function promotionOn(day) {
  const on = monthDayOf(day);
  const running = promotions.find(({from, to}) => on >= from && on <= to);
  return running && {...running, code: `${running.code}${iso(day).slice(2, 4)}`};
}

/** @param {number} day */
function afterPromotion(day) {
  return promotions.some(({to}) => {
    const since = day - dayOf(`${yearOf(day)}-${to}`);
    return since > 0 && since <= hangover.days;
  });
}
