import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, sentence, type Asked, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import type {Selection} from '../analysis';
import {customersBehind, release, runAnalysis} from '../run';
import {initialParams} from '../params';
import {params as specs, type CohortParams} from './params';
import type {AverageRow, CellRow, CostRow} from './parts';
import {paybackOf} from './payback';
import {ofAge, ofCell, ofCohort, ofRow} from './selection';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

const bought = (customer_id: string, purchased_on: string, amount: number | string = 10, more = {}) => ({
  customer_id,
  purchased_on,
  amount,
  ...more
});

async function cohorts(rows: Given, asked: Asked = {}): Promise<Told> {
  await given(engine, rows);
  return ask(engine, 'cohorts', asked);
}

const table = (rows: readonly Row[] | undefined, columns: readonly string[]): unknown[][] =>
  (rows ?? []).map((row) => columns.map((column) => row[column]));

/** Who bought in which month: data until the middle of April. */
const spring: Given = {
  purchase: [
    bought('ada', '2024-01-31', 100),
    bought('ada', '2024-02-01', 20),
    bought('ada', '2024-04-10', 5),
    bought('bo', '2024-01-02', 60),
    bought('bo', '2024-03-31', 40),
    bought('cy', '2024-02-29', 30),
    bought('dee', '2024-02-10', 50),
    bought('dee', '2024-03-01', 25),
    bought('dee', '2024-03-20', 25),
    bought('eve', '2024-04-15', 7)
  ]
};

describe('cohorts by month', () => {
  it('count the months of the calendar since that of the first purchase', async () => {
    const {rows} = await cohorts(spring);
    expect(table(rows, ['cohort', 'age', 'state', 'size', 'customers', 'retained', 'net_sales'])).toEqual([
      ['2024-01-01', 0, 'complete', 2, 2, 1, 160],
      ['2024-01-01', 1, 'complete', 2, 1, 0.5, 20],
      ['2024-01-01', 2, 'complete', 2, 1, 0.5, 40],
      ['2024-01-01', 3, 'in progress', 2, 1, 0.5, 5],
      ['2024-02-01', 0, 'complete', 2, 2, 1, 80],
      ['2024-02-01', 1, 'complete', 2, 1, 0.5, 50],
      ['2024-02-01', 2, 'in progress', 2, 0, 0, 0],
      ['2024-04-01', 0, 'in progress', 1, 1, 1, 7]
    ]);
  });

  it('have a period that is over when the data reaches its last day', async () => {
    const whole = {scope: {as_of: '2024-04-30'}};
    const {rows} = await cohorts(spring, whole);
    expect(rows.every(({state}) => state === 'complete')).toBe(true);
    expect(rows.at(-1)).toMatchObject({period_from: '2024-04-01', period_to: '2024-04-30', eligible: 1});
    const {rows: day} = await cohorts(spring, {scope: {as_of: '2024-04-29'}});
    expect(day.filter(({state}) => state === 'in progress')).toHaveLength(3);
  });

  it('average what is over, each cohort by its size, zeros included', async () => {
    const late: Given = {purchase: [...(spring.purchase ?? []), bought('fay', '2024-03-03', 1)]};
    const {parts} = await cohorts(late, {scope: {as_of: '2024-04-30'}});
    expect(table(parts['averages'], ['age', 'cohorts', 'eligible', 'kept', 'retained'])).toEqual([
      [0, 4, 6, 6, 1],
      [1, 3, 5, 2, 0.4],
      [2, 2, 4, 1, 0.25],
      [3, 1, 2, 1, 0.5]
    ]);
  });

  it('hold sales of the same customers against each other', async () => {
    const {rows, parts} = await cohorts(spring);
    const january = rows.filter(({cohort}) => cohort === '2024-01-01');
    expect(table(january, ['sales_retention', 'cumulative_sales_per_customer'])).toEqual([
      [1, 80],
      [0.125, 90],
      [0.25, 110],
      [0.03125, 112.5]
    ]);
    expect(table(parts['averages'], ['sales_retention', 'cumulative_sales_per_customer'])).toEqual([
      [1, 60],
      [expect.closeTo(70 / 240, 12), 77.5],
      [0.25, 110]
    ]);
  });

  it('see who bought then or later', async () => {
    const {rows} = await cohorts(spring);
    expect(table(rows.slice(0, 4), ['age', 'kept_later', 'unbounded'])).toEqual([
      [0, 2, 1],
      [1, 2, 1],
      [2, 2, 1],
      [3, 1, 0.5]
    ]);
  });

  it('have an interval by Wilson from age 1 on, while nothing is in progress', async () => {
    const {rows} = await cohorts(spring);
    const ends = table(rows.slice(0, 4), ['low', 'high']);
    expect(ends).toEqual([
      [null, null],
      [expect.closeTo(0.0945, 4), expect.closeTo(0.9055, 4)],
      [expect.closeTo(0.0945, 4), expect.closeTo(0.9055, 4)],
      [null, null]
    ]);
  });

  it('say what they know in a sentence', async () => {
    expect(sentence(await cohorts(spring))).toBe(
      'Of the customers won in a month, 50% buy again in the month after (2 of 4).'
    );
    expect(sentence(await cohorts({purchase: [bought('ada', '2024-01-05')]}))).toBe(
      'The data is too short: for none of the 1 customers is the month after the first one over yet.'
    );
  });
});

