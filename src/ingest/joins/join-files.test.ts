import {describe, expect, it} from 'vitest';
import {ingest} from '../../messages/ingest';
import {checkRecipe} from '../mapping/check';
import {guess} from '../guess/guess';
import {inspect} from '../look/inspect';
import {columnNames} from './lookups';
import type {FileMapping, Recipe} from '../types';

/** Thirty rows below the names. */
function rows(names: string, row: (n: number) => string): string {
  return `${names}\n${Array.from({length: 30}, (_, n) => row(n)).join('\n')}\n`;
}

const day = (n: number): string => `2024-03-${String((n % 28) + 1).padStart(2, '0')}`;
const lines = rows('order_id,product_id,quantity,unit_price', (n) => `O${n >> 1},P${n % 5},${(n % 3) + 1},${n}.50`);
const orders = rows('order_id,customer,order_date,status', (n) => `O${n},C${n % 7},${day(n)},paid`);
const totals = rows('order_id,customer,order_date,total', (n) => `O${n},C${n % 7},${day(n)},${n * 3}.25`);
const products = rows('product_id,product_name,category,cost', (n) => `P${n},Thing ${n},Kind ${n % 4},${n}.10`);

describe('files that belong together', () => {
  it('give order lines their customers, days, products and costs', async () => {
    const recipe = await guessed({'lines.csv': lines, 'orders.csv': orders, 'products.csv': products});
    expect(tablesOf(recipe)).toEqual(['purchase', null, null]);
    expect(rolesOf(recipe.files[0])).toMatchObject({
      customer_id: 'orders.csv › customer',
      purchased_on: 'orders.csv › order_date',
      status: 'orders.csv › status',
      product: 'products.csv › product_name',
      category: 'products.csv › category',
      unit_cost: 'products.csv › cost',
      transaction_id: 'order_id'
    });
    expect(recipe.files[0]?.amount).toBe('quantity × unit_price');
    expect(checkRecipe(recipe)).toEqual([]);
    for (const {reason} of recipe.files) expect(ingest.has(reason?.key ?? '')).toBe(true);
    for (const {reason} of Object.values(recipe.files[0]?.roles ?? {}))
      expect(ingest.has(reason?.key ?? '')).toBe(true);
  });

  it('are read line by line where orders have totals too: they would count twice', async () => {
    const recipe = await guessed({'totals.csv': totals, 'lines.csv': lines});
    expect(tablesOf(recipe)).toEqual([null, 'purchase']);
    expect(recipe.files[0]?.reason?.key).toBe('table.looked-up');
  });

  it('leave payments of orders out of the purchases', async () => {
    const payments = rows('order_id,payment_type,payment_value', (n) => `O${n},card,${n}.25`);
    const recipe = await guessed({'payments.csv': payments, 'lines.csv': lines, 'orders.csv': orders});
    expect(tablesOf(recipe)).toEqual([null, 'purchase', null]);
    expect(rolesOf(recipe.files[1])).toMatchObject({payment_method: 'payments.csv › payment_type'});
  });

  it('take the freight of orders from the orders, and that of lines from the lines', async () => {
    const freighted = rows('order_id,customer,order_date,freight', (n) => `O${n},C${n % 7},${day(n)},${n}.75`);
    const byOrder = await guessed({'lines.csv': lines, 'orders.csv': freighted});
    expect(tablesOf(byOrder)).toEqual(['purchase', 'partnership_cost']);
    expect(rolesOf(byOrder.files[1])).toEqual({amount: 'freight', customer_id: 'customer', incurred_on: 'order_date'});
    expect(byOrder.files[1]?.constants).toEqual({category: 'delivery'});
    expect(byOrder.files[0]?.also).toBeUndefined();
    const single = rows(
      'order_id,customer,order_date,total,shipping_cost',
      (n) => `O${n},C${n % 7},${day(n)},${n}.25,2.50`
    );
    const [own] = (await guessed({'orders.csv': single})).files;
    expect(own?.also).toMatchObject([
      {
        table: 'partnership_cost',
        constants: {category: 'delivery'},
        roles: {amount: {column: 4}, customer_id: {column: 1}}
      }
    ]);
  });

  it('are found in German, and by keys that are written in another way', async () => {
    const recipe = await guessed({
      'Positionen.csv': rows(
        'Belegnr;Artikelnr;Menge;Einzelpreis',
        (n) => `${1000 + (n >> 1)};A${n % 5};${n % 3};${n},50`
      ),
      'Belege.csv': rows('Belegnummer;Kundennummer;Belegdatum', (n) => `${1000 + n};K${n % 7};${(n % 28) + 1}.03.2024`),
      'Artikel.csv': rows(
        'Artikelnummer;Bezeichnung;Warengruppe;Einkaufspreis',
        (n) => `A${n};Ding ${n};G${n % 3};${n},10`
      )
    });
    expect(tablesOf(recipe)).toEqual(['purchase', null, null]);
    expect(rolesOf(recipe.files[0])).toMatchObject({
      customer_id: 'Belege.csv › Kundennummer',
      purchased_on: 'Belege.csv › Belegdatum',
      product: 'Artikel.csv › Bezeichnung',
      category: 'Artikel.csv › Warengruppe',
      unit_cost: 'Artikel.csv › Einkaufspreis'
    });
  });

  it('are linked where the other file calls its key just id', async () => {
    const plain = rows('id,customer,order_date', (n) => `O${n},C${n % 7},${day(n)}`);
    const recipe = await guessed({'lines.csv': lines, 'orders.csv': plain});
    expect(recipe.files[0]?.lookups).toMatchObject([{file: 'orders.csv', from: 0, key: 0, columns: [1, 2]}]);
  });

  it('stay apart where nothing but the look of their numbers is alike', async () => {
    const sales = rows('id,customer,date,amount', (n) => `${n},C${n % 7},${day(n)},${n}.50`);
    const things = rows('id,name,price', (n) => `${n},Thing ${n},${n}.50`);
    const recipe = await guessed({'sales.csv': sales, 'things.csv': things});
    expect(recipe.files.map(({lookups}) => lookups)).toEqual([undefined, undefined]);
  });

  it('are not joined by what only says which things belong together', async () => {
    const sales = rows('customer,date,amount,product_id', (n) => `C${n % 7},${day(n)},${n}.50,${n}`);
    const coupons = rows('coupon_id,product_id,campaign_id', (n) => `${n % 4},${n},${n % 3}`);
    const campaigns = rows('campaign_id,campaign_type', (n) => `${n},Type ${n % 3}`);
    const recipe = await guessed({'sales.csv': sales, 'coupons.csv': coupons, 'campaigns.csv': campaigns});
    expect(recipe.files[0]?.lookups).toBeUndefined();
  });
});

