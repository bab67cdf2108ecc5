import {SEED} from './assumptions.mjs';
import {START} from './calendar.mjs';
import {random} from './random.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./life.mjs').Life} Life
 * @typedef {{person: Person, life: Life}} Lived
 */

/**
 * Who brought each referred customer: one who was a customer by then and not yet leaving; advocates far more often,
 * and of the same kind, trade or private. Customers from before 2022 were brought by older ones.
 * @param {Lived[]} lives
 * @returns {Map<string, Person>} referred customer → referrer
 */
export function referrers(lives) {
  const chance = random(SEED, 'referrers');
  return new Map(
    lives
      .filter(({person}) => person.source === 'Referral')
      .flatMap(({person}) => {
        const candidates = lives.filter((other) => mayRefer(other, person));
        return candidates.length === 0 ? [] : [[person.id, likely(candidates, chance)]];
      })
  );
}

/** @param {Lived} other @param {Person} person */
function mayRefer({person: other, life}, person) {
  const on = /** @type {number} */ (person.acquiredOn);
  return (
    (other.segment === 'Private') === (person.segment === 'Private') &&
    (other.country === person.country || other.traits.advocate) &&
    /** @type {number} */ (other.acquiredOn) <= on - 90 &&
    (life.declineOn ?? Infinity) > on &&
    (on < START || life.orders.some(({day}) => day <= on - 15))
  );
}

/** @param {Lived[]} candidates @param {import('./random.mjs').Random} chance */
function likely(candidates, chance) {
  const weights = Object.fromEntries(candidates.map(({person}, i) => [i, person.traits.advocate ? 14 : 1]));
  return candidates[Number(chance.weighted(weights))].person;
}
