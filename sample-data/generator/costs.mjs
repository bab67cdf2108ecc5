import {serving} from './assumptions.mjs';
import {END, START, endOfQuarter, firstOfMonth, yearOf} from './calendar.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./trade.mjs').Document} Document
 * @typedef {import('./contacts.mjs').Contact} Contact
 *
 * @typedef {object} Cost
 * @property {string | null} customer null: to be shared out by the driver
 * @property {number} day
 * @property {string} category
 * @property {number} amount in cents
 * @property {string | null} driver
 * @property {string | null} note
 */

/**
 * What serving one customer cost, by quarter and category; bonuses by year.
 * @param {Person} person
 * @param {Document[]} documents of the customer
 * @param {Contact[]} contacts of the customer
 * @returns {Cost[]}
 */
export function ownCosts(person, documents, contacts) {
  const posted = [
    ...documents.map((document) => delivery(person, document)),
    ...documents.map(handling),
    ...contacts.filter(({stage}) => stage === undefined).map(time),
    ...documents.map((document) => bonus(person, document))
  ].filter(({amount}) => amount !== 0);
  /** @type {Map<string, Cost>} */
  const sums = new Map();
  for (const {day, category, amount} of posted) {
    const key = `${day} ${category}`;
    const sum = sums.get(key) ?? {customer: person.id, day, category, amount: 0, driver: null, note: null};
    sums.set(key, {...sum, amount: sum.amount + amount});
  }
  return [...sums.values()].filter(({amount}) => amount > 0);
}

/** Monthly costs of the whole company that no customer caused alone. @returns {Cost[]} */
export function sharedCosts() {
  return serving.shared.flatMap(({category, driver, cents, note}) =>
    monthEnds().map((day, i) => ({
      customer: null,
      day,
      category,
      amount: Math.round((cents * (100 + (yearOf(day) - 2022) * 4 + ((i * 7) % 5) - 2)) / 100),
      driver,
      note
    }))
  );
}

/** @param {Person} person @param {Document} document */
function delivery({segment, traits}, {kind, status, channel, lines, day}) {
  const {perOrder, percentOfSales, demanding} = serving.delivery;
  const sent = kind === 'order' && status !== 'Cancelled' && channel !== 'Shop';
  const usual = perOrder[segment] + (net(lines) * percentOfSales) / 100;
  return post(day, 'delivery', sent ? Math.round(usual * (traits.demanding ? demanding : 1)) : 0);
}

/** @param {Document} document */
function handling({kind, lines, day}) {
  const {each, percentOfValue} = serving.returns;
  const amount = kind === 'return' ? each + Math.round((-net(lines) * percentOfValue) / 100) : 0;
  return post(day, 'returns', amount);
}

/** @param {Contact} contact */
function time({day, cost}) {
  return post(day, 'salaries', cost ?? 0);
}

/** @param {Person} person @param {Document} document */
function bonus({segment, traits}, {status, lines, day}) {
  const {bonusPercent} = serving;
  const usual = segment === 'Wholesale' || segment === 'Retail shop' ? bonusPercent[segment] : 0;
  const percent = usual > 0 && traits.demanding ? bonusPercent.demanding : usual;
  const amount = status === 'Cancelled' ? 0 : Math.round((net(lines) * percent) / 100);
  return {...post(day, 'bonus', amount), day: Math.min(END, firstOfMonth(yearOf(day) + 1, 0) - 1)};
}

/** @param {number} day @param {string} category @param {number} amount */
function post(day, category, amount) {
  return {day: Math.min(END, endOfQuarter(day)), category, amount};
}

/** @param {Document['lines']} lines */
function net(lines) {
  return lines.reduce((sum, {amount}) => sum + amount, 0);
}

function monthEnds() {
  const ends = [];
  for (let month = 1; firstOfMonth(2022, month - 1) <= END; month++)
    ends.push(Math.min(END, firstOfMonth(2022, month) - 1));
  return ends.filter((day) => day >= START);
}
