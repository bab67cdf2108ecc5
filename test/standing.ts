import type {Engine} from '../src/engine/engine';
import {bind, type Params} from '../src/engine/sql';
import type {Row} from '../src/engine/rows';
import {compile} from '../src/models/compile';
import {lookAt} from '../src/models/loaded';
import {initialScope, type Scope} from '../src/models/scope';
import {given, type Given} from './given';

export interface Standing {
  scope?: Partial<Scope>;
  params?: Params;
}

/** The rows of a model over what is loaded, all of them in order. */
export async function modelled(engine: Engine, name: string, {scope = {}, params = {}}: Standing = {}): Promise<Row[]> {
  const context = {
    scope: {...initialScope, ...scope},
    loaded: await lookAt(engine),
    params: {then_from: '', then_to: '', test_days: 91, ...params},
    anonymous: false
  };
  const {sql, params: values} = compile(name, context);
  return (await engine.query(bind(sql, values))).objects();
}

/** A purchase: customer, day, amount; below 0 a return. */
export const bought = (customer_id: string, purchased_on: string, amount = 10, more: object = {}) => ({
  customer_id,
  purchased_on,
  amount: amount.toFixed(2),
  ...more
});

/** Loads rows, and gives each customer's row of a model by its id. */
export async function standing(
  engine: Engine,
  rows: Given,
  name: 'customer_rung' | 'customer_phase',
  options: Standing = {}
): Promise<Record<string, Row>> {
  await given(engine, rows);
  const ids = await modelled(engine, 'known_customer', options);
  const byKey = new Map(ids.map(({customer_key: key, customer_id: id}) => [key, String(id)]));
  const told = await modelled(engine, name, options);
  return Object.fromEntries(told.map((row) => [byKey.get(row['customer_key'] ?? null) ?? '?', row]));
}
