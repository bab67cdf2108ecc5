import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {expect, test} from './support/test';

const file = resolve('../shared/data/online_retail/OnlineRetail.csv');

test.describe('Online Retail', () => {
  test.skip(!existsSync(file), 'the data set is not on this machine');
  test.setTimeout(180_000);

  test('a drop, one button, and the published numbers are on screen', async ({app, page}) => {
    await app.open('#/pareto');
    await app.drop([file]);
    await page.getByRole('button', {name: 'Use these'}).click({timeout: 30_000});
    const answer = page.locator('.takeaway');
    await expect(answer).toContainText(/20\s?% of customers make 74\.6\s?% of net sales/, {timeout: 90_000});
    await expect(answer).toContainText(/1,133 customers \(26\.1\s?%\) make 80\s?%/);
    await expect(page.getByText('Gini 0.715').first()).toBeVisible();
    await expect(page.locator('.cover')).toContainText('397,884 of 406,829 purchases');
    await expect(page.locator('.cover')).toContainText('8,911,407.90 of 8,300,065.81');

    const receipt = await app.receipt();
    const [account] = receipt?.files ?? [];
    expect(account).toMatchObject({records: 541_910, header: 1, blank: 0});
    expect(receipt?.kinds.anonymous.rows).toBe(135_080);
    expect(receipt?.kinds.sale).toMatchObject({rows: 397_884, amount: '8911407.9040'});
    expect(receipt?.purchases.rows).toBe(406_829);
    expect(receipt?.customers).toBe(4_372);

    const rows = await app.run('pareto');
    expect(rows).toHaveLength(4_338);
    expect(rows[0]).toMatchObject({rank: 1, net_sales: 280206.02});
    const [orders] = await app.query(
      "select count(distinct transaction_id) as orders from purchase where kind = 'sale'"
    );
    expect(orders).toEqual({orders: 18_532});
  });
});
