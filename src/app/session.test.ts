import {afterEach, expect, it} from 'vitest';
import {AsyncEngine} from '../engine/async-engine';
import type {Driver, Instance} from '../engine/driver';
import {QueryError} from '../engine/errors';
import {nodeDriver} from '../engine/node';
import {unfold} from '../ingest/formats/unfold';
import {load} from '../ingest/load';
import {Draft} from './import/draft.svelte';
import {planOf} from './plan';
import {Session, type Effects} from './session.svelte';

const instances: Instance[] = [];
const driver: Driver = {
  async start() {
    const instance = await nodeDriver.start();
    instances.push(instance);
    return instance;
  }
};

const header = 'order,customer,date,amount\n';
const sample = file('sample.csv', `${header}1,ada,2024-01-05,10.00\n2,bo,2024-02-05,5.50\n`);
const own = file('own.csv', `${header}7,cy,2024-03-01,3.25\n8,cy,2024-03-02,1.00\n9,dee,2024-03-03,2.00\n`);
const many = file(
  'many.csv',
  header + Array.from({length: 400_000}, (_, row) => `${row},k${row % 999},2024-03-01,1.00\n`).join('')
);

const world: Effects = {
  start: () => AsyncEngine.start(driver, {memory: 1_000_000_000}),
  unfold,
  plan: planOf,
  draft: async (engine, nextId) => new Draft(engine, nextId),
  load,
  sample: async () => ({label: 'Sample & Co', files: [sample]})
};

let session: Session;

afterEach(async () => {
  await session.engine?.close();
  instances.length = 0;
});

it('opens the sample, then files in its place', async () => {
  session = new Session(world);
  await session.openSample();
  expect(session.data).toMatchObject({label: 'Sample & Co', sample: true});
  expect(await loaded()).toEqual({rows: 2, amount: '15.5000'});
  const receipt = await session.read(await session.plan([own]));
  expect(receipt.purchases).toMatchObject({rows: 3, amount: '6.2500'});
  expect(session.data).toMatchObject({label: 'own.csv', sample: false});
  await session.finish();
  expect(session.progress).toBeNull();
  expect(await loaded()).toEqual({rows: 3, amount: '6.2500'});
});

it('keeps what was loaded when the next files cannot be read', async () => {
  session = new Session(world);
  await session.openSample();
  await expect(session.plan([file('empty.csv', '')])).rejects.toThrow(/empty\.csv/);
  await expect(session.plan([file('names.csv', 'name,town\nAda,Oslo\nBo,Rome\n')])).rejects.toThrow();
  expect(session.data?.label).toBe('Sample & Co');
  expect(await loaded()).toEqual({rows: 2, amount: '15.5000'});
});

it('keeps what was loaded when an import is cancelled, and says nothing of it', async () => {
  session = new Session(world);
  await session.openSample();
  await session.open([many]);
  const using = session.use();
  await until(() => session.progress !== null);
  session.stop();
  const stopped = performance.now();
  expect(await using).toBe(false);
  expect(performance.now() - stopped).toBeLessThan(2_000);
  expect(session.error).toBeNull();
  expect(session.draft).toBeDefined();
  expect(await loaded()).toEqual({rows: 2, amount: '15.5000'});
  session.dismiss();
  expect(session.draft).toBeUndefined();
});

it('lets files that the person opens come before the sample that is still being read', async () => {
  session = new Session({...world, sample: async () => ({label: 'Sample & Co', files: [many]})});
  const first = session.openFirst();
  await until(() => session.engine !== undefined && !session.idle);
  const receipt = await session.read(await session.plan([own]));
  await first;
  expect(receipt.purchases.rows).toBe(3);
  expect(session.data?.label).toBe('own.csv');
  expect(session.failure).toBeNull();
});

it('goes on reading the sample when the person thinks better of a file dropped meanwhile', async () => {
  session = new Session({...world, sample: async () => ({label: 'Sample & Co', files: [many]})});
  const first = session.openFirst();
  await session.open([own]);
  expect(session.progress).toBeNull();
  session.dismiss();
  await first;
  expect(session.data).toMatchObject({label: 'Sample & Co', sample: true});
  await until(() => session.idle);
});

it('reads what is loaded anew, in the way that the person corrects', async () => {
  session = new Session(world);
  await session.read(await session.plan([own]));
  await session.reopen();
  const [before] = session.draft?.files ?? [];
  expect(before?.mapping?.roles['amount']).toBeDefined();
  session.draft?.setRules({...session.draft.rules, returns: 'leave out'});
  expect(await session.use()).toBe(true);
  expect(session.receipt?.rules.returns).toBe('leave out');
  expect(await loaded()).toEqual({rows: 3, amount: '6.2500'});
});

it('makes the tables again when the engine is lost', async () => {
  session = new Session(world);
  await session.read(await session.plan([own]));
  const version = session.data?.version ?? 0;
  instances.at(-1)?.terminate();
  await until(() => (session.data?.version ?? 0) > version && !session.rebuilding);
  expect(session.data?.label).toBe('own.csv');
  expect(await loaded()).toEqual({rows: 3, amount: '6.2500'});
});

async function loaded(): Promise<unknown> {
  const {engine} = session;
  if (!engine) throw new QueryError('no engine', '', 'lost');
  const rows = await engine.query('select count(*) as rows, sum(amount)::varchar as amount from purchase');
  return rows.objects()[0];
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_000 && !condition(); turn++) await new Promise((done) => setTimeout(done, 5));
  expect(condition()).toBe(true);
}

function file(name: string, text: string): File {
  return new File([text], name, {type: 'text/csv'});
}
