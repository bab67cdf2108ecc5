import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {expect, test} from './support/test';

const olist = resolve('../shared/data/olist_sample');
const names = ['customers', 'order_items', 'order_payments', 'order_reviews', 'orders', 'products'];
const files = [
  ...names.map((name) => resolve(olist, `olist_${name}_dataset.csv`)),
  resolve(olist, 'product_category_name_translation.csv')
];

test.describe('Olist: seven files that belong together', () => {
  test.skip(!existsSync(olist), 'the data set is not on this machine');
  test.setTimeout(180_000);

  test('are joined by a drop, say what they find, and are read by one button', async ({app, page}) => {
    await app.open();
    await app.drop(files);
    const items = page.getByRole('region', {name: 'olist_order_items_dataset.csv', exact: true});
    const join = (file: string) => items.getByRole('listitem', {name: file});
    await expect(join('olist_orders_dataset.csv')).toContainText('8,365 of 8,365 rows find their row', {
      timeout: 60_000
    });
    await expect(join('olist_order_payments_dataset.csv')).toContainText(
      'Joining all of them would make 8,365 rows into 9,227 and count their amounts several times.'
    );
    await expect(join('product_category_name_translation.csv')).toContainText('5 rows find none');
    await expect(items).toContainText(
      'What “freight_value” says of each row also counts as “Costs to serve”: delivery.'
    );

    const orders = page.getByRole('region', {name: 'olist_orders_dataset.csv', exact: true});
    await expect(orders).toContainText('Looked up by olist_order_items_dataset.csv');
    await expect(orders.getByRole('table')).toHaveCount(0);
    await orders.getByRole('button', {name: 'Show the rows of olist_orders_dataset.csv'}).click();
    await expect(orders.getByRole('table')).toBeVisible();
    const overview = page.getByRole('region', {name: 'The files', exact: true});
    await overview.getByRole('button', {name: 'olist_order_reviews_dataset.csv'}).click();
    await expect(page.getByRole('heading', {name: 'olist_order_reviews_dataset.csv'})).toBeFocused();

    await page.getByRole('button', {name: 'Use these'}).click();
    await expect.poll(async () => (await app.receipt())?.purchases.rows, {timeout: 90_000}).toBe(8365);
    const receipt = await app.receipt();
    expect(receipt?.purchases.amount).toBe('1093264.3500');
    expect(receipt?.tables).toEqual({
      customer: {rows: 8016},
      purchase: {rows: 8365},
      interaction: {rows: 8225},
      partnership_cost: {rows: 8365}
    });
    const [category] = await app.query(
      "select category, sum(amount) as sales from purchase where kind = 'sale' group by category order by sales desc limit 1"
    );
    expect(category?.['category']).toMatch(/^[a-z_]+$/);
  });

  test('leave a lookup out again, and miss what it gave', async ({app, page}) => {
    await app.open();
    await app.drop(files);
    const items = page.getByRole('region', {name: 'olist_order_items_dataset.csv', exact: true});
    await items.getByRole('button', {name: 'Look nothing up in olist_orders_dataset.csv'}).click({timeout: 60_000});
    await expect(items.getByText(/customer/i).first()).toBeVisible();
    await expect(page.getByRole('button', {name: 'Use these'})).toBeDisabled();
  });
});
