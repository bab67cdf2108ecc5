import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import Papa from 'papaparse';
import {beforeAll, describe, expect, it} from 'vitest';
import {guess} from '../../src/ingest/guess/guess';
import {load} from '../../src/ingest/load';
import {inspect} from '../../src/ingest/look/inspect';
import type {Engine} from '../../src/engine/engine';
import {ask, sentence} from '../ask';
import {data, hasData, sourceOf} from '../corpus';
import {testEngine} from '../engine';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

/** Loads files as a drop does. */
async function dropped(...paths: string[]) {
  const sources = await Promise.all(paths.map((path) => sourceOf(join(data, path))));
  const numbered = sources.map((source, index) => ({...source, id: `f${index + 1}`}));
  return load(engine, numbered, guess(await Promise.all(numbered.map((source) => inspect(source)))));
}

function rowsOf(path: string): Record<string, string>[] {
  const text = readFileSync(join(data, path), 'utf8');
  return Papa.parse<Record<string, string>>(text, {header: true, skipEmptyLines: true}).data;
}

const day = (text: string): number => {
  const [first = '', second = '', third = ''] = text.slice(0, 10).split(/[/-]/);
  const [year, month, date] = text.includes('/') ? [third, first, second] : [first, second, third];
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000;
};

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

describe.skipIf(!hasData)('Olist’s funnel, dropped (skipped where ../shared/data is absent)', () => {
  const [leads, deals] = ['marketing_qualified_leads', 'closed_deals'].map(
    (name) => `olist_funnel/olist_${name}_dataset.csv`
  ) as [string, string];

  it('842 of 8,000 leads are won (10.525 %), in 14 days (median), one before its first contact', async () => {
    const {receipt} = await dropped(leads, deals);
    expect(receipt.tables.interaction.rows).toBe(8842);
    expect(receipt.kinds.sale.rows + receipt.kinds.free.rows).toBe(842);
    const told = await ask(engine, 'acquisition');
    expect(told.rows).toMatchObject([
      {place: 0, step: 'start', people: 8000, lost: 0, open: 7158},
      {place: 1, step: 'won', stage: 'Won', people: 842, step_share: 842 / 8000, start_share: 842 / 8000, timed: 841}
    ]);
    expect(told.parts['summary']).toMatchObject([{leads: 8000, won: 842, share: 0.10525, early: 1, before: 0}]);
    expect(told.rows[1]?.['median_days']).toBe(14);
    expect(sentence(told)).toBe(
      'Of 8,000 leads since Jun 2017, 842 (10.5%) became customers, half of them within 14 days. 7,158 are still open.'
    );
  });

  it('gives each channel what the files say', async () => {
    const told = await ask(engine, 'acquisition');
    const won = new Set(rowsOf(deals).map((row) => row['mql_id']));
    const counts = new Map<string, [number, number]>();
    for (const {mql_id, origin = ''} of rowsOf(leads)) {
      const [all, one] = counts.get(origin) ?? [0, 0];
      counts.set(origin, [all + 1, one + (won.has(mql_id) ? 1 : 0)]);
    }
    const groups = (told.parts['groups'] ?? []).map((row) => [row['lead_group'], row['leads'], row['won']]);
    expect(groups.sort()).toEqual([...counts].map(([origin, [all, one]]) => [origin, all, one]).sort());
  });

  it('gives each owner the deals that the file says, and says that no others are known', async () => {
    const told = await ask(engine, 'acquisition', {params: {leads_by: 'owner'}});
    const counts = new Map<string, number>();
    for (const {sr_id = ''} of rowsOf(deals)) counts.set(sr_id, (counts.get(sr_id) ?? 0) + 1);
    const groups = (told.parts['groups'] ?? []).filter(({lead_group}) => lead_group !== '');
    expect(groups.map((row) => [row['lead_group'], row['won']]).sort()).toEqual([...counts].sort());
    expect(told.parts['summary']).toMatchObject([{owners: 842, owners_not_won: 0}]);
  });
});

describe.skipIf(!hasData)('a pipeline of a CRM, dropped (skipped where ../shared/data is absent)', () => {
  const path = 'crm_opportunities/sales_pipeline.csv';

  it('counts each deal once, those without an account too, and says what it set aside', async () => {
    const {receipt} = await dropped(path);
    const rows = rowsOf(path);
    const [pipeline] = receipt.files;
    expect(pipeline?.also?.map(({used, reasons}) => [used, reasons])).toEqual([
      [8300, {'left out by rule': 500}],
      [6711, {'left out by rule': 2089}]
    ]);
    const told = await ask(engine, 'acquisition');
    const begun = rows.filter((row) => row['engage_date'] !== '');
    const won = begun.filter((row) => row['deal_stage'] === 'Won');
    const lost = begun.filter((row) => row['deal_stage'] === 'Lost');
    const days = won.map((row) => day(row['close_date'] ?? '') - day(row['engage_date'] ?? ''));
    expect([begun.length, won.length, lost.length]).toEqual([8300, 4238, 2473]);
    expect(told.rows).toMatchObject([
      {place: 0, step: 'start', stage: 'Engaging', people: 8300, lost: 2473, open: 1589},
      {place: 1, step: 'won', stage: 'Won', people: 4238, median_days: median(days), timed: 4238}
    ]);
    expect(told.parts['summary']).toMatchObject([{decided_share: 4238 / 6711, early: 0, before: 0}]);
  });

  it('gives each agent what the file says', async () => {
    const told = await ask(engine, 'acquisition', {params: {leads_by: 'owner'}});
    const counts = new Map<string, {leads: number; won: number; lost: number; open: number; days: number[]}>();
    for (const row of rowsOf(path).filter(({engage_date}) => engage_date !== '')) {
      const agent = row['sales_agent'] ?? '';
      const sums = counts.get(agent) ?? {leads: 0, won: 0, lost: 0, open: 0, days: []};
      sums.leads++;
      if (row['deal_stage'] === 'Won') sums.won++;
      else if (row['deal_stage'] === 'Lost') sums.lost++;
      else sums.open++;
      if (row['deal_stage'] === 'Won') sums.days.push(day(row['close_date'] ?? '') - day(row['engage_date'] ?? ''));
      counts.set(agent, sums);
    }
    const groups = told.parts['groups'] ?? [];
    expect(groups).toHaveLength(30);
    for (const row of groups) {
      const {days, ...sums} = counts.get(String(row['lead_group'])) ?? {days: []};
      expect(row).toMatchObject(sums);
      expect(row['median_days']).toBe(median(days));
    }
  });
});
