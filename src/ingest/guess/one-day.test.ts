import {expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {checkRecipe} from '../mapping/apply';
import {guess} from './guess';
import {inspect} from '../look/inspect';
import {load} from '../load';
import type {Recipe, Source} from '../types';

const rows = Array.from({length: 30}, (_, n) => `C${n % 7},${n}.50,${n % 3}`).join('\n');

async function guessed(name: string, text: string): Promise<{source: Source; recipe: Recipe}> {
  const source = {id: 'f1', name, blob: new Blob([text])};
  return {source, recipe: guess([await inspect(source)])};
}

it('purchases without dates are of the last day of the period in the file’s name', async () => {
  const {source, recipe} = await guessed('sales_fact_dec_1998.csv', `customer_id,store_sales,store_id\n${rows}\n`);
  expect(recipe.files[0]).toMatchObject({
    table: 'purchase',
    constants: {purchased_on: '1998-12-31'},
    reason: {key: 'table.one-day'}
  });
  expect(checkRecipe(recipe)).toEqual([]);
  const {receipt} = await load(await testEngine(), [source], recipe);
  expect(receipt.purchases).toMatchObject({rows: 30, from: '1998-12-31', to: '1998-12-31'});
  expect(receipt.files[0]?.assumptions).toContainEqual({key: 'assumed.one-day', values: {day: '1998-12-31'}});
});

it('nothing is made up where the name says no one period, or the file has dates', async () => {
  const open = await guessed('sales.csv', `customer_id,store_sales,store_id\n${rows}\n`);
  expect(open.recipe.files[0]?.constants).toBeUndefined();
  expect(checkRecipe(open.recipe)).not.toEqual([]);
  const shipped = rows
    .split('\n')
    .map((row) => `${row},2024-01-05`)
    .join('\n');
  const dated = await guessed('sales 1998.csv', `customer_id,store_sales,store_id,ship_date\n${shipped}\n`);
  expect(dated.recipe.files[0]?.constants).toBeUndefined();
});
