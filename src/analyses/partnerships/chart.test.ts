import {describe, expect, it} from 'vitest';
import {svg} from '../../../test/svg';
import {initialParams} from '../params';
import {params as specs} from './params';
import type {Account, PeriodRow, PointRow, Summary, WhaleRow} from './parts';
import {scatter} from './scatter';
import type {Side} from './sides';
import {statementRows} from './statement-rows';
import {trend} from './trend';
import {stepsBetween, stepsDown, waterfall} from './waterfall';
import {stops, whale} from './whale';

const params = initialParams(specs);
const currency = 'EUR';

const textbook: Account = {
  ...{net_sales: 7200, cost_of_goods: 4680, gross_profit: 2520, delivery: 240, bonus: 180, returns: 150, database: 60},
  ...{salaries: 900, other: 90, cost_to_serve: 1620, profit: 900, acquisition: 100}
};
const bare: Account = {
  ...{
    net_sales: 1000,
    cost_of_goods: 900,
    gross_profit: 100,
    delivery: 150,
    bonus: null,
    returns: null,
    database: null
  },
  ...{salaries: null, other: null, cost_to_serve: 150, profit: -50, acquisition: null}
};
const side = (name: string, account: Account): Side => ({name, account, average_purchase: 1200, purchases: 6});

const summary: Summary = {
  ...{customers: 3, net_sales: 300, gross_profit: 120, cost_to_serve: 80, profit: 40, uncosted: 0, allocated: 10},
  ...{peak: 60, peak_customers: 2, losing: 1, destroyed: 20, median_margin: 0.4, median_cost: 0.2, without_sales: 0},
  ...{what_if: 0, profit_before: 40, peak_before: 60, peak_customers_before: 2, losing_before: 1, destroyed_before: 20},
  ...{undated: 0, contacts_left_out: 0}
};

describe('the statement', () => {
  it('goes from net sales to what is left, costs taken off, each line of net sales', () => {
    const rows = statementRows([side('Ada', textbook)], params).map(({label, cells: [cell]}) => [
      label,
      ...(cell ?? [])
    ]);
    expect(rows).toEqual([
      ['Average purchase', '1,200.00', ''],
      ['× purchases', '6', ''],
      ['Net sales', '7,200.00', '100%'],
      ['Cost of goods', '−4,680.00', '65%'],
      ['Profit on sales', '2,520.00', '35%'],
      ['Feedback with the buyer', '−570.00', '7.9%'],
      ['Delivery', '−240.00', '3.3%'],
      ['Bonus to store staff', '−180.00', '2.5%'],
      ['Handling of returns', '−150.00', '2.1%'],
      ['Database', '−60.00', '0.8%'],
      ['Salaries of account managers', '−900.00', '12.5%'],
      ['Other', '−90.00', '1.3%'],
      ['Costs of the partnership', '−1,620.00', '22.5%'],
      ['Profitability of the partnership', '900.00', '12.5%'],
      ['Acquisition', '−100.00', '1.4%'],
      ['After acquisition', '800.00', '11.1%']
    ]);
  });

  it('has no amount where nothing is known, and the effect of a difference on what is left', () => {
    const rows = statementRows([side('Ada', textbook), side('Bo', bare)], params);
    const of = (key: string): unknown =>
      rows.filter((row) => row.key === key).map(({cells, difference}) => [cells[1]?.[0], difference]);
    expect(of('salaries')).toEqual([['–', '–']]);
    expect(of('delivery')).toEqual([['−150.00', '+90.00']]);
    expect(of('net_sales')).toEqual([['1,000.00', '−6,200.00']]);
  });
});