describe('a purchase', () => {
  it('is a day on which something is left after returns of that day', async () => {
    const {rows} = await cohorts({
      purchase: [
        bought('ada', '2024-01-05', 10),
        bought('ada', '2024-01-05', -10),
        bought('ada', '2024-02-05', 10),
        bought('ada', '2024-03-05', -4)
      ]
    });
    expect(table(rows, ['cohort', 'age', 'state', 'customers', 'net_sales'])).toEqual([
      ['2024-02-01', 0, 'complete', 1, 10],
      ['2024-02-01', 1, 'in progress', 0, -4],
      [null, null, 'before first', 1, 0]
    ]);
  });

  it('is anything that counts where that is chosen', async () => {
    const rows = {purchase: [bought('ada', '2024-01-05', -10), bought('ada', '2024-02-05', 10)]};
    const told = await cohorts(rows, {params: {active: 'purchase'}});
    expect(table(told.rows, ['cohort', 'age', 'customers', 'net_sales'])).toEqual([
      ['2024-01-01', 0, 1, -10],
      ['2024-01-01', 1, 1, 10]
    ]);
    expect(told.rows[1]?.['sales_retention']).toBeNull();
  });

  it('that was only returned makes no cohort, and its amount isn’t lost', async () => {
    const {rows, coverage} = await cohorts({
      purchase: [bought('ada', '2024-01-05', 10), bought('bo', '2024-01-06', -3)]
    });
    expect(table(rows, ['cohort', 'state', 'customers', 'net_sales'])).toEqual([
      ['2024-01-01', 'in progress', 1, 10],
      [null, 'never bought', 1, -3]
    ]);
    expect(coverage.amount).toBe('7.0000');
  });

  it('returned in the month of the first one, before it, belongs to age 0 by the calendar, and not from the first day', async () => {
    const rows = {purchase: [bought('ada', '2024-01-05', -4), bought('ada', '2024-01-20', 10)]};
    expect(table((await cohorts(rows)).rows, ['age', 'net_sales'])).toEqual([[0, 6]]);
    const rolling = await cohorts(rows, {params: {age: 'rolling'}});
    expect(table(rolling.rows, ['age', 'state', 'net_sales'])).toEqual([
      [0, 'in progress', 10],
      [null, 'before first', -4]
    ]);
  });
});

describe('a period that begins later', () => {
  it('makes no new customers of old ones', async () => {
    const {rows, coverage} = await cohorts(spring, {scope: {from: '2024-02-01'}});
    expect(table(rows, ['cohort', 'age', 'state', 'size', 'customers', 'net_sales'])).toEqual([
      ['2024-02-01', 0, 'complete', 2, 2, 80],
      ['2024-02-01', 1, 'complete', 2, 1, 50],
      ['2024-02-01', 2, 'in progress', 2, 0, 0],
      ['2024-04-01', 0, 'in progress', 1, 1, 7],
      [null, null, 'won earlier', null, 2, 65]
    ]);
    expect(coverage.amount).toBe('202.0000');
  });
});

