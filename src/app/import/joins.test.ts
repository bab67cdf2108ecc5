import {beforeAll, describe, expect, it, vi} from 'vitest';
import {testEngine} from '../../../test/engine';
import type {Engine} from '../../engine/engine';
import {Draft} from './draft.svelte';
import {alsoWords, fanOut, foundWords, freeDelivery, otherFiles, proposed, type Looked} from './joins';

const row = (count: number, text: (n: number) => string): string[] => Array.from({length: count}, (_, n) => text(n));
const lines = [
  'order_id,product_id,quantity,unit_price,freight',
  ...row(30, (n) => `O${n >> 1},P${n % 5},1,${n}.50,0.5`)
];
const orders = ['order_id,customer,order_date', ...row(14, (n) => `O${n},C${n % 3},2024-03-0${(n % 9) + 1}`)];
const shops = ['order_id,shop', ...row(14, (n) => `O${n},S${n}`), 'O3,S99', 'O3,S98'];

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, 30_000);

describe('a draft of files that belong together', {timeout: 60_000}, () => {
  it('joins them, counts what is found, and shows the columns among its own', async () => {
    const draft = await drafted();
    const [file] = draft.files;
    expect(file?.mapping?.lookups).toMatchObject([{file: 'orders.csv', from: 0, key: 0, columns: [1, 2]}]);
    await vi.waitFor(() => expect(draft.matched('f1')?.lookups).not.toBeNull(), {timeout: 20_000});
    const [found] = draft.matched('f1')?.lookups ?? [];
    if (!found || !file) throw new Error('nothing counted');
    expect(found).toMatchObject({rows: 30, matched: 28, unmatched: 2, empty: 0, examples: [{key: 'O14', rows: 2}]});
    expect(foundWords(found)).toEqual(['28 of 30 rows find their row in orders.csv.', '2 rows find none: O14 (2).']);
    expect(fanOut(found, 'first')).toBeNull();
    expect(draft.columns(file).map(({name}) => name)).toEqual([
      ...[
        'order_id',
        'product_id',
        'quantity',
        'unit_price',
        'freight',
        'orders.csv › customer',
        'orders.csv › order_date'
      ]
    ]);
    await vi.waitFor(() => expect(draft.files[0]?.preview?.mapping).toBe(draft.files[0]?.mapping), {timeout: 20_000});
    expect(draft.files[0]?.preview?.result.rows[0]?.raw.slice(5)).toEqual(['C0', '2024-03-01']);
    expect(draft.files[0]?.preview?.result.totals).toMatchObject({used: 28, aside: 2});
    await draft.close();
  });

  it('takes a lookup in, tells that it would multiply rows, and takes it back', async () => {
    const draft = await drafted();
    const [file] = draft.files;
    const shop = otherFiles(file ?? fail(), draft.files).find(({source}) => source.name === 'shops.csv');
    const before = file?.mapping;
    draft.setLookup('f1', 1, proposed(file as Looked, shop ?? fail()));
    expect(draft.files[0]?.mapping?.lookups?.[1]).toEqual({
      ...{file: 'shops.csv', from: 0, key: 0, columns: [], names: [], several: 'first'}
    });
    await vi.waitFor(() => expect(draft.matched('f1')?.lookups).toHaveLength(2), {timeout: 20_000});
    const found = draft.matched('f1')?.lookups?.[1] ?? fail();
    expect(found).toMatchObject({rows: 30, matched: 28, fanned: 34, there: {keys: 14, repeated: 2, several: 1}});
    expect(fanOut(found, 'first')).toBe(
      'shops.csv has 3 rows for O3; 1 key has more than one. The first of each is taken. ' +
        'Joining all of them would make 30 rows into 34 and count their amounts several times.'
    );
    draft.removeLookup('f1', 0);
    expect(draft.files[0]?.mapping?.lookups).toMatchObject([{file: 'shops.csv'}]);
    expect(draft.files[0]?.mapping?.roles).not.toHaveProperty('customer_id');
    draft.undo();
    draft.undo();
    expect(draft.files[0]?.mapping).toEqual(before);
    await draft.close();
  });

  it('says what rows cost to deliver, and leaves that out when asked to', async () => {
    const draft = await drafted();
    const [file] = draft.files;
    const [also] = file?.mapping?.also ?? [];
    expect(alsoWords(also ?? fail(), file?.mapping?.header ?? [])).toBe(
      'What “freight” says of each row also counts as “Costs to serve”: delivery.'
    );
    draft.setAlso('f1', []);
    const next = draft.files[0];
    expect(next?.mapping).not.toHaveProperty('also');
    expect(freeDelivery(next as Looked)).toEqual(also);
    await draft.close();
  });
});

async function drafted(): Promise<Draft> {
  const draft = new Draft(engine);
  const texts = {'lines.csv': lines, 'orders.csv': orders, 'shops.csv': shops};
  await draft.add(Object.entries(texts).map(([name, text]) => new File([text.join('\n')], name)));
  return draft;
}

function fail(): never {
  throw new Error('not there');
}
