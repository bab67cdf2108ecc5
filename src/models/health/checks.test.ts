import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import {compile} from '../compile';
import {lookAt, type Loaded} from '../loaded';
import {initialScope} from '../scope';
import {roundedUp} from './amounts';
import {checks, type Finding} from './checks';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const none = {rows: 0, amount: '0.0000', kept: false};

async function examined(rows: Given, anonymous = none): Promise<{loaded: Loaded; found: Map<string, Finding[]>}> {
  await given(engine, rows);
  const loaded = await lookAt(engine);
  const found = new Map<string, Finding[]>();
  for (const check of checks.filter(({asks}) => asks(loaded))) {
    found.set(check.name, await check.find({engine, loaded, imported: '2026-11-22', anonymous, options: {}}));
  }
  return {loaded, found};
}

/** Twelve customers who buy one thing each on every third day of two whole years, and nothing odd. */
const healthy: Given = {
  customer: Array.from({length: 12}, (_, place) => ({
    customer_id: `K${100 + place}`,
    name: `Firm ${'ABCDEFGHIJKL'[place]}`,
    acquired_on: '2022-01-01',
    contract_until: '2026-01-01'
  })),
  purchase: Array.from({length: 730}, (_, place) => ({
    transaction_id: `T${place}`,
    customer_id: `K${100 + (place % 12)}`,
    purchased_on: dayOf(place),
    amount: 90 + (place % 20),
    quantity: 1 + (place % 3),
    product: place % 2 === 0 ? 'Postcards' : 'Testament of tea',
    currency: 'EUR'
  })),
  interaction: [{customer_id: 'K100', occurred_on: '2023-05-01', score: 5, score_scale: 5}],
  partnership_cost: [{customer_id: 'K100', category: 'delivery', amount: 3}]
};

it('nothing is found where nothing is odd, and everything is asked', async () => {
  const {found} = await examined(healthy);
  expect([...found.keys()]).toEqual(checks.map(({name}) => name));
  expect([...found].filter(([, findings]) => findings.length > 0)).toEqual([]);
});

it('nothing is asked of nothing', async () => {
  const {found} = await examined({});
  expect([...found].filter(([, findings]) => findings.length > 0)).toEqual([]);
});

const sale = (more: object) => ({
  transaction_id: 'X1',
  customer_id: 'K100',
  purchased_on: '2023-06-01',
  amount: 50,
  quantity: 1,
  product: 'Postcards',
  currency: 'EUR',
  ...more
});