describe('other periods', () => {
  const turn: Given = {
    purchase: [
      bought('ada', '2020-12-27'),
      bought('ada', '2020-12-28'),
      bought('ada', '2021-01-03'),
      bought('ada', '2021-01-04'),
      bought('ada', '2021-12-31'),
      bought('ada', '2022-01-01')
    ]
  };

  it('are weeks from Monday to Sunday, across the end of a year of 53 weeks', async () => {
    const {rows} = await cohorts(turn, {params: {grain: 'week'}});
    const active = rows.filter(({customers}) => customers === 1);
    expect(table(active, ['cohort', 'age', 'period_from', 'period_to', 'net_sales', 'state'])).toEqual([
      ['2020-12-21', 0, '2020-12-21', '2020-12-27', 10, 'complete'],
      ['2020-12-21', 1, '2020-12-28', '2021-01-03', 20, 'complete'],
      ['2020-12-21', 2, '2021-01-04', '2021-01-10', 10, 'complete'],
      ['2020-12-21', 53, '2021-12-27', '2022-01-02', 20, 'in progress']
    ]);
  });

  it('are quarters and years', async () => {
    const quarters = await cohorts(turn, {params: {grain: 'quarter'}});
    expect(table(quarters.rows, ['cohort', 'age', 'period_to', 'customers'])).toEqual([
      ['2020-10-01', 0, '2020-12-31', 1],
      ['2020-10-01', 1, '2021-03-31', 1],
      ['2020-10-01', 2, '2021-06-30', 0],
      ['2020-10-01', 3, '2021-09-30', 0],
      ['2020-10-01', 4, '2021-12-31', 1],
      ['2020-10-01', 5, '2022-03-31', 1]
    ]);
    const years = await cohorts(turn, {params: {grain: 'year'}});
    expect(table(years.rows, ['cohort', 'age', 'customers', 'state'])).toEqual([
      ['2020-01-01', 0, 1, 'complete'],
      ['2020-01-01', 1, 1, 'complete'],
      ['2020-01-01', 2, 1, 'in progress']
    ]);
  });

  it('from the first day have 30 days each, leap day or not', async () => {
    const {rows} = await cohorts(
      {purchase: [bought('ada', '2024-02-01'), bought('ada', '2024-03-01'), bought('ada', '2024-03-02')]},
      {params: {age: 'rolling'}, scope: {as_of: '2024-03-31'}}
    );
    expect(table(rows, ['age', 'customers', 'net_sales', 'state', 'period_from'])).toEqual([
      [0, 1, 20, 'complete', null],
      [1, 1, 10, 'complete', null]
    ]);
  });

  it('from the first day are about those of whom they are over', async () => {
    const purchase = [
      bought('ada', '2024-01-01'),
      bought('ada', '2024-02-10', 4),
      bought('bo', '2024-01-31'),
      bought('bo', '2024-03-05', 6)
    ];
    const {rows} = await cohorts({purchase}, {params: {age: 'rolling'}});
    expect(
      table(rows, [
        'age',
        'state',
        'eligible',
        'base',
        'customers',
        'kept',
        'retained',
        'cumulative_sales_per_customer'
      ])
    ).toEqual([
      [0, 'complete', 2, 2, 2, 2, 1, 10],
      [1, 'partly', 1, 1, 2, 1, 1, 14],
      [2, 'in progress', 0, 1, 0, 0, 0, 14]
    ]);
  });
});

describe('groups', () => {
  const grouped: Given = {
    ...spring,
    customer: [
      {customer_id: 'ada', acquisition_channel: 'fair'},
      {customer_id: 'bo', acquisition_channel: 'web'},
      {customer_id: 'cy', acquisition_channel: 'fair'},
      {customer_id: 'dee', acquisition_channel: 'web'}
    ]
  };

  it('count from each customer’s own first purchase', async () => {
    const {rows} = await cohorts(grouped, {params: {split: 'acquisition_channel'}});
    expect(table(rows, ['cohort', 'group_name', 'age', 'state', 'size', 'eligible', 'kept', 'retained'])).toEqual([
      [null, '', 0, 'in progress', 1, 0, 1, 1],
      [null, 'fair', 0, 'complete', 2, 2, 2, 1],
      [null, 'fair', 1, 'complete', 2, 2, 1, 0.5],
      [null, 'fair', 2, 'partly', 2, 1, 0, 0],
      [null, 'fair', 3, 'in progress', 2, 0, 1, 1],
      [null, 'web', 0, 'complete', 2, 2, 2, 1],
      [null, 'web', 1, 'complete', 2, 2, 1, 0.5],
      [null, 'web', 2, 'partly', 2, 1, 1, 1],
      [null, 'web', 3, 'in progress', 2, 0, 0, 0]
    ]);
  });
});

