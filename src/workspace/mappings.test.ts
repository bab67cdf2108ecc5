import {describe, expect, it} from 'vitest';
import {defaultRules, guess} from '../ingest/guess/guess';
import {inspect} from '../ingest/look/inspect';
import type {Recipe} from '../ingest/types';
import {Mappings, mostKept, openMappings, type MappingStore, type Remembered} from './mappings';

describe('mappings of imports that were used', () => {
  it('are found by the columns of a file, whatever their order; the newest wins', async () => {
    const mappings = new Mappings([], null);
    await mappings.remember(await recipeOf('a.csv', 'who,day,total'), new Date('2026-03-03'));
    await mappings.remember(await recipeOf('b.csv', 'WHO,DAY,Total'), new Date('2026-04-03'));
    await mappings.remember(await recipeOf('c.csv', 'client,day,total'), new Date('2026-05-03'));
    expect(mappings.all.map(({mapping}) => mapping.file)).toEqual(['c.csv', 'b.csv']);
    expect(mappings.find(['day', 'Total', 'who'])).toMatchObject({saved: '2026-04-03T00:00:00.000Z'});
    expect(mappings.find(['day', 'total'])).toBeNull();
  });

  it('of parts of one table are one, that of the first', async () => {
    const [[first], [other]] = [
      await recipeOf('jan.csv', 'who,day,total'),
      await recipeOf('feb.csv', 'who,day,total')
    ].map(({files}) => files) as [Recipe['files'], Recipe['files']];
    if (!first || !other) throw new Error('no file');
    const mappings = new Mappings([], null);
    await mappings.remember({version: 1, files: [first, other], rules: defaultRules}, new Date());
    expect(mappings.all.map(({mapping}) => mapping.file)).toEqual(['jan.csv']);
  });

  it('hold no value of the file, and no reason that tells of one', async () => {
    const mappings = new Mappings([], null);
    await mappings.remember(await recipeOf('a.csv', 'who,day,total'), new Date());
    const kept = JSON.stringify(mappings.all);
    expect(kept).not.toContain('Secret');
    expect(kept).not.toContain('2024-01-0');
    expect(kept).not.toContain('reason');
  });

  it('of files without names, or left out, are not kept', async () => {
    const recipe = await recipeOf('a.csv', 'who,day,total');
    const [file] = recipe.files;
    if (!file) throw new Error('no file');
    const mappings = new Mappings([], null);
    await mappings.remember(
      {
        ...recipe,
        files: [
          {...file, region: {...file.region, header: 0}},
          {...file, table: null}
        ]
      },
      new Date()
    );
    expect(mappings.all).toEqual([]);
  });

  it('outlast the page, are forgotten one by one and all, and are no more than some', async () => {
    const store = memory();
    const first = await openMappings(() => Promise.resolve(store));
    for (let n = 0; n < mostKept + 5; n++)
      await first.remember(await recipeOf(`${n}.csv`, `who,day,total,x${n}`), new Date(2026, 0, 1, 0, n));
    expect(store.kept.size).toBe(mostKept);
    const second = await openMappings(() => Promise.resolve(store));
    expect(second.lasting).toBe(true);
    expect(second.all).toEqual(first.all);
    await second.forget(second.all[0]?.key ?? '');
    expect(second.all[0]?.mapping.file).toBe(`${mostKept + 3}.csv`);
    expect(store.kept.size).toBe(mostKept - 1);
    await second.forgetAll();
    expect([second.all.length, store.kept.size]).toEqual([0, 0]);
  });

  it('are kept in memory where the browser keeps nothing', async () => {
    const refused = await openMappings(() => Promise.reject(new DOMException('no', 'InvalidStateError')));
    expect(refused.lasting).toBe(false);
    await refused.remember(await recipeOf('a.csv', 'who,day,total'), new Date());
    expect(refused.find(['who', 'day', 'total'])).not.toBeNull();
  });

  it('stay where the disk is full', async () => {
    const store = {...memory(), put: () => Promise.reject(new DOMException('full', 'QuotaExceededError'))};
    const mappings = await openMappings(() => Promise.resolve(store));
    await mappings.remember(await recipeOf('a.csv', 'who,day,total'), new Date());
    expect(mappings.all).toHaveLength(1);
  });

  it('that another version or program left are passed over', async () => {
    const store = memory();
    for (const odd of [null, 3, {saved: 'x'}, {saved: '2026-01-01', mapping: {file: 'x', table: 'nothing'}}])
      store.kept.set(String(store.kept.size), odd as unknown as Remembered);
    expect((await openMappings(() => Promise.resolve(store))).all).toEqual([]);
  });
});

async function recipeOf(name: string, header: string): Promise<Recipe> {
  const extra = header.split(',').length > 3 ? ',z' : '';
  const rows = [1, 2, 3].map((n) => `Secret${n % 2},2024-01-0${n},${n}.50${extra}`);
  return guess([await inspect({id: 'f1', name, blob: new Blob([`${header}\n${rows.join('\n')}\n`])})]);
}

function memory(): MappingStore & {kept: Map<string, Remembered>} {
  const kept = new Map<string, Remembered>();
  return {
    kept,
    all: () => Promise.resolve([...kept.values()]),
    put: (one) => Promise.resolve(void kept.set(one.key, structuredClone(one))),
    remove: (keys) => Promise.resolve(keys.forEach((key) => kept.delete(key)))
  };
}
