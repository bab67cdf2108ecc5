import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {corpus, data, hasCorpus, hasData, sourceOf} from '../../../test/corpus';
import {testEngine} from '../../../test/engine';
import type {Engine} from '../../engine/engine';
import {ingest} from '../../messages/ingest';
import {checkRecipe} from '../mapping/check';
import {guess, withoutPreset} from '../guess/guess';
import {inspect} from '../look/inspect';
import {load} from '../load';
import {typeOfRole} from '../guess/role-format';
import type {FileMapping, Inspection} from '../types';
import {plainName, presetFor, presets} from './presets';
import {samples} from '../../../test/presets/samples';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

describe('every preset', () => {
  it('has a name of its own, roles of its table and a sample', () => {
    expect(new Set(presets.map(({name}) => name)).size).toBe(presets.length);
    expect(Object.keys(samples).sort()).toEqual(presets.map(({name}) => name).sort());
    for (const {name, table, roles} of presets)
      for (const role of Object.keys(roles)) expect(typeOfRole(table, role), `${name}: ${role}`).toBeDefined();
  });

  it('is in the table of the documentation, with all that it was written from', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../../docs/presets.md'), 'utf8');
    for (const {name, system, sources, sampled} of presets) {
      const line = docs.split('\n').find((text) => text.includes(`\`${name}\``)) ?? '';
      expect(line, name).toContain(system);
      expect(line, name).toContain(sampled ? '| a public sample |' : '| made-up files   |');
      for (const source of sources) expect(line, name).toContain(source);
    }
  });
});

describe('an export is recognised and read as its preset says', () => {
  it.each(Object.entries(samples))('%s', async (name, {text, roles, used, amount, reasons = {}}) => {
    const inspection = await look(text);
    expect(presetFor(inspection)?.name).toBe(name);
    const {files} = guess([inspection]);
    const [mapping] = files;
    if (!mapping) throw new Error('no mapping');
    expect(mapping.preset).toBe(name);
    expect(ingest.t('table.preset', mapping.reason?.values)).not.toContain('a list');
    expect(named(mapping)).toEqual(roles);
    if (mapping.table !== 'purchase' || amount === undefined) return;
    const recipe = {version: 1 as const, files, rules: guess([]).rules};
    expect(checkRecipe(recipe)).toEqual([]);
    const {receipt} = await load(engine, [inspection.source], recipe);
    expect(receipt.files[0]).toMatchObject({used, amount: {used: amount}});
    expect(receipt.files[0]?.reasons).toEqual(reasons);
  });

  it('also with further columns, in another order, and in other letters', async () => {
    const {text} = samples['salesforce/opportunities'] ?? {text: ''};
    const lines = text
      .trim()
      .split('\n')
      .map((line) => ['x', ...line.split(',').reverse(), 'y'].join(','));
    lines[0] = (lines[0] ?? '').toUpperCase().replace('X,', 'Region__c,');
    const [mapping] = guess([await look(lines.join('\n'))]).files;
    expect(mapping?.preset).toBe('salesforce/opportunities');
    expect(mapping?.header[mapping.roles['amount']?.column ?? -1]).toBe('AMOUNT');
  });

  it('can do without its preset', async () => {
    const {text} = samples['shopify/orders'] ?? {text: ''};
    const plain = withoutPreset(await look(text));
    expect(plain).not.toHaveProperty('preset');
    expect(plain).not.toHaveProperty('fill');
  });
});

it('takes headers for the same whatever marks they have', () => {
  expect(plainName('*ContactName')).toBe(plainName('Contact Name'));
  expect(plainName(' Amount_Refunded ')).toBe(plainName('Amount Refunded'));
  expect(plainName('Счёт №')).toBe(plainName('счет №'));
  expect(plainName('Order #')).not.toBe(plainName('Order'));
});

it('knows no file without names', async () => {
  expect(presetFor(await look('1,2,3\n4,5,6\n'))).toBeNull();
});

describe.skipIf(!hasData || !hasCorpus)('files of other systems (../shared is absent)', () => {
  const own: Record<string, string> = {
    'bank2ynab/20180226-1000594757-umsatz.CSV': 'bank/sparkasse',
    'bank2ynab/2018-04-14_10-52-13_bunq-transactieoverzicht.csv': 'bank/bunq',
    'bank2ynab/2019-03-02_11-50-46_bunq-statement.csv': 'bank/bunq',
    'bank2ynab/CSV_A_20180414_112204.csv': 'bank/rabobank',
    'bank2ynab/export_BE11123456789012_20180304_1422.csv': 'bank/kbc',
    'bank2ynab/20171001-20171106.csv': 'bank/n26',
    'bank2ynab/MonzoDataExport_February2018_2018-02-26_174335.csv': 'bank/monzo'
  };

  const funnel: Record<string, string> = {
    'olist_funnel/olist_marketing_qualified_leads_dataset.csv': 'olist/leads',
    'olist_funnel/olist_closed_deals_dataset.csv': 'olist/deals'
  };

  it.each([
    ['data', data],
    ['corpus', corpus]
  ])(
    'of the %s are left alone',
    async (_, root) => {
      const found: Record<string, string> = {};
      for (const path of textFiles(root)) {
        const inspection = await looked(path);
        const preset = inspection && presetFor(inspection);
        if (preset) found[relative(root, path)] = preset.name;
      }
      expect(found).toEqual(root === corpus ? own : funnel);
    },
    120_000
  );
});

function textFiles(root: string): string[] {
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(csv|tsv|txt)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The beginning of a file, which has its column names; null where it is no table. */
async function looked(path: string): Promise<Inspection | null> {
  const source = await sourceOf(path);
  try {
    return await inspect({...source, blob: source.blob.slice(0, 16_384)});
  } catch {
    return null;
  }
}

function named({roles, header}: FileMapping): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(roles).map(([role, {column}]) => [role, header[column]]));
}

let looks = 0;

async function look(text: string): Promise<Inspection> {
  return inspect({id: `p${++looks}`, name: 'export.csv', blob: new Blob([text])});
}
