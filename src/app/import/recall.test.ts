import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import type {Engine} from '../../engine/engine';
import {guess} from '../../ingest/guess/guess';
import {inspect} from '../../ingest/look/inspect';
import type {Recipe} from '../../ingest/types';
import {mappingText} from '../../workspace/mapping-file';
import {Mappings} from '../../workspace/mappings';
import {Draft} from './draft.svelte';
import {reader} from './reader';

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

const february = 'who,day,total,list\nA,13/02/2024,5.00,2.50\nB,14/02/2024,7.50,2.50\nA,15/02/2024,2.50,2.50\n';
const march = february.replaceAll('/02/', '/03/');

describe('a mapping that was used before', () => {
  it('is used for a file with the same columns, says so, and can be left', async () => {
    const draft = await drafted(await remembered((recipe) => changed(recipe, 'list')));
    await draft.add([fileOf('march.csv', march)]);
    expect(amountOf(draft)).toBe('list');
    expect(draft.files[0]).toMatchObject({
      recalled: {file: 'february.csv', saved: '2026-03-03T00:00:00.000Z'},
      reuse: {from: 'february.csv', changes: []},
      edited: false
    });
    draft.startAfresh(draft.files[0]?.source.id ?? '');
    expect(amountOf(draft)).toBe('total');
    expect(draft.files[0]?.recalled ?? null).toBeNull();
    expect(draft.last?.what).toBe('afresh');
    draft.undo();
    expect(amountOf(draft)).toBe('list');
  });

  it('does not say again what it did to files that were loaded then', async () => {
    const updating = (recipe: Recipe): Recipe => {
      const {files, ...rest} = changed(recipe, 'list');
      return {...rest, files: files.map((mapping) => ({...mapping, adds: 'update' as const}))};
    };
    const draft = await drafted(await remembered(updating));
    await draft.add([fileOf('march.csv', march)]);
    expect(amountOf(draft)).toBe('list');
    expect(draft.recipe.files[0]).not.toHaveProperty('adds');
  });

  it('is not mentioned where it says what is guessed', async () => {
    const draft = await drafted(await remembered((recipe) => recipe));
    await draft.add([fileOf('march.csv', march)]);
    expect(draft.files[0]?.recalled ?? null).toBeNull();
    expect(draft.files[0]?.mapping?.reason?.key).not.toBe('table.reused');
  });

  it('is not used for a file with other columns', async () => {
    const draft = await drafted(await remembered((recipe) => changed(recipe, 'list')));
    await draft.add([fileOf('march.csv', march.replace('list', 'price'))]);
    expect(draft.files[0]?.recalled ?? null).toBeNull();
  });
});

describe('a mapping file', () => {
  it('dropped with files is used for them, and tells what changed', async () => {
    const draft = await drafted();
    const saved = changed(await recipeOf('february.csv', february), 'list');
    await draft.add([mappingFile(saved), fileOf('march.csv', march.replace('list', 'List price'))]);
    expect(draft.files).toHaveLength(1);
    expect(draft.refused).toBeNull();
    expect(draft.files[0]?.reuse?.from).toBe('february.csv');
    expect(draft.files[0]?.reuse?.changes.map(({key}) => key)).toContain('changed.renamed');
    expect(amountOf(draft)).toBe('List price');
    draft.undo();
    expect(amountOf(draft)).toBe('total');
  });

  it('dropped alone waits for files', async () => {
    const draft = await drafted();
    await draft.add([mappingFile(changed(await recipeOf('february.csv', february), 'list'))]);
    expect(draft.waiting).toBe(true);
    await draft.add([fileOf('march.csv', march)]);
    expect(draft.waiting).toBe(false);
    expect(amountOf(draft)).toBe('list');
  });

  it('that is none, or fits no file, is refused and changes nothing', async () => {
    const draft = await drafted();
    await draft.add([fileOf('march.csv', march)]);
    await draft.useMapping(new File(['{"a": 1}'], 'x.json'));
    expect(draft.refused?.message).toMatch(/x\.json is no mapping/);
    const other = await recipeOf('other.csv', 'a,b,c\n1,2,3\n4,5,6\n');
    await draft.useMapping(mappingFile({...other, files: [...other.files, ...other.files]}));
    expect(draft.refused?.message).toMatch(/other\.csv/);
    expect(amountOf(draft)).toBe('total');
  });
});

it('a preset is switched off and on', async () => {
  const draft = await drafted();
  const text = 'Id,AccountId,StageName,Amount,CloseDate\n1,A,Closed Won,5.00,2024-02-13\n2,B,Open,7.50,2024-02-14\n';
  await draft.add([fileOf('opportunities.csv', text)]);
  const id = draft.files[0]?.source.id ?? '';
  expect(draft.recipe.files[0]).toMatchObject({preset: 'salesforce/opportunities', only: [{column: 2}]});
  draft.dropRule(id, 0);
  expect(draft.recipe.files[0]).not.toHaveProperty('only');
  draft.undo();
  draft.setPreset(id, false);
  expect(draft.recipe.files[0]).not.toHaveProperty('preset');
  expect(draft.recipe.files[0]).not.toHaveProperty('only');
  draft.setPreset(id, true);
  expect(draft.recipe.files[0]).toMatchObject({preset: 'salesforce/opportunities'});
  draft.undo();
  expect(draft.recipe.files[0]).not.toHaveProperty('preset');
});

function amountOf(draft: Draft): string | undefined {
  const [mapping] = draft.recipe.files;
  return mapping?.header[mapping.roles['amount']?.column ?? -1];
}

function changed(recipe: Recipe, amount: string): Recipe {
  return {
    ...recipe,
    files: recipe.files.map((file) => {
      const column = file.header.indexOf(amount);
      const {unit_price: _, ...roles} = file.roles;
      return {...file, roles: {...roles, amount: {column, format: {decimal: '.' as const}}}, amount: 'column' as const};
    })
  };
}

async function recipeOf(name: string, text: string): Promise<Recipe> {
  return guess([await inspect({id: 'f1', name, blob: new Blob([text])})]);
}

async function remembered(change: (recipe: Recipe) => Recipe): Promise<Mappings> {
  const mappings = new Mappings([], null);
  await mappings.remember(change(await recipeOf('february.csv', february)), new Date('2026-03-03'));
  return mappings;
}

let drafts = 0;

async function drafted(mappings?: Mappings): Promise<Draft> {
  const prefix = `recall${++drafts}-`;
  let files = 0;
  return Promise.resolve(new Draft(engine, () => `${prefix}${++files}`, reader(engine, mappings)));
}

const fileOf = (name: string, text: string): File => new File([text], name);
const mappingFile = (recipe: Recipe): File => new File([mappingText(recipe)], 'february.rapport-mapping.json');
