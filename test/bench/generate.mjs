// @ts-check
import {once} from 'node:events';
import {createWriteStream, existsSync, mkdirSync, renameSync} from 'node:fs';
import {dirname} from 'node:path';

const header = 'order_id,customer_id,order_date,product,category,channel,country,quantity,unit_price\n';
const categories = ['Coffee', 'Tea', 'Chocolate', 'Biscuits', 'Spices', 'Oils', 'Pasta', 'Preserves', 'Honey', 'Gifts'];
const channels = ['Shop', 'Online', 'Field sales', 'Phone'];
const countries = ['Germany', 'France', 'Netherlands', 'Austria', 'Spain', 'Italy', 'Belgium', 'Poland', 'Denmark'];
const products = 800;
export const firstDay = Date.UTC(2022, 0, 1);
const days = 3 * 365;
export const lastDay = new Date(firstDay + (days - 1) * 86_400_000).toISOString().slice(0, 10);
const rowsPerWrite = 20_000;

/**
 * Writes a transaction file, the same for the same number of rows, unless it is there: order lines in the order of
 * their dates, one to five an order; a customer for every twenty rows, few of whom carry most of the sales.
 *
 * @param {number} rows
 * @param {string} path
 */
export function generate(rows, path) {
  return writeLines(path, lines(rows));
}

/** How many customers a file of so many transactions has. @param {number} rows */
export const customersOf = (rows) => Math.ceil(rows / 20);

/** @param {number} customer */
export const idOf = (customer) => `C${String(customer).padStart(7, '0')}`;

/**
 * Writes a file line by line, unless it is there.
 *
 * @param {string} path
 * @param {Iterable<string>} all
 */
export async function writeLines(path, all) {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), {recursive: true});
  const part = `${path}.part`;
  const file = createWriteStream(part);
  for (const text of chunks(all)) if (!file.write(text)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  renameSync(part, path);
}

/** @param {Iterable<string>} all */
function* chunks(all) {
  let text = '';
  let written = 0;
  for (const line of all) {
    text += line;
    if (++written % rowsPerWrite !== 0) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** @param {number} rows */
function* lines(rows) {
  const random = randomFrom(20_240_229);
  const customers = customersOf(rows);
  yield header;
  let order = {id: '', place: ''};
  for (let row = 0, left = 0; row < rows; row++, left--) {
    if (left === 0) {
      left = 1 + Math.floor(random() * 5);
      order = orderFields(row, rows, customers, random);
    }
    const product = Math.floor(products * random() ** 2);
    const quantity = 1 + Math.floor(12 * random() ** 3);
    const price = ((100 + ((product * 7919) % 4900)) / 100).toFixed(2);
    yield `${order.id},${names[product]},${order.place},${quantity},${price}\n`;
  }
}

const names = Array.from({length: products}, (_, product) => {
  const category = categories[product % categories.length];
  return `${category} ${String(product).padStart(3, '0')},${category}`;
});

/**
 * What the lines of an order share: `order_id,customer_id,order_date` and `channel,country`.
 *
 * @param {number} row
 * @param {number} rows
 * @param {number} customers
 * @param {() => number} random
 */
function orderFields(row, rows, customers, random) {
  const rank = Math.floor(customers * random() ** 4);
  const customer = (rank * 1_000_003) % customers;
  const day = new Date(firstDay + Math.floor((row / rows) * days) * 86_400_000).toISOString().slice(0, 10);
  const channel = channels[Math.floor(channels.length * random() ** 1.5)];
  const country = countries[Math.floor(countries.length * ((customer * 0.618_033_988_749) % 1) ** 2)];
  return {
    id: `${10_000_000 + row},${idOf(customer)},${day}`,
    place: `${channel},${country}`
  };
}

/**
 * Numbers in [0, 1), the same for the same seed (mulberry32).
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
