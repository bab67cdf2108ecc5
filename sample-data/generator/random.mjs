/**
 * A seeded source of chance. Only integer operations and the four basic operations on doubles are used, which every
 * JavaScript engine computes alike: `Math.exp`, `Math.log` and `Math.pow` may differ in the last bit and are avoided.
 *
 * @typedef {object} Random
 * @property {() => number} unit from 0 to below 1
 * @property {(count: number) => number} below a whole number from 0 to count − 1
 * @property {(low: number, high: number) => number} between a whole number, both ends included
 * @property {(probability: number) => boolean} chance
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K} weighted a key, as often as its weight says
 * @property {() => number} normal mean 0, standard deviation 1, never beyond ±6
 * @property {(sigma: number) => number} spread a log-normal factor with median 1
 */

/**
 * A stream of its own for each name, so that a change in one part of the generator leaves the others as they were.
 * @param {number} seed
 * @param {string} name
 * @returns {Random}
 */
export function random(seed, name) {
  const next = sfc32(seed, hash(name));
  const unit = () => next() / 4294967296;
  const below = (/** @type {number} */ count) => Math.floor(unit() * count);
  const normal = () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += unit();
    return sum;
  };
  return {
    unit,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => unit() < probability,
    pick: (list) => list[below(list.length)],
    weighted: (weights) => weighted(weights, unit()),
    normal,
    spread: (sigma) => exp(sigma * normal())
  };
}

/**
 * The list in random order.
 * @template T
 * @param {readonly T[]} list
 * @param {Random} chance
 * @returns {T[]}
 */
export function shuffled(list, chance) {
  const deck = [...list];
  for (let i = deck.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [deck[i], deck[j]] = [deck[j], deck[i]];
  }
  return deck;
}

/**
 * e to the x, to about 12 digits for |x| ≤ 6.
 * @param {number} x
 */
function exp(x) {
  const y = x / 1024;
  let result = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + y / 4)));
  for (let i = 0; i < 10; i++) result *= result;
  return result;
}

/**
 * @template {string} K
 * @param {Readonly<Partial<Record<K, number>>>} weights
 * @param {number} unit
 * @returns {K}
 */
function weighted(weights, unit) {
  const keys = /** @type {K[]} */ (Object.keys(weights));
  const weight = (/** @type {K} */ key) => weights[key] ?? 0;
  let left = unit * keys.reduce((sum, key) => sum + weight(key), 0);
  return keys.find((key) => (left -= weight(key)) < 0) ?? keys[keys.length - 1];
}

/** FNV-1a of the UTF-16 code units. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * Chris Doty-Humphrey's small fast counter generator, 32 bits a call.
 * @param {number} seed
 * @param {number} stream
 */
function sfc32(seed, stream) {
  let a = seed | 0;
  let b = stream | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}