it('reads unit costs as such in a file of its own', async () => {
  const text = rows('customer,date,quantity,amount,unit cost', (n) => `C${n % 7},${day(n)},${n % 4},${n}.50,${n}.10`);
  const [mapping] = (await guessed({'sales.csv': text})).files;
  expect(rolesOf(mapping)).toMatchObject({unit_cost: 'unit cost'});
  expect(mapping?.roles).not.toHaveProperty('cost');
});

it('leaves months of orders with numbers of their own what they are: each is purchases, and looks nothing up', async () => {
  const month = (name: string): string =>
    rows('Order no,Customer,Order date,Amount,Product', (n) => `${name}${100 + n},C${n % 7},${day(n)},${n}.50,Tea`);
  const drifted = rows('Order no,Customer,Order date,Amount,Product,Channel', (n) =>
    [`04${100 + n}`, `C${n % 7}`, day(n), `${n}.50`, 'Tea', 'web'].join(',')
  );
  const recipe = await guessed({'1.csv': month('01'), '2.csv': month('02'), '3.csv': month('03'), '4.csv': drifted});
  expect(tablesOf(recipe)).toEqual(['purchase', 'purchase', 'purchase', 'purchase']);
  expect(recipe.files.flatMap(({lookups}) => lookups ?? [])).toEqual([]);
});