describe('the waterfall', () => {
  it('falls from net sales to what is left', async () => {
    await expect(svg(waterfall(stepsDown(side('Ada', textbook)), currency, 640))).toMatchFileSnapshot('waterfall.svg');
  });

  it('leaves out what is not known, and ends at a loss', () => {
    const steps = stepsDown(side('Bo', bare));
    expect(steps.map(({key, from, to}) => [key, from, to])).toEqual([
      ['net_sales', 0, 1000],
      ['cost_of_goods', 1000, 100],
      ['gross_profit', 0, 100],
      ['delivery', 100, -50],
      ['profit', 0, -50]
    ]);
  });

  it('leads from one account to another as a bridge that ends where that one is', async () => {
    const steps = stepsBetween(side('Ada', textbook), side('Bo', bare));
    expect(steps.at(-2)?.to).toBe(-50);
    await expect(svg(waterfall(steps, currency, 640))).toMatchFileSnapshot('bridge.svg');
  });
});

describe('the whale curve', () => {
  const rows: WhaleRow[] = [
    {rank: 0, rank_from: 0, customers_share: 0, cumulative: 0, cumulative_share: 0, before: null},
    {rank: 1, rank_from: 1, customers_share: 1 / 3, cumulative: 50, cumulative_share: 1.25, before: null},
    {rank: 2, rank_from: 2, customers_share: 2 / 3, cumulative: 60, cumulative_share: 1.5, before: null},
    {rank: 3, rank_from: 3, customers_share: 1, cumulative: 40, cumulative_share: 1, before: null}
  ];

  it('rises to its peak and falls', async () => {
    await expect(svg(whale(rows, {summary, currency}, 480))).toMatchFileSnapshot('whale.svg');
  });

  it('shows money where the total is not above 0', () => {
    const money = rows.map((row) => ({...row, cumulative_share: null, before: null}));
    expect(svg(whale(money, {summary, currency}, 480))).toContain('Cumulative profit (EUR)');
  });

  it('stands beside the one without a "what if", in money', async () => {
    const asked = rows.map((row) => ({...row, before: Number(row.cumulative) * 1.5}));
    await expect(svg(whale(asked, {summary, currency}, 480))).toMatchFileSnapshot('whale-what-if.svg');
  });

  it('can be chosen in slices that leave no one out', () => {
    const many = Array.from({length: 101}, (_, rank): WhaleRow => ({
      ...{rank, rank_from: rank, customers_share: rank / 100, cumulative: rank, cumulative_share: null, before: null}
    }));
    const slices = stops(many, {...summary, customers: 100, peak_customers: 33});
    expect(slices[0]?.rank_from).toBe(1);
    expect(slices.at(-1)?.rank).toBe(100);
    slices.slice(1).forEach((slice, place) => expect(slice.rank_from).toBe((slices[place]?.rank ?? 0) + 1));
    expect(slices.map(({rank}) => rank)).toContain(33);
  });
});

describe('sales against cost to serve', () => {
  it('tells losses by form, and many customers by squares', async () => {
    const rows = [point('a', 1, 1000, 100), point('b', 1, 1000, 600), point(null, 40, 50, 10)];
    await expect(svg(scatter(rows, {summary, currency}, 640))).toMatchFileSnapshot('scatter.svg');
  });

  it('has no line where the company earns nothing on sales', () => {
    const drawn = svg(scatter([point('a', 1, 10, 10)], {summary: {...summary, gross_profit: -5}, currency}, 640));
    expect(drawn).not.toContain('break-even');
    expect(drawn).not.toContain('NaN');
  });
});

describe('the partnership over time', () => {
  it('hatches what is covered only in part', async () => {
    const rows = [period('2024-01-01', textbook, true), period('2024-04-01', bare, false)];
    await expect(svg(trend(rows, {grain: 'quarter', currency}, 640))).toMatchFileSnapshot('trend.svg');
  });
});

function point(id: string | null, customers: number, sales: number, cost: number): PointRow {
  return {
    ...{id, name: null, customers, x: sales, y: cost, net_sales: sales, gross_profit: sales * 0.4, cost_to_serve: cost},
    ...{profit: sales * 0.4 - cost, least_sales: sales, most_sales: sales, least_cost: cost, most_cost: cost}
  };
}

const period = (day: string, account: Account, complete: boolean): PeriodRow => ({
  ...account,
  ...{period: day, period_end: day, purchases: 1, complete}
});