/** What is added to the healthy company, and what then is found: rows behind, what is said, rules. */
const cases: [string, Given, {rows: number; values: object; rules?: string[]}][] = [
  [
    'orphans',
    {purchase: [sale({customer_id: 'Z1'}), sale({customer_id: 'Z2'}), sale({customer_id: 'Z2', amount: 7})]},
    {rows: 3, values: {rows: 3, customers: 2, amount: {money: '107.0000'}}, rules: ['orphans']}
  ],
  [
    'no_purchases',
    {
      customer: [
        {customer_id: 'N1', name: 'Firm N'},
        {customer_id: 'N2', name: 'Firm O'}
      ]
    },
    {rows: 2, values: {rows: 2, of: 14, share: {share: 2 / 14}}}
  ],
  [
    'big_customer',
    {purchase: [sale({amount: 80_000})]},
    {rows: 62, values: {customer: 'Firm A (K100)', rows: 62, of_rows: {share: 62 / 731}}, rules: ['customer:K100']}
  ],
  [
    'test_customers',
    {
      customer: [
        {customer_id: 'K200', name: 'TEST do not ship'},
        {customer_id: 'demo-3', name: 'Firm Q'}
      ],
      purchase: [sale({customer_id: 'K200'}), sale({customer_id: 'demo-3', amount: 1})]
    },
    {rows: 2, values: {rows: 2, customers: 2, amount: {money: '51.0000'}}, rules: ['test_customers']}
  ],
  [
    'collective_customers',
    {customer: [{customer_id: 'K201', name: 'Barverkauf 2'}], purchase: [sale({customer_id: 'K201'})]},
    {rows: 1, values: {rows: 1, customers: 1}, rules: ['collective_customers']}
  ],
  [
    'similar_ids',
    {
      customer: [
        {customer_id: 'k100', name: 'Firm R'},
        {customer_id: 'K 100', name: 'Firm S'}
      ]
    },
    {rows: 3, values: {customers: 3, groups: 1, before: 14, after: 12}}
  ],
  [
    'same_name',
    {customer: [{customer_id: 'K202', name: ' firm  a'}]},
    {rows: 2, values: {customers: 2, groups: 1, before: 13, after: 12}}
  ],
  [
    'bought_before',
    {
      customer: [{customer_id: 'K203', name: 'Firm T', acquired_on: '2023-06-02'}],
      purchase: [sale({customer_id: 'K203'})]
    },
    {rows: 1, values: {rows: 1, of: 13}}
  ],
  [
    'bought_after',
    {
      customer: [{customer_id: 'K204', name: 'Firm U', contract_until: '2023-05-31'}],
      purchase: [sale({customer_id: 'K204'})]
    },
    {rows: 1, values: {rows: 1, of: 13}}
  ],
  [
    'late',
    {purchase: [sale({purchased_on: '2099-12-31', amount: 11})]},
    {
      rows: 1,
      values: {rows: 1, amount: {money: '11.0000'}, last: {day: '2099-12-31'}, cut: {day: '2023-12-31'}},
      rules: ['after:2023-12-31']
    }
  ],
  [
    'early',
    {purchase: [sale({purchased_on: '1900-01-01'})]},
    {rows: 1, values: {rows: 1, last: {day: '1900-01-01'}, cut: {day: '2022-01-01'}}, rules: ['before:2022-01-01']}
  ],
  [
    'last_month',
    {
      purchase: Array.from({length: 9}, (_, place) =>
        sale({purchased_on: `2024-01-0${place + 1}`, transaction_id: `L${place}`})
      )
    },
    {rows: 9, values: {rows: 9, missing: 22, month: '2024-01-01', edge: {day: '2024-01-09'}}, rules: ['last_month']}
  ],
  [
    'first_month',
    {purchase: [sale({purchased_on: '2021-12-31'}), sale({purchased_on: '2021-12-30', transaction_id: 'X2'})]},
    {rows: 2, values: {rows: 2, missing: 29, month: '2021-12-01', edge: {day: '2021-12-30'}}, rules: ['first_month']}
  ],
  [
    'spike',
    {purchase: Array.from({length: 60}, (_, place) => sale({transaction_id: `S${place}`, amount: 90 + (place % 9)}))},
    {rows: 61, values: {rows: 61, day: {day: '2023-06-01'}}, rules: ['day:2023-06-01']}
  ],
  [
    'currencies',
    {
      purchase: [
        sale({currency: 'SEK'}),
        sale({currency: 'USD', transaction_id: 'X2'}),
        sale({currency: 'SEK', transaction_id: 'X3'})
      ]
    },
    {
      rows: 3,
      values: {count: 3, main: 'EUR', others: 'SEK, USD', rows: 3},
      rules: ['currency:SEK', 'currency:USD']
    }
  ],
  [
    'negative_prices',
    {purchase: [sale({amount: -11062.06})]},
    {rows: 1, values: {rows: 1, amount: {money: '-11062.0600'}}, rules: ['negative_prices']}
  ],
  [
    'unmatched_returns',
    {
      purchase: [
        sale({amount: -5, quantity: -1, product: 'Jam', kind: 'return'}),
        sale({
          amount: -6,
          quantity: -1,
          purchased_on: '2022-01-01',
          customer_id: 'K101',
          transaction_id: 'X2',
          kind: 'cancellation'
        }),
        sale({amount: -7, quantity: -1, transaction_id: 'X3', kind: 'return'})
      ]
    },
    {
      rows: 2,
      values: {rows: 2, customers: 2, amount: {money: '-11.0000'}, cancellations: 1},
      rules: ['unmatched_returns']
    }
  ],
  ['outliers', {purchase: [sale({amount: 123_456})]}, {rows: 1, values: {rows: 1, amount: {money: '123456.0000'}}}],
  [
    'adjustments',
    {purchase: [sale({product: 'POSTAGE'}), sale({product: 'Adjust bad debt', transaction_id: 'X2'})]},
    {rows: 2, values: {rows: 2, amount: {money: '100.0000'}}, rules: ['adjustments']}
  ],
  ['free', {purchase: [sale({amount: 0})]}, {rows: 1, values: {rows: 1}}],
  [
    'twins',
    {purchase: [sale({}), sale({}), sale({}), sale({amount: 51})]},
    {rows: 1, values: {rows: 2, amount: {money: '100.00'}, numbered: 'yes'}, rules: ['twins']}
  ],
  [
    'several_customers',
    {purchase: [sale({transaction_id: 'T5', customer_id: 'K111', purchased_on: dayOf(5)})]},
    {rows: 2, values: {orders: 1, rows: 2}}
  ],
  [
    'several_dates',
    {purchase: [sale({transaction_id: 'T12', purchased_on: dayOf(13), amount: 50})]},
    {rows: 2, values: {orders: 1, rows: 2}}
  ],
  [
    'scores',
    {
      interaction: [
        {customer_id: 'K100', occurred_on: '2023-05-01', score: 6, score_scale: 5},
        {customer_id: 'K100', occurred_on: '2023-05-01', score: -1, score_scale: 5}
      ]
    },
    {rows: 2, values: {rows: 2, of: 3}}
  ],
  [
    'contacts_no_customer',
    {interaction: [{customer_id: 'lead 1', occurred_on: '2023-05-01', score: 1, score_scale: 5}]},
    {rows: 1, values: {rows: 1, of: 2}}
  ],
  [
    'costs_no_customer',
    {
      partnership_cost: [
        {customer_id: 'nobody', category: 'delivery', amount: 1},
        {customer_id: null, category: 'salaries', amount: 9}
      ]
    },
    {rows: 1, values: {rows: 1, of: 3}}
  ],
  [
    'negative_costs',
    {partnership_cost: [{customer_id: 'K100', category: 'bonus', amount: -4}]},
    {rows: 1, values: {rows: 1}}
  ]
];