describe('orders as JSON, with their lines inside', () => {
  const shop = rows(
    'id,total_price,created_at,customer.id',
    (n) => `45000${100 + n},${n}.50,${day(n)}T12:00:00Z,77${n % 7}`
  );
  const items = rows(
    'parent.id,id,title,quantity,price',
    (n) => `45000${100 + (n >> 1)},${n},${n % 2 ? 'Tea' : 'Jam'},${(n % 3) + 1},1.50`
  );

  it('are purchases line by line, with who and when from the order', async () => {
    const recipe = await guessed({'shop.ndjson': shop, 'shop.ndjson › line_items': items});
    expect(tablesOf(recipe)).toEqual([null, 'purchase']);
    expect(rolesOf(recipe.files[1])).toEqual({
      customer_id: 'shop.ndjson › customer.id',
      purchased_on: 'shop.ndjson › created_at',
      transaction_id: 'parent.id',
      product: 'title',
      quantity: 'quantity',
      unit_price: 'price'
    });
    expect(checkRecipe(recipe)).toEqual([]);
    for (const {reason} of Object.values(recipe.files[1]?.roles ?? {}))
      expect(ingest.has(reason?.key ?? '')).toBe(true);
  });

  it('are purchases with their totals where the lines are not there', async () => {
    const recipe = await guessed({'shop.ndjson': shop});
    expect(tablesOf(recipe)).toEqual(['purchase']);
    expect(rolesOf(recipe.files[0])).toEqual({
      customer_id: 'customer.id',
      purchased_on: 'created_at',
      amount: 'total_price'
    });
  });
});

it('gives sales that have their day from the name of the file their products too', async () => {
  const sales = rows('product_id,customer_id,sales', (n) => `P${n},C${n % 7},${n}.50`);
  const recipe = await guessed({'sales_dec_1998.csv': sales, 'products.csv': products});
  expect(tablesOf(recipe)).toEqual(['purchase', null]);
  expect(recipe.files[0]?.constants).toEqual({purchased_on: '1998-12-31'});
  expect(rolesOf(recipe.files[0])).toMatchObject({
    product: 'products.csv › product_name',
    category: 'products.csv › category'
  });
});

it('is done with wide files in time', async () => {
  const wide = (key: string): string =>
    rows([key, ...Array.from({length: 3000}, (_, n) => `Code ${n}`)].join(','), (n) =>
      Array.from({length: 3001}, (_, c) => n * 7 + c).join(',')
    );
  const texts = {'a.csv': wide('customer'), 'b.csv': wide('order_id')};
  const inspections = await inspected(texts);
  const start = performance.now();
  guess(inspections);
  expect(performance.now() - start).toBeLessThan(8000);
});

async function inspected(texts: Record<string, string>): Promise<Awaited<ReturnType<typeof inspect>>[]> {
  const sources = Object.entries(texts).map(([name, text], index) => ({id: `f${index}`, name, blob: new Blob([text])}));
  return Promise.all(sources.map((source) => inspect(source)));
}

async function guessed(texts: Record<string, string>): Promise<Recipe> {
  return guess(await inspected(texts));
}

const tablesOf = ({files}: Recipe): FileMapping['table'][] => files.map(({table}) => table);

function rolesOf(mapping: FileMapping | undefined): Record<string, string | undefined> {
  if (!mapping) throw new Error('no mapping');
  const names = columnNames(mapping);
  return Object.fromEntries(Object.entries(mapping.roles).map(([role, {column}]) => [role, names[column]]));
}
