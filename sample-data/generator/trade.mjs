import {SEED, failure, segments} from './assumptions.mjs';
import {basket, channelOf, habit, paymentOf} from './basket.mjs';
import {END, yearOf} from './calendar.mjs';
import {random} from './random.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./life.mjs').Life} Life
 * @typedef {import('./basket.mjs').Line} Line
 *
 * @typedef {object} Document an order, what came back from one, or the reversal of a cancelled one
 * @property {Person} person
 * @property {number} day
 * @property {'order' | 'return' | 'reversal'} kind
 * @property {string} channel
 * @property {string} payment
 * @property {Line[]} lines
 * @property {string} status
 * @property {Document | null} of the order that a return or reversal belongs to
 * @property {string} number
 */

/**
 * All documents of all customers, by day, numbered.
 * @param {{person: Person, life: Life}[]} lives
 * @returns {Document[]}
 */
export function trade(lives) {
  const documents = lives.flatMap(({person, life}) => documentsOf(person, life));
  return numbered(
    documents
      .map((document, order) => ({document, order}))
      .sort((a, b) => a.document.day - b.document.day || a.order - b.order)
  );
}

/** @param {Person} person @param {Life} life */
function documentsOf(person, life) {
  const chance = random(SEED, `trade ${person.id}`);
  const always = habit(person, chance);
  return life.orders.flatMap((visit, nth) => {
    const channel = channelOf(person, visit.day, chance);
    /** @type {Document} */
    const order = {
      person,
      day: visit.day,
      kind: 'order',
      channel,
      payment: paymentOf(person, always, channel, chance),
      lines: basket(person, always, {...visit, nth}, chance),
      status: visit.day > END - 3 && channel !== 'Shop' ? 'Open' : 'Shipped',
      of: null,
      number: ''
    };
    const cancelled = nth > 0 && order.channel !== 'Shop' && chance.chance(0.009);
    return cancelled ? cancel(order, chance) : [order, ...returned(order, life, chance)];
  });
}

/** A cancelled order stays in the books and is reversed by a document of its own. @param {Document} order @param {import('./random.mjs').Random} chance */
function cancel(order, chance) {
  const lines = order.lines.map(({quantity, amount, cost, discount, ...line}) => ({
    ...line,
    quantity: -quantity,
    amount: -amount,
    cost: -cost,
    discount: -discount
  }));
  const day = Math.min(END, order.day + chance.below(3));
  order.status = 'Cancelled';
  return [order, {...order, kind: /** @type {const} */ ('reversal'), day, lines, of: order}];
}

/** @param {Document} order @param {Life} life @param {import('./random.mjs').Random} chance @returns {Document[]} */
function returned(order, life, chance) {
  const lines = order.lines
    .filter(({amount}) => amount > 0 && chance.chance(returnChance(order)))
    .map((line) => back(line, chance));
  const day = order.day + chance.between(4, 24);
  const late = day > END || (life.closedOn !== null && day > life.closedOn);
  return lines.length === 0 || late ? [] : [{...order, kind: 'return', day, lines, status: 'Returned', of: order}];
}

/** @param {Document} order */
function returnChance({person, channel, day}) {
  const usual = segments[person.segment].returns / 100;
  const hit = day >= failure.from && day <= failure.to && channel !== 'Shop' ? 2.2 : 1;
  return Math.min(0.3, usual * (person.traits.demanding ? 3.2 : 1) * (channel === 'Shop' ? 0.4 : 1) * hit);
}

/** All or part of a line, at the price that was paid. @param {Line} line @param {import('./random.mjs').Random} chance @returns {Line} */
function back(line, chance) {
  const share = chance.chance(0.45)
    ? line.quantity
    : Math.max(1, Math.round(line.quantity * (0.1 + 0.5 * chance.unit())));
  const part = (/** @type {number} */ cents) => -Math.round((cents * share) / line.quantity);
  return {...line, quantity: -share, amount: part(line.amount), cost: part(line.cost), discount: part(line.discount)};
}

/** @param {{document: Document}[]} sorted @returns {Document[]} */
function numbered(sorted) {
  /** @type {Record<string, number>} */
  const last = {};
  for (const {document} of sorted) {
    const series = `${prefixes[document.kind]}${String(yearOf(document.day)).slice(2)}`;
    last[series] = (last[series] ?? 0) + 1;
    document.number = series + String(last[series]).padStart(5, '0');
  }
  return sorted.map(({document}) => document);
}

const prefixes = {order: '', return: 'R', reversal: 'S'};