describe('the sentence about groups', () => {
  it('names those who keep most and fewest, of groups with ten customers or more', async () => {
    const purchase = Array.from({length: 34}, (_, place) => `c${place}`).flatMap((id, place) => [
      bought(id, '2024-01-10'),
      ...(place < 6 || place === 15 || place > 31 ? [bought(id, '2024-02-10')] : []),
      bought(id, '2024-03-31')
    ]);
    const customer = Array.from({length: 34}, (_, place) => ({
      customer_id: `c${place}`,
      segment: place < 12 ? 'home' : place < 32 ? 'trade' : 'two who came back'
    }));
    expect(sentence(await cohorts({purchase, customer}, {params: {split: 'segment'}}))).toBe(
      'Of customers of “home” 50% buy again in the month after, of “trade” 5%; of all together 26.5%.'
    );
  });
});

describe('margins and orders', () => {
  const costly: Given = {
    purchase: [
      bought('ada', '2024-01-05', 100, {cost: 60, transaction_id: 'a'}),
      bought('ada', '2024-01-06', 50, {cost: null, transaction_id: 'a'}),
      bought('bo', '2024-01-07', 30, {cost: 40, transaction_id: 'b'}),
      bought('ada', '2024-02-08', 20, {cost: 5, transaction_id: 'c'}),
      bought('ada', '2024-02-09', 20, {cost: 5, transaction_id: 'd'})
    ]
  };

  it('add up what was earned on purchases with a known cost, per customer won', async () => {
    const {rows} = await cohorts(costly, {params: {figure: 'cumulative_margin'}});
    expect(table(rows, ['age', 'cumulative_margin_per_customer', 'cumulative_sales_per_customer'])).toEqual([
      [0, 15, 90],
      [1, 30, 110]
    ]);
  });

  it('have no margin where no cost is known', async () => {
    const {rows} = await cohorts(spring, {params: {figure: 'cumulative_margin'}});
    expect(rows.every((row) => row['cumulative_margin_per_customer'] === null)).toBe(true);
  });

  it('count orders by their ids, on their first day', async () => {
    const {rows} = await cohorts(costly, {params: {figure: 'orders'}});
    expect(table(rows, ['age', 'orders', 'average_order'])).toEqual([
      [0, 2, 90],
      [1, 2, 20]
    ]);
  });

  it('are not computed where nothing shows them', async () => {
    const {rows} = await cohorts(costly);
    expect(table(rows, ['orders', 'average_order', 'cumulative_margin_per_customer'])).toEqual([
      [null, null, null],
      [null, null, null]
    ]);
  });
});

describe('the customers behind', () => {
  const params: CohortParams = initialParams(specs);

  async function behind(rows: Given, asked: Asked, select: (told: Told) => Selection): Promise<unknown[][]> {
    const told = await cohorts(rows, asked);
    const answer = await runAnalysis(engine, await questionOf(engine, 'cohorts', asked));
    const {rows: list} = await customersBehind(engine, answer, select(told));
    await release(engine, answer);
    return table(list, ['customer_id', 'active', 'net_sales']);
  }

  const cell = (told: Told, cohort: string, age: number): CellRow =>
    (told.parts['cells'] ?? []).find((row) => row['cohort'] === cohort && row['age'] === age) as unknown as CellRow;

  it('are those who bought in a cell, or those who didn’t', async () => {
    const january = (side: 'active' | 'inactive') => (told: Told) => ofCell(cell(told, '2024-01-01', 1), side, params);
    expect(await behind(spring, {}, january('active'))).toEqual([['ada', true, 20]]);
    expect(await behind(spring, {}, january('inactive'))).toEqual([['bo', false, 0]]);
  });

  it('are all of a cohort', async () => {
    expect(await behind(spring, {}, (told) => ofCohort(cell(told, '2024-02-01', 0), params))).toEqual([
      ['dee', true, 50],
      ['cy', true, 30]
    ]);
  });

  it('of an age are those of all cohorts of which it is over', async () => {
    const age = (told: Told) => ofAge((told.parts['averages'] ?? [])[1] as unknown as AverageRow, 'active', params);
    expect(await behind(spring, {}, age)).toEqual([
      ['dee', true, 50],
      ['ada', true, 20]
    ]);
  });

  it('of a ratio are only those of whom the period is over', async () => {
    const purchase = [bought('ada', '2024-01-01'), bought('bo', '2024-01-31'), bought('bo', '2024-03-05', 6)];
    const asked = {params: {age: 'rolling'}};
    const kept = (told: Told) => ofCell(cell(told, '2024-01-01', 1), 'active', {...params, age: 'rolling'});
    expect(await behind({purchase}, asked, kept)).toEqual([]);
    const counted = (told: Told) =>
      ofCell(cell(told, '2024-01-01', 1), 'active', {...params, age: 'rolling', figure: 'customers'});
    expect(await behind({purchase}, asked, counted)).toEqual([['bo', true, 6]]);
  });

  it('of what belongs to no cohort are named too', async () => {
    const rows = {purchase: [bought('ada', '2024-01-05', 10), bought('bo', '2024-01-06', -3)]};
    const never = (told: Told) => ofRow(told.rows[1] ?? {}, params);
    expect(await behind(rows, {}, never)).toEqual([['bo', false, -3]]);
  });
});

