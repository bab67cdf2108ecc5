import {NEGLECT, SEED, reasons} from './assumptions.mjs';
import {random, shuffled} from './random.mjs';

/** @typedef {import('./referrals.mjs').Lived} Lived */

/**
 * Why each customer that is known to have left did so. The shares come out as planned over all of them; those whom the
 * delivery failure hit, or who left a complaint unsolved, name lack of attention or that we could not be worked with.
 * @param {Lived[]} lives
 * @returns {Map<string, string>} customer → reason
 */
export function departures(lives) {
  const chance = random(SEED, 'departures');
  const gone = shuffled(
    lives.filter(({life}) => life.closedOn !== null),
    chance
  );
  const wronged = gone.filter(blamesUs);
  const others = gone.filter((lived) => !wronged.includes(lived));
  const deck = shuffled(cards(gone.length), chance);
  const ours = deck.filter(ourFault);
  const theirs = deck.filter((reason) => !ourFault(reason));
  const rest = shuffled([...theirs, ...ours.slice(wronged.length)], chance);
  return new Map([
    ...wronged.map(({person}, i) => /** @type {const} */ ([person.id, ours[i]])),
    ...others.map(({person}, i) => /** @type {const} */ ([person.id, rest[i]]))
  ]);
}

/** @param {Lived} lived */
function blamesUs({person, life}) {
  return (
    life.hit || person.traits.attention < NEGLECT || life.complaints.some(({resolutionDays}) => resolutionDays === null)
  );
}

/** @param {string} reason */
function ourFault(reason) {
  return reason.startsWith('Lack') || reason.startsWith('Could');
}

/** So many cards of each reason as its share says; what rounding leaves goes to the commonest. @param {number} count */
function cards(count) {
  const [commonest, ...others] = Object.keys(reasons);
  const deck = others.flatMap((reason) => {
    const share = reasons[/** @type {keyof typeof reasons} */ (reason)];
    return Array.from({length: Math.round((count * share) / 100)}, () => reason);
  });
  return [...deck, ...Array.from({length: count - deck.length}, () => commonest)];
}
