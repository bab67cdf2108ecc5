import {beforeEach, expect, it, vi} from 'vitest';
import type {Engine} from '../../engine/engine';
import {FileError, MappingError} from '../../engine/errors';
import {applyMapping, type PersonsMapping} from '../../ingest/mapping/apply';
import type {ColumnProfile, FileMapping, Inspection, LookupReceipt, Recipe, Source} from '../../ingest/types';
import {Draft} from './draft.svelte';
import type {Overrides, Preview, Reader, Unfolded, UnfoldOptions} from './reader';

let world: World;
let draft: Draft;

beforeEach(() => {
  vi.useFakeTimers();
  world = new World();
  draft = new Draft({} as Engine, undefined, world);
  return () => vi.useRealTimers();
});

it('guesses how to read each file, and reads its first rows so', async () => {
  await draft.add([file('sales.csv', 'id,day,sum')]);
  await settle();
  expect(draft.recipe.files.map(({table, roles}) => [table, Object.keys(roles)])).toEqual([
    ['purchase', ['customer_id', 'purchased_on', 'amount']]
  ]);
  expect(draft.files[0]?.preview?.result).toBe(world.previewOf(draft.recipe.files[0]));
  expect(draft.ready).toBe(true);
});

it('keeps the error of a file that cannot be read, and goes on with the others', async () => {
  await draft.add([file('bad.csv', ''), file('sales.csv', 'id,day,sum')]);
  expect(draft.files.map(({error}) => error?.message)).toEqual(['empty: bad.csv', undefined]);
  expect(draft.sources.map(({name}) => name)).toEqual(['sales.csv']);
  expect(draft.ready).toBe(true);
  draft.remove(draft.files[0]?.source.id ?? '');
  expect(draft.files.map(({source}) => source.name)).toEqual(['sales.csv']);
});

it('takes the same file once', async () => {
  const sales = file('sales.csv', 'id,day,sum');
  await draft.add([sales, sales]);
  await draft.add([sales]);
  expect(draft.sources).toHaveLength(1);
  expect(draft.files.filter(({error}) => error instanceof FileError)).toHaveLength(2);
});

it('tells files of the same name apart', async () => {
  await draft.add([file('sales.csv', 'id,day,sum'), file('sales.csv', 'id,day,sum,x'), file('sales.csv', 'id')]);
  expect(draft.sources.map(({name}) => name)).toEqual(['sales.csv', 'sales (2).csv', 'sales (3).csv']);
  expect(draft.recipe.files.map(({file}) => file)).toEqual(['sales.csv', 'sales (2).csv', 'sales (3).csv']);
});

it('makes an edit again that was taken back, until another is made', async () => {
  await draft.add([file('sales.csv', 'id,day,price')]);
  draft.setRole('f1', column(2, 'price'), 'amount');
  draft.undo();
  expect([draft.ready, draft.next?.what]).toEqual([false, 'role']);
  draft.redo();
  expect([draft.ready, draft.next, draft.last?.what]).toEqual([true, null, 'role']);
  draft.remove('f1');
  draft.undo();
  draft.redo();
  expect(draft.files).toEqual([]);
  draft.undo();
  draft.undo();
  draft.setRules({returns: 'leave out'});
  expect([draft.next, draft.files.length]).toEqual([null, 1]);
});

it('leaves a part of a table out, and what is said of the others is not said of it', async () => {
  await draft.add([file('a.csv', 'id,day,sum,x'), file('b.csv', 'id,day,sum,x'), file('c.csv', 'id,day,sum,x')]);
  draft.setRead('f1', false);
  expect(draft.groups.map(({lead, others}) => [lead.source.id, ...others.map(({source}) => source.id)])).toEqual([
    ['f2', 'f1', 'f3']
  ]);
  draft.setRole('f2', column(3, 'x'), 'category');
  expect(draft.files.map(({mapping}) => [mapping?.table, mapping?.roles['category']?.column])).toEqual([
    [null, undefined],
    ['purchase', 3],
    ['purchase', 3]
  ]);
  draft.setRead('f1', true);
  expect(draft.files[0]?.mapping?.table).toBe('purchase');
  draft.undo();
  expect([draft.files[0]?.mapping?.table, draft.isLeft('f1')]).toEqual([null, true]);
});

it('says which role is missing', async () => {
  await draft.add([file('sales.csv', 'id,day,price')]);
  expect(draft.problems.map(({file, role}) => [file, role])).toEqual([['sales.csv', 'amount']]);
  expect(draft.ready).toBe(false);
  draft.setRole('f1', column(2, 'price'), 'amount');
  expect(draft.ready).toBe(true);
});

