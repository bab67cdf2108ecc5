import type {Cell, Given} from './given';

type Purchase = Record<string, Cell>;

/**
 * A small company, the same in every run: 60 customers, 600 purchases over two years, with returns, cancellations, free
 * ones, equal amounts, months without a sale, a customer who only returned, and purchases that lack this or that.
 */
export function company(): Given {
  const random = generator(20240229);
  const purchase = Array.from({length: 600}, () => sale(random));
  const customer = Array.from({length: 60}, (_, place) => ({
    customer_id: idOf(place),
    name: place % 7 === 0 ? null : `Customer ${place}`,
    segment: place % 5 === 0 ? null : place % 2 === 0 ? 'trade' : 'home',
    country: place % 3 === 0 ? 'FI' : 'SE',
    acquired_on: place % 6 === 0 ? null : dayOf(Math.floor(place / 2)),
    acquisition_channel: place % 8 === 0 ? null : place % 2 === 0 ? 'fair' : 'web',
    acquisition_cost: place % 4 === 0 ? null : (place * 1.35).toFixed(2),
    referred_by: place % 9 === 1 && place > 10 ? idOf(place - 10) : null,
    contract_until: place % 10 === 0 ? (place % 20 === 0 ? '2024-06-30' : '2023-03-31') : null,
    closed_on: place % 13 === 5 ? dayOf(500 + place) : null,
    closed_reason: place % 13 === 5 ? 'moved' : null,
    wallet_per_year: place % 5 === 2 ? String(1000 + 400 * place) : null,
    attributes: {size: place % 4 === 0 ? 'big' : 'small'}
  }));
  return {
    purchase: [...purchase, ...oddities],
    customer,
    interaction: Array.from({length: 160}, (_, place) => contact(random, place)),
    partnership_cost: Array.from({length: 90}, (_, place) => cost(random, place))
  };
}

/** The same rows in another order. */
export function shuffled(rows: Given): Given {
  const random = generator(7);
  const mixed = (Object.entries(rows) as [string, readonly object[]][]).map(([table, list]) => {
    const keyed = list.map((row) => [random(), row] as const);
    return [table, keyed.sort(([a], [b]) => a - b).map(([, row]) => row)];
  });
  return Object.fromEntries(mixed) as Given;
}

/** Every purchase and every cost as many times; costs and wallets that stand with a customer are as many times as high. */
export function repeated(rows: Given, times: number): Given {
  const again = <T>(list: readonly T[] = []): T[] => list.flatMap((row) => Array.from({length: times}, () => row));
  const customer = (rows.customer ?? []).map((row) => {
    const higher = ['acquisition_cost', 'wallet_per_year'].flatMap((name) => {
      const amount = (row as Readonly<Record<string, Cell>>)[name];
      return amount === undefined || amount === null ? [] : [[name, (Number(amount) * times).toFixed(2)]];
    });
    return {...row, ...(Object.fromEntries(higher) as Record<string, string>)};
  });
  return {...rows, customer, purchase: again(rows.purchase), partnership_cost: again(rows.partnership_cost)};
}

const oddities: Purchase[] = [
  {
    ...empty(),
    transaction_id: 'R1',
    customer_id: 'returner',
    purchased_on: '2023-05-05',
    amount: '-12.5',
    kind: 'return'
  },
  {...empty(), transaction_id: 'Z1', customer_id: 'zero', purchased_on: '2023-05-06', amount: '10', kind: 'sale'},
  {...empty(), transaction_id: 'Z2', customer_id: 'zero', purchased_on: '2023-05-06', amount: '-10', kind: 'return'}
];

/** What customers, and some who aren't yet, said and did beside buying. */
function contact(random: () => number, place: number): Purchase {
  const kind = pick(random, ['lead', 'lead', 'survey', 'survey', 'complaint', 'review', 'referral', 'visit', 'email']);
  const scored = {survey: 10, review: 5}[kind as string];
  return {
    customer_id: place % 12 === 0 ? `lead ${place}` : idOf(Math.floor(60 * random() ** 2)),
    occurred_on: dayOf(Math.floor(random() * 700)),
    kind,
    touchpoint: kind === 'lead' ? pick(random, ['fair', 'web', null]) : 'desk',
    stage: kind === 'lead' ? pick(random, ['new', 'qualified', 'offer', 'won', 'lost']) : null,
    score: scored === undefined ? null : Math.ceil(scored * (0.3 + 0.7 * random())),
    score_scale: scored ?? null,
    cost: kind === 'visit' ? '12.50' : null,
    owner: place % 5 === 0 ? null : place % 2 === 0 ? 'Ada' : 'Bo',
    outcome: kind === 'complaint' ? pick(random, ['solved', 'open']) : kind === 'referral' ? 'became a customer' : null
  };
}

/** Costs of serving: most of one customer, some of all together. */
function cost(random: () => number, place: number): Purchase {
  const own = place % 3 !== 0;
  return {
    customer_id: own ? idOf(Math.floor(60 * random() ** 2)) : null,
    incurred_on: dayOf(Math.floor(random() * 700)),
    category: pick(random, ['delivery', 'bonus', 'returns', 'database', 'salaries', 'acquisition', 'other']),
    amount: (1 + 90 * random()).toFixed(2),
    driver: own ? null : pick(random, ['orders', 'lines', 'quantity', 'revenue', 'equal', null])
  };
}

function empty(): Purchase {
  return {cost: null, product: null, category: null, channel: null, country: null, quantity: null};
}

function sale(random: () => number): Purchase {
  const place = Math.floor(60 * random() ** 2);
  const kind = pick(random, ['sale', 'sale', 'sale', 'sale', 'sale', 'sale', 'return', 'cancellation', 'free']);
  const cents = kind === 'free' ? 0 : Math.max(1, Math.round(20000 * random() ** 3)) * (kind === 'sale' ? 1 : -1);
  const amount = (Math.round(cents / 5) * 5) / 100;
  return {
    transaction_id: random() < 0.05 ? null : `T${Math.floor(random() * 400)}-${place}`,
    customer_id: idOf(place),
    purchased_on: dayOf(Math.floor(random() * 700)),
    amount: amount.toFixed(2),
    kind: amount === 0 ? 'free' : kind,
    quantity: 1 + Math.floor(random() * 5),
    cost: random() < 0.1 ? null : (amount * (0.4 + random())).toFixed(4),
    product: `product ${Math.floor(random() * 30)}`,
    category: pick(random, ['tea', 'jam', 'bread', null]),
    channel: pick(random, ['web', 'shop']),
    country: pick(random, ['FI', 'SE', 'NO'])
  };
}

const idOf = (place: number): string => `C${String(place).padStart(3, '0')}`;

/** Days of 2022 and 2023, but none of July 2023. */
function dayOf(place: number): string {
  const day = new Date(Date.UTC(2022, 0, 10 + place)).toISOString().slice(0, 10);
  return day.startsWith('2023-07') ? day.replace('-07', '-08') : day;
}

function pick<T>(random: () => number, options: readonly T[]): T {
  return options[Math.floor(random() * options.length)] as T;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
