import fc from 'fast-check';
import type {Given} from '../given';

/** Days are counted from 2023-01-01; amounts are cents. */
export interface Purchase {
  customer: number;
  day: number;
  cents: number;
  category: string | null;
  promotion: boolean;
}

export interface Contact {
  customer: number;
  day: number;
  kind: 'survey' | 'csat' | 'review' | 'complaint' | 'referral' | 'visit' | 'lead';
  score: number;
  word: string | null;
}

export interface Person {
  acquired: number | null;
  contract: number | null;
  closed: number | null;
  wallet: number | null;
  referrer: number | null;
}

export interface Company {
  purchases: readonly Purchase[];
  contacts: readonly Contact[];
  people: readonly Person[];
}

export const customers = 6;
const latest = 580;

const day = fc.oneof(fc.nat(latest), fc.integer({min: 350, max: latest}));
const customer = fc.nat(customers - 1);
const now_and_then = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, {freq: 3, nil: null});

const purchase: fc.Arbitrary<Purchase> = fc.record({
  customer: fc.oneof(customer, fc.nat(1)),
  day,
  cents: fc.oneof(
    {weight: 6, arbitrary: fc.integer({min: 1, max: 20_000})},
    {weight: 1, arbitrary: fc.integer({min: -9000, max: -1})}
  ),
  category: fc.constantFrom('tea', 'jam', 'bread', null),
  promotion: fc.boolean()
});

const contact: fc.Arbitrary<Contact> = fc
  .record({
    customer,
    day,
    kind: fc.constantFrom<Contact['kind'][]>('survey', 'csat', 'review', 'complaint', 'referral', 'visit', 'lead'),
    score: fc.nat(10),
    place: fc.nat(2)
  })
  .map(({place, score, kind, ...rest}) => ({
    ...rest,
    kind,
    score: kind === 'survey' ? score : Math.ceil(score / 2),
    word: (words[kind] ?? [])[place] ?? null
  }));

const words: Partial<Record<Contact['kind'], readonly (string | null)[]>> = {
  complaint: ['Open', 'Solved', null],
  referral: ['Became a customer', 'Not interested', null],
  lead: ['New', 'Offer', null],
  visit: ['Order taken', 'Not reached', null]
};

const person: fc.Arbitrary<Person> = fc.record({
  acquired: now_and_then(fc.nat(latest)),
  contract: fc.option(fc.integer({min: 200, max: 900}), {freq: 2, nil: null}),
  closed: fc.option(fc.integer({min: 300, max: latest}), {freq: 2, nil: null}),
  wallet: now_and_then(fc.nat(60_000)),
  referrer: now_and_then(customer)
});

/** 1,000 companies of six people, the same in every run. */
export const companies: readonly Company[] = fc.sample(
  fc.record({
    purchases: fc.array(purchase, {maxLength: 40}),
    contacts: fc.array(contact, {maxLength: 14}),
    people: fc.array(person, {minLength: customers, maxLength: customers})
  }),
  {seed: 19871104, numRuns: 1000}
);

export const dateOf = (place: number): string => new Date(Date.UTC(2023, 0, 1 + place)).toISOString().slice(0, 10);
const dateOrNull = (place: number | null): string | null => (place === null ? null : dateOf(place));
export const idOf = (set: number, place: number): string => `${String(set).padStart(4, '0')} ${place}`;
const money = (cents: number): string => (cents / 100).toFixed(2);

/** All companies in one, each a segment; one purchase more sets the first day that is looked at. */
export function together(list: readonly Company[]): Given {
  return {
    purchase: [
      {customer_id: 'first', purchased_on: dateOf(0), amount: '1', category: 'tea', promotion: null},
      ...list.flatMap(({purchases}, set) =>
        purchases.map((row) => ({
          customer_id: idOf(set, row.customer),
          purchased_on: dateOf(row.day),
          amount: money(row.cents),
          category: row.category,
          promotion: row.promotion ? 'SALE' : null
        }))
      )
    ],
    customer: list.flatMap(({people}, set) =>
      people.map((one, place) => ({
        customer_id: idOf(set, place),
        segment: `set ${set}`,
        acquired_on: dateOrNull(one.acquired),
        contract_until: dateOrNull(one.contract),
        closed_on: dateOrNull(one.closed),
        wallet_per_year: one.wallet === null ? null : money(one.wallet),
        referred_by: one.referrer === null ? null : idOf(set, one.referrer)
      }))
    ),
    interaction: list.flatMap(({contacts}, set) =>
      contacts.map((row) => ({
        customer_id: idOf(set, row.customer),
        occurred_on: dateOf(row.day),
        kind: row.kind,
        stage: row.kind === 'lead' ? row.word : null,
        outcome: row.kind === 'lead' ? null : row.word,
        score: ['survey', 'csat', 'review'].includes(row.kind) ? row.score : null,
        score_scale: row.kind === 'survey' ? 10 : ['csat', 'review'].includes(row.kind) ? 5 : null
      }))
    )
  };
}