it('guesses all files anew when one is added, but keeps what the person changed', async () => {
  await draft.add([file('sales.csv', 'id,day,sum'), file('more.csv', 'no,date,total')]);
  draft.setRole('f1', column(1, 'day'), null);
  world.table = 'interaction';
  await draft.add([file('people.csv', 'id,name')]);
  expect(draft.recipe.files.map(({table}) => table)).toEqual(['purchase', 'interaction', 'interaction']);
  expect(draft.recipe.files[0]?.roles).not.toHaveProperty('purchased_on');
});

it('takes edits back one by one, also a file that was taken out', async () => {
  await draft.add([file('sales.csv', 'id,day,sum'), file('more.csv', 'no,date,total')]);
  const before = draft.recipe;
  draft.setTable('f1', 'interaction');
  draft.setRules({returns: 'leave out'});
  draft.remove('f1');
  expect(draft.last).toEqual({what: 'remove', about: 'sales.csv'});
  draft.undo();
  expect(draft.recipe.files.map(({table}) => table)).toEqual(['interaction', 'purchase']);
  expect(draft.rules.returns).toBe('leave out');
  draft.undo();
  draft.undo();
  expect(draft.recipe).toEqual(before);
  expect(draft.last).toBeNull();
});

it('what is said of a file holds for those that are one table with it, until one is read on its own', async () => {
  await draft.add([file('jan.csv', 'id,day,sum'), file('feb.csv', 'sum,id,day'), file('people.csv', 'key,name')]);
  expect(draft.groups.map(({lead, others}) => [lead, ...others].map(({source}) => source.name))).toEqual([
    ['jan.csv', 'feb.csv'],
    ['people.csv']
  ]);
  draft.setRole('f1', column(1, 'day'), null);
  expect(draft.recipe.files.map(({roles}) => roles['purchased_on']?.column)).toEqual([undefined, undefined, undefined]);
  draft.setRole('f1', column(1, 'day'), 'purchased_on');
  await draft.add([file('mar.csv', 'day,sum,id')]);
  expect(draft.recipe.files.map(({roles}) => roles['purchased_on']?.column)).toEqual([1, 2, undefined, 0]);
  draft.setApart('f2');
  draft.setTable('f1', 'interaction');
  expect(draft.recipe.files.map(({table}) => table)).toEqual(['interaction', 'purchase', 'purchase', 'interaction']);
  draft.undo();
  draft.undo();
  expect(draft.groups.map(({others}) => others.length)).toEqual([2, 0]);
  expect(draft.recipe.files.map(({table}) => table)).toEqual(['purchase', 'purchase', 'purchase', 'purchase']);
});

it('an undo leaves alone what came after the edit', async () => {
  await draft.add([file('sales.csv', 'id,day,sum')]);
  draft.setCurrency('f1', 'SEK');
  await draft.add([file('more.csv', 'id,day,sum')]);
  draft.undo();
  expect(draft.sources).toHaveLength(2);
  expect(draft.recipe.files[0]).not.toHaveProperty('currency');
});

it('reads the bytes in another way, and keeps the roles of as many columns', async () => {
  await draft.add([file('sales.csv', 'id,day,sum')]);
  draft.setRole('f1', column(1, 'day'), null);
  await draft.setReading('f1', {encoding: 'windows-1252'});
  expect(draft.recipe.files[0]).toMatchObject({encoding: 'windows-1252', roles: {customer_id: {column: 0}}});
  expect(draft.recipe.files[0]?.roles).not.toHaveProperty('purchased_on');
  await draft.setReading('f1', {dialect: {delimiter: ';'}});
  expect(draft.recipe.files[0]?.header).toEqual(['id,day,sum']);
  expect(world.asked).toEqual({encoding: 'windows-1252', dialect: {delimiter: ';'}});
  draft.undo();
  draft.undo();
  expect(draft.recipe.files[0]).toMatchObject({encoding: 'utf-8', header: ['id', 'day', 'sum']});
});

it('keeps how the file was read where it cannot be read in the other way', async () => {
  await draft.add([file('sales.csv', 'id,day,sum')]);
  await draft.setReading('f1', {encoding: 'none'});
  expect(draft.files[0]?.error?.message).toBe('encoding: none');
  expect(draft.recipe.files[0]?.encoding).toBe('utf-8');
  await draft.setReading('f1', {dialect: {quote: ''}});
  expect(world.asked).toEqual({dialect: {quote: ''}});
  expect(draft.files[0]?.error).toBeNull();
});