describe.each(cases)('%s', (name, odd, expected) => {
  it('is found, with its rows and a rule whose effect is what was found', async () => {
    const {loaded, found} = await examined(joined(odd));
    const [finding] = found.get(name) ?? [];
    expect(finding).toMatchObject({check: name, values: expected.values});
    if (expected.rules) expect(finding?.rules).toEqual(expected.rules);
    const behind = finding?.behind;
    const columns = behind?.columns.map((column) => column.name).join(', ');
    const rows = await engine.query(
      `select ${columns} from (select * from ${behind?.from}) order by ${order(behind?.order)}`
    );
    expect(rows.length).toBe(expected.rows);
    if (finding && finding.rules.length > 0) expect(await left(loaded, finding.rules)).toBe(await apart(finding));
  });

  it('is all that is found of its kind: the others see nothing, or what is truly theirs too', async () => {
    const {found} = await examined(joined(odd));
    const others = [...found]
      .filter(([other, findings]) => other !== name && findings.length > 0)
      .map(([other]) => other);
    expect(related[name] ?? []).toEqual(expect.arrayContaining(others));
  });
});

/** What an odd row is at the same time. */
const related: Record<string, string[]> = {
  orphans: ['twins', 'several_customers'],
  big_customer: ['outliers'],
  test_customers: ['several_customers'],
  same_name: ['no_purchases'],
  similar_ids: ['no_purchases'],
  currencies: [],
  first_month: ['bought_before'],
  early: ['bought_before'],
  late: ['bought_after'],
  negative_prices: ['outliers', 'big_customer'],
  outliers: ['big_customer'],
  twins: []
};

it('purchases without a customer are those of the receipt, where they were left out', async () => {
  const {found} = await examined(healthy, {rows: 270, amount: '12.5000', kept: false});
  expect(found.get('anonymous')).toEqual([
    {
      check: 'anonymous',
      severity: 'totals',
      values: {rows: 270, of: 1000, amount: {money: '12.5000'}, share: {share: 0.27}, kept: 'no'},
      behind: null,
      rules: []
    }
  ]);
});

it('gaps in the calendar come with their days', async () => {
  const purchase = healthy.purchase!.filter(
    (row) => String(row['purchased_on']) < '2023-03-01' || String(row['purchased_on']) > '2023-04-10'
  );
  const {found} = await examined({...healthy, purchase});
  const [calendar] = found.get('calendar') ?? [];
  expect(calendar?.values).toEqual({
    gaps: 1,
    days: 41,
    longest: 41,
    from: {day: '2023-03-01'},
    to: {day: '2023-04-10'}
  });
  expect((await engine.query(`select * from ${calendar?.behind?.from}`)).objects()).toEqual([
    {from_day: '2023-03-01', to_day: '2023-04-10', days: 41}
  ]);
  expect(found.get('empty_months')?.[0]?.values).toEqual({months: 1, first: '2023-03-01'});
});

it.each([
  [12.3, 13],
  [99.2, 100],
  [101, 110],
  [11_901, 12_000],
  [86_000, 86_000]
])('%d is rounded up to %d', (value, rounded) => expect(roundedUp(value)).toBe(rounded));

function joined(odd: Given): Given {
  return Object.fromEntries(
    Object.entries(healthy).map(([table, rows]) => [
      table,
      [...rows, ...((odd as Record<string, object[]>)[table] ?? [])]
    ])
  ) as Given;
}

const order = (by = 'all'): string => by;

/** What counts by the rules. */
async function left(loaded: Loaded, without: readonly string[]): Promise<number> {
  const context = {scope: {...initialScope, without}, loaded, params: {}, anonymous: false};
  const {sql, params} = compile('coverage', context);
  return Number((await engine.query(sql, params)).value(0, 1));
}

/** What counts without the rows behind a finding; of twins, all but one stay out. */
async function apart({check, behind}: Finding): Promise<number> {
  const counted = `from purchase where kind in ('sale', 'return')`;
  const amount = check === 'twins' ? 'amount * (copies - 1)' : 'amount';
  const columns = behind?.columns.map((column) => column.name).join(', ');
  const kinds = check === 'twins' ? '' : ` and kind in ('sale', 'return')`;
  const from = check === 'twins' ? behind?.from : `${behind?.from}${kinds}`;
  const sum = `select coalesce(sum(${amount}), 0) from (select * from ${from})`;
  const rows = await engine.query(`select (select sum(amount) ${counted}) - (${sum}) as amount`);
  expect(columns).toBeTruthy();
  return Number(rows.value(0, 0));
}

function dayOf(place: number): string {
  return new Date(Date.UTC(2022, 0, 1 + place)).toISOString().slice(0, 10);
}
