import {describe, expect, it} from 'vitest';
import {ingest} from '../../messages/ingest';
import {applyMapping, checkRecipe} from './apply';
import {guess} from '../guess/guess';
import {inspect} from '../look/inspect';
import {reused, type Change, type Reused} from './reuse';
import type {FileMapping, Inspection, Recipe} from '../types';

const february = [
  'Kundnr;Fakturadatum;Fakturanr;Belopp;Antal;Anm',
  '1;13.02.2024;100;12,50;1;a',
  '2;14.02.2024;101;1 250,75;2;b',
  '1;15.02.2024;102;3,25;1;c',
  ''
].join('\n');

describe('an earlier mapping on next month’s file', () => {
  it('says nothing of a file of the same shape', async () => {
    const {reports, recipe} = await onto('march.csv', february.replaceAll('.02.', '.03.'));
    expect(reports).toEqual([{file: 'march.csv', from: 'february.csv', found: 5, changes: []}]);
    expect(named(recipe.files[0])).toEqual({
      customer_id: 'Kundnr',
      purchased_on: 'Fakturadatum',
      transaction_id: 'Fakturanr',
      amount: 'Belopp',
      quantity: 'Antal'
    });
  });

  it('finds columns by name wherever they are, and tells new ones and those that went', async () => {
    const text = [
      'Belopp;Kundnr;Fakturanr;Land;Antal;Fakturadatum',
      '7,50;1;200;SE;1;13.03.2024',
      '8,25;2;201;SE;2;14.03.2024',
      ''
    ];
    const {reports, recipe} = await onto('march.csv', text.join('\n'));
    expect(keysOf(reports)).toEqual(['changed.gone', 'changed.new', 'changed.moved']);
    expect(reports[0]?.changes.map(({values}) => values)).toEqual([
      {count: 1, columns: '“Anm”'},
      {count: 1, columns: '“Land”'},
      {count: 3}
    ]);
    expect(named(recipe.files[0])).toMatchObject({amount: 'Belopp', customer_id: 'Kundnr', quantity: 'Antal'});
  });

  it('proposes a column that is named alike, or means the same', async () => {
    const text = february.replace('Kundnr;', 'Kund-nr;').replace('Belopp', 'Amount').replaceAll('.02.', '.03.');
    const {reports, recipe} = await onto('march.csv', text);
    expect(reports[0]?.changes.map(({key, values}) => [key, values])).toEqual([
      ['changed.renamed', {old: 'Kundnr', now: 'Kund-nr'}],
      ['changed.renamed', {old: 'Belopp', now: 'Amount'}]
    ]);
    expect(named(recipe.files[0])).toMatchObject({customer_id: 'Kund-nr', amount: 'Amount'});
    expect(checkRecipe(recipe)).toEqual([]);
  });

  it('guesses what is gone without a likely new name, and says what can’t be found', async () => {
    const text = february
      .replace('Fakturadatum', 'Betalningsdag')
      .replace('Antal', 'Vikt')
      .replaceAll(/;(\d);([abc])/g, ';x$1;$2')
      .replaceAll('.02.', '.03.');
    const {reports, recipe} = await onto('march.csv', text);
    const changes = reports[0]?.changes ?? [];
    expect(changes).toContainEqual({
      key: 'changed.guessed',
      values: {column: 'Fakturadatum', role: 'Date', now: 'Betalningsdag'}
    });
    expect(changes).toContainEqual({key: 'changed.missing', values: {column: 'Antal', role: 'Quantity'}});
    expect(recipe.files[0]?.roles).not.toHaveProperty('quantity');
    expect(checkRecipe(recipe)).toEqual([]);
  });

  it('leaves the recipe to be completed where something required is gone, instead of failing', async () => {
    const text = 'Kundnr;Fakturanr;Belopp;Antal\n1;300;1,50;1\n2;301;2,50;2\n';
    const {reports, recipe} = await onto('march.csv', text);
    expect(keysOf(reports)).toContain('changed.missing');
    expect(checkRecipe(recipe).map(({role}) => role)).toEqual(['purchased_on']);
  });

  it('reads dates and numbers as they are written now', async () => {
    const text = [
      'Kundnr,Fakturadatum,Fakturanr,Belopp,Antal,Anm',
      '1,2024-03-13,100,12.50,1,a',
      '2,2024-03-14,101,1250.75,2,b',
      ''
    ].join('\n');
    const {reports, recipe} = await onto('march.csv', text);
    expect(reports[0]?.changes).toEqual([
      {key: 'changed.delimiter', values: {old: ';', now: ','}},
      {key: 'changed.date', values: {column: 'Fakturadatum', old: '%d.%m.%Y', now: '%Y-%m-%d'}},
      {key: 'changed.number', values: {column: 'Belopp', old: ',', now: '.'}}
    ]);
    expect(recipe.files[0]?.roles).toMatchObject({
      purchased_on: {format: {date: '%Y-%m-%d'}},
      amount: {format: {decimal: '.'}}
    });
  });

  it('keeps an order of day and month that nothing speaks against', async () => {
    const first = 'who,day,total\nA,13/02/2024,5.25\nB,14/02/2024,2.50\nA,15/02/2024,1.50\n';
    const open = 'who,day,total\nA,01/03/2024,5.25\nB,02/03/2024,2.50\nA,03/04/2024,1.50\n';
    const {reports, recipe} = await onto('march.csv', open, first);
    expect(reports[0]?.changes).toEqual([]);
    expect(recipe.files[0]?.roles['purchased_on']?.format.date).toBe('%d/%m/%Y');
    const {reports: turned} = await onto('march.csv', open.replace('02/03', '03/22'), first);
    expect(keysOf(turned)).toEqual(['changed.date']);
  });

  it('moves the rules about rows with their columns, and says which one has none', async () => {
    const saved = await savedFrom(february);
    const [file] = saved.files;
    if (!file) throw new Error('no file');
    const ruled: Recipe = {
      ...saved,
      files: [
        {
          ...file,
          fill: {within: 2, columns: [0]},
          only: [
            {column: 5, keeps: 'others', values: ['z']},
            {column: 3, keeps: 'positive'}
          ]
        }
      ]
    };
    const text = 'Belopp;Antal;Kundnr;Fakturadatum;Fakturanr\n7,50;1;1;13.03.2024;200\n8,25;2;2;14.03.2024;201\n';
    const {recipe, reports} = await applied('march.csv', text, ruled);
    expect(recipe.files[0]).toMatchObject({fill: {within: 4, columns: [2]}, only: [{column: 0, keeps: 'positive'}]});
    expect(reports[0]?.changes).toContainEqual({key: 'changed.rule', values: {column: 'Anm'}});
  });

  it('drops lookups whose file is not there, and says so', async () => {
    const saved = await savedFrom(february);
    const [file] = saved.files;
    if (!file) throw new Error('no file');
    const lookups = [{file: 'kunder.csv', from: 0, key: 0, columns: [1], names: ['Namn'], several: 'first' as const}];
    const looked = {...saved, files: [{...file, lookups, roles: {...file.roles, country: {column: 6, format: {}}}}]};
    const {recipe, reports} = await applied('march.csv', february, looked);
    expect(recipe.files[0]).not.toHaveProperty('lookups');
    expect(recipe.files[0]?.roles).not.toHaveProperty('country');
    expect(keysOf(reports)).toEqual(['changed.missing', 'changed.lookups']);
  });

  it('leaves other files alone', async () => {
    const saved = await savedFrom(february);
    const next = [await look('march.csv', february), await look('other.csv', 'a,b\n1,2\n3,4\n')];
    const {reports, recipe} = reused(guess(next), next, saved);
    expect(reports.map((report) => report?.from ?? null)).toEqual(['february.csv', null]);
    expect(recipe.files[1]).toEqual(guess(next).files[1]);
  });

  it('words every change', async () => {
    const text = 'Kund-nr,Fakturadatum,Belopp,Vikt\n1,2024-03-13,12.50,x\n2,2024-03-14,1250.75,y\n';
    const {reports} = await onto('march.csv', text);
    for (const change of reports[0]?.changes ?? []) expect(said(change)).not.toMatch(/\{|changed\./);
  });
});

function said({key, values}: Change): string {
  if (!ingest.has(key)) throw new Error(`no words: ${key}`);
  return ingest.t(key, values);
}

const keysOf = (reports: Reused['reports']): string[] => (reports[0]?.changes ?? []).map(({key}) => key);

function named(mapping: FileMapping | undefined): Record<string, string | undefined> {
  const roles = Object.entries(mapping?.roles ?? {});
  return Object.fromEntries(roles.map(([role, {column}]) => [role, mapping?.header[column]]));
}

async function savedFrom(text: string): Promise<Recipe> {
  const inspections = [await look('february.csv', text)];
  const recipe = applyMapping(guess(inspections), inspections);
  return JSON.parse(JSON.stringify(recipe)) as Recipe;
}

async function onto(name: string, text: string, first = february): Promise<Reused> {
  return applied(name, text, await savedFrom(first));
}

async function applied(name: string, text: string, recipe: Recipe): Promise<Reused> {
  const next = [await look(name, text)];
  return reused(guess(next), next, recipe);
}

async function look(name: string, text: string): Promise<Inspection> {
  return inspect({id: 'f1', name, blob: new Blob([text])});
}