it('asks for rows once after several edits, and shows the newest only', async () => {
  await draft.add([file('sales.csv', 'id,day,sum')]);
  await settle();
  const asked = world.previews;
  world.slow = true;
  draft.setCurrency('f1', 'SEK');
  draft.setCurrency('f1', 'NOK');
  await vi.advanceTimersByTimeAsync(100);
  expect(world.previews).toBe(asked + 1);
  draft.setCurrency('f1', 'DKK');
  await vi.advanceTimersByTimeAsync(100);
  world.answer(1);
  await settle();
  expect(draft.files[0]?.preview?.mapping.currency).toBe('DKK');
  world.answer(0);
  await settle();
  expect(draft.files[0]?.preview?.mapping.currency).toBe('DKK');
});

it('takes a recipe as it is', async () => {
  await draft.add([file('sales.csv', 'id,day,sum')]);
  draft.setRole('f1', column(1, 'day'), 'product');
  draft.setRules({free: 'keep'});
  const again = new Draft({} as Engine, undefined, world);
  await again.restore(draft.sources, draft.recipe);
  expect(again.recipe).toEqual(draft.recipe);
});

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1000);
}

function file(name: string, header: string): File {
  return new File([header], name, {lastModified: 1});
}

function column(index: number, name: string): ColumnProfile {
  return {index, name, looks: 'text', format: {}, filled: 1, distinct: 1, examples: []};
}

/** Files of a header line whose columns are called after their roles. */
class World implements Reader {
  table: FileMapping['table'] = 'purchase';
  slow = false;
  previews = 0;
  asked: Overrides | undefined;
  readonly #waiting: (() => void)[] = [];
  readonly #made = new Map<string, Preview>();

  async unfold(blob: File, {nextId}: UnfoldOptions): Promise<Unfolded> {
    return {sources: [{id: nextId(), name: blob.name, blob}], refused: []};
  }

  async inspect(source: Source, asked: Overrides): Promise<Inspection> {
    this.asked = asked;
    const text = await source.blob.text();
    const place = {file: source.name};
    if (text === '') throw new FileError(`empty: ${source.name}`, place, 'try another');
    if (asked.encoding === 'none') throw new FileError('encoding: none', place, 'try another');
    const reason = {key: 'found'};
    const delimiter = asked.dialect?.delimiter ?? ',';
    return {
      source,
      gzip: false,
      encoding: {value: asked.encoding ?? 'utf-8', reason},
      dialect: {value: {delimiter, quote: '"', escape: '"'}, reason},
      region: {value: {preamble: 0, header: 1, footer: 0}, reason},
      columns: text.split(delimiter).map((name, index) => column(index, name)),
      preview: [],
      sampled: 0
    };
  }

  guess(inspections: readonly Inspection[]) {
    const rules = {cancellations: 'leave out', returns: 'subtract', free: 'leave out', anonymous: 'leave out'} as const;
    return {version: 1 as const, files: inspections.map((inspection) => this.#mapping(inspection)), rules};
  }

  mapAs(inspection: Inspection, table: FileMapping['table']): FileMapping {
    return {...this.#mapping(inspection), table};
  }

  apply(recipe: Recipe, inspections: readonly Inspection[], mapping: PersonsMapping): Recipe {
    return applyMapping(recipe, inspections, mapping);
  }

  check({files}: {files: FileMapping[]}) {
    return files
      .filter(({table, roles}) => table === 'purchase' && !roles.amount)
      .map(({file}) => new MappingError('no amount', file, 'amount'));
  }

  async preview(_: Inspection, mapping: FileMapping): Promise<Preview> {
    this.previews++;
    if (this.slow) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.previewOf(mapping);
  }

  async matches(): Promise<LookupReceipt[]> {
    return [];
  }

  async close(): Promise<void> {}

  previewOf(mapping: FileMapping | undefined): Preview {
    const key = JSON.stringify(mapping);
    const made = this.#made.get(key) ?? ({} as Preview);
    this.#made.set(key, made);
    return made;
  }

  answer(index: number): void {
    this.#waiting[index]?.();
  }

  #mapping({source, encoding, dialect, region, columns}: Inspection): FileMapping {
    const names: Record<string, string> = {id: 'customer_id', day: 'purchased_on', sum: 'amount'};
    const known = columns.filter(({name}) => names[name] !== undefined);
    return {
      file: source.name,
      table: this.table,
      encoding: encoding.value,
      dialect: dialect.value,
      region: region.value,
      header: columns.map(({name}) => name),
      roles: Object.fromEntries(known.map(({name, index}) => [names[name] ?? '', {column: index, format: {}}])),
      amount: 'column',
      attributes: []
    };
  }
}
