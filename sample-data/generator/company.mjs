import {SEED} from './assumptions.mjs';
import {END, START, firstOfMonth, iso, monthOf, yearOf} from './calendar.mjs';
import {contacts} from './contacts.mjs';
import {ownCosts, sharedCosts} from './costs.mjs';
import {amount, csv} from './csv.mjs';
import {departures} from './departures.mjs';
import {live} from './life.mjs';
import {population} from './population.mjs';
import {random} from './random.mjs';
import {referrers} from './referrals.mjs';
import {trade} from './trade.mjs';

/**
 * @typedef {import('./population.mjs').Person} Person
 * @typedef {import('./life.mjs').Life} Life
 * @typedef {import('./trade.mjs').Document} Document
 * @typedef {import('./contacts.mjs').Contact} Contact
 * @typedef {import('./csv.mjs').Cell} Cell
 */

/** The four files, always the same. @returns {{name: string, text: string, rows: number}[]} */
export function company() {
  const people = population();
  const lives = people.filter(acquired).map((person) => ({person, life: live(person)}));
  const lifeOf = new Map(lives.map(({person, life}) => [person.id, life]));
  const broughtBy = referrers(lives);
  const reasons = departures(lives);
  const documents = trade(lives);
  const documentsOf = grouped(documents, ({person}) => person.id);
  const broughtOf = grouped(
    people.filter(({id}) => broughtBy.has(id)),
    ({id}) => /** @type {Person} */ (broughtBy.get(id)).id
  );
  const dealings = people.map((person) => ({
    person,
    contacts: contacts(
      person,
      lifeOf.get(person.id) ?? null,
      reasons.get(person.id) ?? null,
      broughtOf.get(person.id) ?? []
    )
  }));
  const costs = [
    ...dealings.flatMap((d) =>
      lifeOf.has(d.person.id) ? ownCosts(d.person, documentsOf.get(d.person.id) ?? [], d.contacts) : []
    ),
    ...sharedCosts()
  ];
  return [
    file(
      'customers.csv',
      customerHeader,
      people.map((person) => {
        const life = lifeOf.get(person.id) ?? null;
        const own = documentsOf.get(person.id) ?? [];
        return customerRow(person, life, broughtBy.get(person.id)?.id ?? null, reasons.get(person.id) ?? null, own);
      })
    ),
    file('purchases.csv', purchaseHeader, documents.flatMap(purchaseRows)),
    file(
      'interactions.csv',
      interactionHeader,
      byDay(dealings.flatMap(({person, contacts}) => contacts.map((c) => ({...c, id: person.id})))).map(interactionRow)
    ),
    file(
      'partnership_costs.csv',
      costHeader,
      byDay(costs).map(({customer, day, category, amount: cents, driver, note}) => [
        customer,
        iso(day),
        category,
        amount(cents),
        driver,
        note
      ])
    )
  ];
}

const customerHeader = [
  'Customer No',
  'Customer Name',
  'Segment',
  'Country',
  'Customer Since',
  'Acquisition Channel',
  'Acquisition Cost',
  'Referred By',
  'Contract Until',
  'Closed On',
  'Closed Reason',
  'Wallet per Year',
  'Region',
  'City',
  'Account Manager',
  'Payment Terms',
  'Loyalty Card',
  'Preferred Contact',
  'Marketing Consent'
];

const purchaseHeader = [
  'Order No',
  'Customer No',
  'Order Date',
  'Product',
  'Category',
  'Sales Channel',
  'Payment Method',
  'Promotion Code',
  'Quantity',
  'Net Amount',
  'Cost of Goods',
  'Discount',
  'Currency',
  'Status',
  'Corrects'
];

const interactionHeader = [
  'Customer No',
  'Interaction Date',
  'Interaction Type',
  'Touchpoint',
  'Stage',
  'Score',
  'Score Scale',
  'Cost',
  'Outcome',
  'Resolution Days',
  'Brought In',
  'Handled By'
];

const costHeader = ['Customer No', 'Cost Date', 'Cost Category', 'Amount', 'Allocation Driver', 'Remark'];

/**
 * @param {Person} person
 * @param {Life | null} life
 * @param {string | null} referrer
 * @param {string | null} reason
 * @param {Document[]} documents
 * @returns {Cell[]}
 */
