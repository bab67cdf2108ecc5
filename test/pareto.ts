import type {Sentence} from '../src/analyses/analysis';
import {ask, type Asked, type Told} from './ask';
import {testEngine} from './engine';
import {given, type Given} from './given';

/** Asks Pareto of these rows and no others. */
export async function pareto(rows: Given, asked: Asked = {}): Promise<Told> {
  const engine = await testEngine();
  await given(engine, rows);
  return ask(engine, 'pareto', asked);
}

/** A purchase on one and the same day; null: nobody knows the cost. */
export const bought = (customer_id: string, amount: number | string, cost: number | string | null = null) => ({
  customer_id,
  purchased_on: '2024-03-15',
  amount,
  ...(cost === null ? {} : {cost})
});

/** Some columns of rows, as they are listed. */
export const table = (rows: readonly object[] = [], columns: readonly string[]): unknown[][] =>
  rows.map((row) => columns.map((column) => (row as Record<string, unknown>)[column]));

export const plain = (sentence: Sentence): string => sentence.map(({text}) => text).join('');