describe('what winning a customer cost', () => {
  const rows: Given = {
    purchase: [
      bought('ada', '2024-01-05', 10, {cost: 4}),
      bought('ada', '2024-02-05', 30, {cost: 10}),
      bought('bo', '2024-01-06', 8, {cost: 4}),
      bought('cy', '2024-02-10', 50, {cost: 20}),
      bought('cy', '2024-03-31', 1, {cost: 1})
    ],
    customer: [
      {customer_id: 'ada', acquisition_cost: 20},
      {customer_id: 'bo', acquisition_cost: 6},
      {customer_id: 'cy'},
      {customer_id: 'dee', acquisition_cost: 500}
    ]
  };
  const margin = {params: {figure: 'cumulative_margin'}};
  const paid = ({parts}: Told, chosen?: string) =>
    paybackOf(
      {
        cells: (parts['cells'] ?? []) as unknown as CellRow[],
        averages: (parts['averages'] ?? []) as unknown as AverageRow[],
        costs: (parts['costs'] ?? []) as unknown as CostRow[]
      },
      chosen
    );

  it('is the mean of the costs on file, of the customers of a cohort and of all', async () => {
    const {parts} = await cohorts(rows, margin);
    expect(table(parts['costs'], ['cohort', 'customers', 'costs', 'cost'])).toEqual([
      ['2024-01-01', 2, 2, 13],
      [null, 3, 2, 13]
    ]);
  });

  it('is paid back at the first age at which margin has added up to it', async () => {
    const told = await cohorts(rows, margin);
    // ada 6 and bo 4 in January: 5 each; ada 20 more in February: 15 each
    expect(paid(told, '2024-01-01')).toEqual({cost: 13, costs: 2, customers: 2, age: 1, seen: 2});
    // at age 0 all three: (6 + 4 + 30) / 3 = 13.33
    expect(paid(told)).toEqual({cost: 13, costs: 2, customers: 3, age: 0, seen: 2});
    expect(paid(told, '2024-02-01')).toBeUndefined();
    expect(sentence(told)).toContain('Winning one cost 13.00, which margin has paid back in the first month.');
  });

  it('isn’t paid back while margin hasn’t added up to it', async () => {
    const dear = {...rows, customer: [{customer_id: 'ada', acquisition_cost: 900}]};
    const told = await cohorts(dear, margin);
    expect(paid(told)).toMatchObject({cost: 900, costs: 1, customers: 3, age: null, seen: 2});
    expect(sentence(told)).toContain('Winning one cost 900.00, which margin hasn’t paid back 2 months later.');
  });

  it('is asked for only where margins are shown', async () => {
    expect((await cohorts(rows)).parts['costs']).toEqual([]);
  });

  it('is of each group where cohorts are groups', async () => {
    const grouped = {
      ...rows,
      customer: rows.customer?.map((one, place) => ({...one, segment: place === 0 ? 'X' : ''}))
    };
    const {parts} = await cohorts(grouped as Given, {params: {figure: 'cumulative_margin', split: 'segment'}});
    expect(table(parts['costs'], ['group_name', 'customers', 'costs', 'cost'])).toEqual([
      ['', 2, 1, 6],
      ['X', 1, 1, 20],
      [null, 3, 2, 13]
    ]);
  });
});