function customerRow(person, life, referrer, reason, documents) {
  const chance = random(SEED, `record ${person.id}`);
  const trade = person.segment !== 'Private';
  const contract = life !== null && person.traits.contract ? contractUntil(person, life) : null;
  const wallet = life === null ? null : walletOf(person, life, documents, chance);
  return [
    person.id,
    person.name,
    person.segment,
    person.country,
    date(person.acquiredOn),
    person.source,
    person.acquisitionCost === null ? null : amount(person.acquisitionCost),
    referrer,
    date(contract),
    date(life?.closedOn ?? null),
    reason,
    wallet === null ? null : amount(wallet),
    person.region,
    person.city,
    person.manager,
    trade ? chance.weighted({'30 days': 55, '14 days': 30, '60 days': 15}) : 'At once',
    person.traits.card && life !== null ? 'yes' : 'no',
    chance.weighted(trade ? {'E-mail': 45, Phone: 30, Visit: 25} : {'E-mail': 62, Post: 22, 'Text message': 16}),
    chance.chance(trade ? 0.88 : 0.64) ? 'yes' : 'no'
  ];
}

/** @param {Document} document @returns {Cell[][]} */
function purchaseRows({number, person, day, channel, payment, status, of, lines}) {
  return lines.map((line) => [
    number,
    person.id,
    iso(day),
    line.product.name,
    line.product.category,
    channel,
    payment,
    line.promotion,
    line.quantity,
    amount(line.amount),
    amount(line.cost),
    amount(line.discount),
    'EUR',
    status,
    of?.number ?? null
  ]);
}

/** @param {Contact & {id: string}} contact @returns {Cell[]} */
function interactionRow({id, day, type, touchpoint, stage, score, scale, cost, outcome, resolutionDays, related, by}) {
  return [
    id,
    iso(day),
    type,
    touchpoint,
    stage ?? null,
    score ?? null,
    scale ?? null,
    cost === undefined ? null : amount(cost),
    outcome ?? null,
    resolutionDays ?? null,
    related ?? null,
    by ?? null
  ];
}

/** Contracts run for a year, to the end of the month in which the customer came, and are renewed until the end. @param {Person} person @param {Life} life */
function contractUntil({acquiredOn}, life) {
  const since = /** @type {number} */ (acquiredOn);
  const ends = (/** @type {number} */ year) => firstOfMonth(year, monthOf(since) + 1) - 1;
  const until = life.closedOn ?? END;
  const first = yearOf(since) + 1;
  let year = first;
  while (ends(year) < until) year++;
  return ends(life.closedOn === null ? year : Math.max(first, year - 1));
}

/**
 * What the customer spends a year on such goods, with everybody; known for part of the trade customers that buy regularly.
 * @param {Person} person
 * @param {Life} life
 * @param {Document[]} documents
 * @param {import('./random.mjs').Random} chance
 */
function walletOf({segment, traits, acquiredOn}, life, documents, chance) {
  const share = traits.contract ? 0.4 + 0.5 * chance.unit() : 0.1 + 0.6 * chance.unit();
  const known = segment !== 'Private' && life.orders.length >= 6 && chance.chance(0.45);
  if (!known) return null;
  const days = (life.closedOn ?? END) - Math.max(START, /** @type {number} */ (acquiredOn));
  const sales = documents.flatMap(({lines}) => lines).reduce((sum, line) => sum + line.amount, 0);
  return Math.round((sales * 365) / Math.max(365, days) / share / 10000) * 10000;
}

/** @param {number | null} day */
function date(day) {
  return day === null ? null : iso(day);
}

/** @param {Person} person @returns {person is Person & {acquiredOn: number}} */
function acquired(person) {
  return person.acquiredOn !== null;
}

/** @param {string} name @param {string[]} header @param {Cell[][]} rows */
function file(name, header, rows) {
  return {name, text: csv(header, rows), rows: rows.length};
}

/** @template {{day: number}} T @param {T[]} rows */
function byDay(rows) {
  return rows
    .map((row, order) => ({row, order}))
    .sort((a, b) => a.row.day - b.row.day || a.order - b.order)
    .map(({row}) => row);
}

/** @template T @param {T[]} list @param {(item: T) => string} keyOf */
function grouped(list, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
