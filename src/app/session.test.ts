import {afterEach, expect, it} from 'vitest';
import {AsyncEngine} from '../engine/async-engine';
import type {Driver, Instance} from '../engine/driver';
import {QueryError} from '../engine/errors';
import {nodeDriver} from '../engine/node';
import {unfold} from '../ingest/formats/unfold';
import {knownOf} from '../ingest/adding/adding-look';
import {load} from '../ingest/load';
import type {Source} from '../ingest/types';
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
  known: knownOf,
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

it('adds files to what is loaded, and says what was there before', async () => {
  session = new Session(world);
  await session.read(await session.plan([own]));
  await session.open([
    file('april.csv', `${header}10,cy,2024-04-01,4.00\n`),
    file('crm.csv', 'customer,name\ncy,Cynthia\ndee,Dee\n')
  ]);
  await until(() => session.draft?.looking === false);
  expect(session.draft?.problems).toEqual([]);
  expect(await session.use()).toBe(true);
  expect(session.data?.label).toBe('own.csv, april.csv, crm.csv');
  expect(await loaded()).toEqual({rows: 4, amount: '10.2500'});
  expect(session.receipt?.before).toMatchObject({customers: 2, purchases: {rows: 3, amount: '6.2500'}});
  await session.finish();
  expect(session.receipt?.duplicates).toEqual({within: [], across: [], changed: null});
});

it('proposes to set aside what is loaded already, or to update it where it differs', async () => {
  session = new Session(world);
  await session.read(await session.plan([own]));
  await session.open([
    file('march.csv', `${header}8,cy,2024-03-02,1.00\n9,dee,2024-03-03,2.00\n10,dee,2024-03-05,1.00\n`)
  ]);
  await until(() => (session.draft?.addition?.known.size ?? 0) > 0);
  expect([...(session.draft?.addition?.known.values() ?? [])]).toEqual([{transactions: 3, known: 2, same: 2}]);
  expect(session.draft?.rules.overlaps).toBe('set aside');
  expect(await session.use()).toBe(true);
  expect(await loaded()).toEqual({rows: 4, amount: '7.2500'});
  expect(session.receipt?.files[1]?.reasons).toEqual({'in an earlier file too': 2});

  await session.open([file('corrected.csv', `${header}8,cy,2024-03-02,1.50\n9,dee,2024-03-03,2.50\n`)]);
  await until(() => (session.draft?.addition?.known.size ?? 0) > 0);
  expect(session.draft?.addition?.how).toEqual({purchase: 'update'});
  expect(session.draft?.rules.overlaps).toBe('set aside');
  expect(await session.use()).toBe(true);
  expect(await loaded()).toEqual({rows: 4, amount: '8.2500'});
});

it('replaces the files of one table, and only those', async () => {
  session = new Session(world);
  const people = file('crm.csv', 'customer,name\ncy,Cynthia\n');
  await session.read(await session.plan([own, people]));
  await session.open([file('own.csv', `${header}11,cy,2024-05-01,5.00\n`)]);
  await until(() => session.draft?.looking === false);
  session.draft?.addition?.say('purchase', 'replace');
  expect(await session.use()).toBe(true);
  expect(session.data?.sources.map(({name}) => name)).toEqual(['crm.csv', 'own.csv']);
  expect(await loaded()).toEqual({rows: 1, amount: '5.0000'});
});

it('keeps the sample apart from the person’s files', async () => {
  session = new Session(world);
  await session.openSample();
  const receipt = await session.add([own], 'append');
  expect(receipt.purchases.rows).toBe(3);
  await session.add([file('more.csv', `${header}7,cy,2024-03-01,9.00\n`)], 'update');
  expect(await loaded()).toEqual({rows: 3, amount: '12.0000'});
  expect(session.receipt?.before?.purchases.rows).toBe(3);
});

it('reads again what was put away for an import that failed', async () => {
  session = new Session(world);
  await session.read(await session.plan([own]));
  const bad = {...(await session.plan([sample]))};
  const damaged = {...bad.sources[0], blob: new Blob([new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3])])};
  await expect(session.read({...bad, sources: [damaged as Source]}, {free: true})).rejects.toThrow();
  expect(session.data?.label).toBe('own.csv');
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
