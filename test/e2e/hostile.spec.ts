import {hostile} from '../hostile';
import {expect, test} from './support/test';

const checksum = `select count(*) as purchases, sum(amount)::varchar as amount, sum(hash(purchase))::varchar as hash,
  (select count(*) from customer) as customers from purchase`;

test('hostile SQL reaches no server and changes nothing', async ({app, site}) => {
  test.setTimeout(240_000);
  await app.open();
  const before = await app.query(checksum);
  const asked = site.requests.length;
  for (const statement of hostile(site.canary.url)) {
    const outcome = await app.query(statement).then(
      () => 'ran',
      (error: Error) => error.message
    );
    expect(outcome, statement.slice(0, 200)).toBeTruthy();
    await expect(async () => expect(await app.query('select 1 as one')).toEqual([{one: 1}]), {
      message: `after ${statement.slice(0, 200)}`
    }).toPass({timeout: 15_000});
  }
  await expect(async () => expect(await app.query(checksum)).toEqual(before)).toPass({timeout: 30_000});
  expect(site.canary.seen).toEqual([]);
  expect(site.elsewhere.seen).toEqual([]);
  expect(site.requests.slice(asked), 'requests to our own host').toEqual([]);
});
