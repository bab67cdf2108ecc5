// @ts-check
import {customersOf, firstDay, idOf, lastDay, randomFrom, writeLines} from './generate.mjs';

/** @typedef {{table: 'customer' | 'interaction' | 'partnership_cost', path: string}} Companion */

const segments = ['Private', 'Trade', 'Hospitality', 'Office'];
const ways = ['Web search', 'Referral', 'Trade fair', 'Marketplace', 'Coupon'];
const stages = ['New', 'Contacted', 'Offer', 'Won', 'Lost'];
const own = ['delivery', 'bonus', 'returns', 'salaries'];
const shared = ['database', 'salaries', 'delivery', 'acquisition', 'other'];

/**
 * Writes what stands beside a transaction file, unless it is there: a row for each customer, a contact for each on
 * average, a cost of one customer for each on average, and monthly costs of all together.
 *
 * @param {number} rows of the transaction file
 * @param {(name: string) => string} pathOf
 * @returns {Promise<Companion[]>}
 */
export async function generateCompanions(rows, pathOf) {
  const customers = customersOf(rows);
  const files = {
    customer: {path: pathOf('customers'), lines: customerLines(customers)},
    interaction: {path: pathOf('contacts'), lines: contactLines(customers)},
    partnership_cost: {path: pathOf('costs'), lines: costLines(customers)}
  };
  for (const {path, lines} of Object.values(files)) await writeLines(path, lines);
  return /** @type {Companion[]} */ (Object.entries(files).map(([table, {path}]) => ({table, path})));
}

/** @param {number} customers */
function* customerLines(customers) {
  const random = randomFrom(1);
  yield 'customer_id,name,segment,acquisition_channel,acquired_on,acquisition_cost,contract_until,closed_on\n';
  for (let customer = 0; customer < customers; customer++) {
    const id = idOf(customer);
    const since = day(random, 0.8);
    const contract = random() < 0.1 ? day(random) : '';
    const closed = random() < 0.08 ? lastDay : '';
    const cost = (5 + 60 * random()).toFixed(2);
    yield `${id},Customer ${customer},${pick(random, segments)},${pick(random, ways)},${since},${cost},${contract},${closed}\n`;
  }
}

/** @param {number} customers */
function* contactLines(customers) {
  const random = randomFrom(2);
  yield 'customer_id,occurred_on,kind,touchpoint,stage,score,score_scale,outcome\n';
  for (let contact = 0; contact < customers; contact++) {
    const head = `${idOf(Math.floor(customers * random()))},${day(random)}`;
    const kind = random();
    if (kind < 0.4) yield `${head},lead,${pick(random, ways)},${pick(random, stages)},,,\n`;
    else if (kind < 0.7) yield `${head},survey,E-mail,,${Math.floor(11 * random())},10,\n`;
    else if (kind < 0.8) yield `${head},complaint,Phone,,,,${random() < 0.8 ? 'Solved' : 'Open'}\n`;
    else yield `${head},${kind < 0.85 ? 'referral' : 'visit'},Field,,,,Became a customer\n`;
  }
}

/** @param {number} customers */
function* costLines(customers) {
  const random = randomFrom(3);
  yield 'customer_id,incurred_on,category,amount,driver\n';
  for (let row = 0; row < customers; row++) {
    const amount = (1 + 40 * random()).toFixed(2);
    yield `${idOf(Math.floor(customers * random()))},${day(random)},${pick(random, own)},${amount},\n`;
  }
  for (let month = 0; month < 36; month++) {
    for (const category of shared) {
      yield `,${dayAt(month / 36)},${category},${(customers * (0.2 + random())).toFixed(2)},orders\n`;
    }
  }
}

/** @template T @param {() => number} random @param {readonly T[]} options */
const pick = (random, options) => options[Math.floor(options.length * random())];

/** A day within the first part of the transactions' days. @param {() => number} random */
const day = (random, part = 1) => dayAt(part * random());

/** @param {number} part of the days, 0 to 1 */
const dayAt = (part) =>
  new Date(firstDay + Math.floor((part * (Date.parse(lastDay) - firstDay)) / 86_400_000) * 86_400_000)
    .toISOString()
    .slice(0, 10);
