import {accountOf, choose, dataFile, dropped, fileOn, hasData, used} from './support/using';
import {expect, test} from './support/test';

/*
 * The numbers were made from the same files by native DuckDB and awk, with readers of their own: nothing of the app between.
 */
test.describe('real files (skipped where ../shared/data is absent)', () => {
  test.skip(!hasData, 'the data sets are not on this machine');
  test.setTimeout(120_000);

  test('Online Retail as Parquet', async ({app, page}) => {
    await app.open('#/pareto');
    await dropped(app, [dataFile('online_retail/online_retail.parquet')]);
    await expect(fileOn(page, 'online_retail.parquet')).toContainText('Parquet');
    await expect(fileOn(page, 'online_retail.parquet')).toContainText('122 different ones in 2,386 rows');
    const receipt = await used(app);
    expect(receipt.files[0]).toMatchObject({
      ...{records: 541_910, header: 1, used: 406_829, set_aside: 135_080, reasons: {'no customer': 135_080}},
      amount: {read: '9747747.9340', used: '8300065.8140', set_aside: '1447682.1200'}
    });
    expect(receipt.customers).toBe(4372);
    await expect(page.locator('.takeaway')).toContainText(/20\s?% of customers make 73\.8\s?% of net sales/);
    await expect(page.locator('.cover')).toContainText('406,789 of 406,829 purchases, 8,300,065.81');
  });

  test('CDNOW: columns in line, with names, without, and with commas', async ({app, page}) => {
    await app.open('#/pareto');
    await dropped(app, [dataFile('cdnow/CDNOW_master.txt')]);
    await expect(fileOn(page, 'CDNOW_master.txt')).toContainText('The columns stand in line, parted by blanks');
    const master = await used(app);
    expect(master.files[0]).toMatchObject({records: 69_660, header: 1, used: 69_659, set_aside: 0});
    expect(master.purchases).toEqual({rows: 69_659, amount: '2500315.6300', from: '1997-01-01', to: '1998-06-30'});
    expect([master.customers, master.kinds.free.rows]).toEqual([23_570, 80]);
    await expect(page.locator('.takeaway')).toContainText(/20\s?% of customers make 67\.7\s?% of net sales/);
    await expect(page.locator('.cover')).toContainText('69,579 of 69,659 purchases, 2,500,315.63 of 2,500,315.63');
    const [pieces] = await app.query('select sum(quantity)::int as pieces from purchase');
    expect(pieces).toEqual({pieces: 167_881});

    for (const name of ['CDNOW_sample.txt', 'cdnowElog.csv']) {
      const said = await dropped(app, [dataFile(`cdnow/${name}`)]);
      await expect(said).toContainText('6,919 purchases of 2,357 customers, 1 Jan 1997 – 30 Jun 1998, 244,091.94');
      if (name.endsWith('.txt')) await expect(fileOn(page, name)).toContainText('no line names the columns');
      const {files, customers, purchases, kinds} = await used(app);
      expect(files).toMatchObject([{file: name, used: 6919, set_aside: 0}]);
      expect([customers, purchases.amount, kinds.free.rows]).toEqual([2357, '244091.9400', 8]);
      await expect(page.locator('.takeaway')).toContainText(/20\s?% of customers make 67\.3\s?% of net sales/);
    }
  });

  test('Online Retail from a German and two Swedish programs', async ({app, page}) => {
    await app.open('#/pareto');
    const files = [
      ['de_umsatz_utf8bom.csv', 'The file begins with the mark of utf-8', 9495, 95, '221698.2100', 453],
      ['sv_forsaljning_cp1252.csv', 'Windows-1252', 2632, 39, '112854.2500', 44],
      ['sv_unicode_text_utf16le.txt', 'UTF-16 (little-endian)', 2632, 39, '112854.2500', 44]
    ] as const;
    for (const [name, encoding, rows, customers, amount, cancellations] of files) {
      await dropped(app, [dataFile(`locales/${name}`)]);
      await expect(fileOn(page, name)).toContainText(encoding);
      const receipt = await used(app);
      expect(receipt.files).toMatchObject([{file: name, records: rows + 1, used: rows, set_aside: 0}]);
      expect(receipt.purchases).toMatchObject({rows, amount, to: '2011-12-09'});
      expect([receipt.customers, receipt.kinds.cancellation.rows]).toEqual([customers, cancellations]);
      const account = await accountOf(page, name);
      const [whole = '', part = ''] = [rows.toLocaleString('en-GB'), Number(amount).toLocaleString('en-GB')];
      await expect(account.getByRole('row', {name: /^used/})).toContainText(whole);
      await expect(account.getByRole('row', {name: /^used/})).toContainText(part);
      await page.getByRole('link', {name: 'Pareto'}).first().click();
    }
  });

  test('completejourney: another column of the products becomes the category', async ({app, page}) => {
    await app.open('#/pareto');
    const folder = ['transactions_sample', 'products', 'demographics'].map((name) => `completejourney/${name}.csv`);
    await dropped(app, folder.map(dataFile));
    const lines = fileOn(page, 'transactions_sample.csv');
    const join = lines.getByRole('listitem', {name: 'products.csv'});
    await expect(join).toContainText('74,778 of 75,000 rows find their row in products.csv');
    await expect(join).toContainText('222 rows find none: 5978656 (139), 5978648 (80)');
    await join.getByText('Change', {exact: true}).click();
    await join.getByRole('combobox', {name: 'One more of its columns'}).focus();
    await page.keyboard.type('depart');
    await page.getByRole('option', {name: 'department'}).click();
    await expect(join).toContainText(/product_category.*department|department.*product_category/);
    await choose(lines, /Role of .*product_category/, 'Not used');
    await choose(lines, /Role of .*department/, 'Category');
    const receipt = await used(app);
    expect(receipt.purchases).toMatchObject({rows: 75_000, amount: '233935.2400'});
    expect(receipt.files.map(({used, set_aside}) => [used, set_aside])).toEqual([
      [75_000, 0],
      [92_331, 0],
      [801, 0]
    ]);
    const rows = await app.query(
      `select category, count(*) as n, sum(amount)::varchar as sales, count(distinct customer_id) as customers
       from purchase where category = 'GROCERY' group by all`
    );
    expect(rows).toMatchObject([{category: 'GROCERY', n: 47_411, sales: '118661.9800'}]);
    const [all] = await app.query('select count(distinct customer_id) as customers from purchase');
    expect(all).toEqual({customers: 2377});
    await expect(page.locator('.cover')).toContainText('74,471 of 75,000 purchases, 233,935.24 of 233,935.24');
  });

  test('FoodMart: JSON with costs, a day from its name, products and customers', async ({app, page}) => {
    await app.open('#/pareto');
    const sales = dataFile('foodmart/sales_fact_dec_1998.json');
    await dropped(app, [sales, dataFile('foodmart/product.json'), dataFile('foodmart/customer.csv')]);
    const section = fileOn(page, 'sales_fact_dec_1998.json');
    await expect(section).toContainText('Its name speaks of one period: all rows are taken to be of its last day.');
    await expect(section.getByRole('listitem', {name: 'product.json'})).toContainText(
      '18,325 of 18,325 rows find their row in product.json'
    );
    const {purchases, tables} = await used(app);
    expect(purchases).toEqual({rows: 18_325, amount: '120160.8400', from: '1998-12-31', to: '1998-12-31'});
    expect(tables.customer.rows).toBe(10_281);
    const [costs] = await app.query(
      'select sum(cost)::varchar as cost, count(distinct customer_id) as buyers from purchase'
    );
    expect(costs).toEqual({cost: '48101.7681', buyers: 2689});
    const [best] = await app.query(
      'select product, sum(amount)::varchar as sales from purchase group by product order by sum(amount) desc limit 1'
    );
    expect(best).toEqual({product: 'Hilltop 200 MG Ibuprofen', sales: '255.6000'});
    const countries = await app.query(
      `select customer.country, sum(amount)::varchar as sales, count(*) as n
       from purchase join customer using (customer_key) group by all order by n desc`
    );
    expect(countries).toEqual([
      {country: 'USA', sales: '61909.8900', n: 9516},
      {country: 'Mexico', sales: '48622.0700', n: 7350},
      {country: 'Canada', sales: '9628.8800', n: 1459}
    ]);

    const nameless = 'customers_semicolon_noheader.csv';
    await dropped(app, [sales, dataFile(`foodmart/${nameless}`)]);
    await expect(fileOn(page, nameless)).toContainText('semicolon');
    await expect(fileOn(page, nameless)).toContainText('no line names the columns');
    await choose(fileOn(page, nameless), /^Role of Column 13/, 'Country');
    const receipt = await used(app);
    expect(receipt.files).toMatchObject([
      {used: 18_325, set_aside: 0},
      {file: nameless, table: 'customer', records: 10_281, header: 0, used: 10_281, set_aside: 0}
    ]);
    expect(receipt.tables.customer.rows).toBe(10_281);
    const [usa] = await app.query(
      `select sum(amount)::varchar as sales from purchase join customer using (customer_key) where customer.country = 'USA'`
    );
    expect(usa).toEqual({sales: '61909.8900'});
  });

  test('Northwind: addresses with commas that nothing quotes, and freight once per order', async ({app, page}) => {
    await app.open('#/pareto');
    const files = ['orders', 'order-details', 'customers', 'products'].map((name) => dataFile(`northwind/${name}.csv`));
    await dropped(app, files);
    await expect(fileOn(page, 'orders.csv')).toContainText('what it cost to deliver each');
    const lines = fileOn(page, 'order-details.csv');
    await expect(lines.getByRole('listitem', {name: 'orders.csv'})).toContainText('2,155 of 2,155 rows find their row');
    await expect(lines.getByRole('listitem', {name: 'products.csv'})).toContainText('2,155 of 2,155 rows find their');
    await expect(lines).toContainText('Quantity × Unit price × (1 − Discount rate)');
    const receipt = await used(app);
    const [orders, details] = receipt.files;
    expect(orders).toMatchObject({records: 831, used: 830, set_aside: 0, amount: {used: '64942.6900'}});
    expect(orders?.assumptions).toContainEqual({key: 'assumed.repaired', values: {rows: 176}});
    expect(details).toMatchObject({records: 2156, used: 2155, set_aside: 0, amount: {used: '1265793.0395'}});
    const [sums] = await app.query(
      `select count(distinct transaction_id) as orders, count(distinct customer_id) as customers,
         (select sum(amount)::varchar from partnership_cost) as freight, (select count(*) from partnership_cost) as n
       from purchase`
    );
    expect(sums).toEqual({orders: 830, customers: 89, freight: '64942.6900', n: 830});
    await expect(page.locator('.cover')).toContainText('2,155 of 2,155 purchases, 1,265,793.04 of 1,265,793.04');
    const account = await accountOf(page, 'orders.csv');
    await expect(account.getByRole('row', {name: /^used/})).toContainText('830');
    await expect(page.getByText(/176 rows/).first()).toBeVisible();
  });

  test('Olist: five files joined, freight as costs, what was canceled left out', async ({app, page}) => {
    await app.open('#/pareto');
    const names = ['order_items', 'orders', 'customers', 'products', 'order_payments'];
    await dropped(
      app,
      names.map((name) => dataFile(`olist_sample/olist_${name}_dataset.csv`))
    );
    const receipt = await used(app);
    expect(receipt.purchases).toMatchObject({rows: 8365, amount: '1093264.3500'});
    expect(receipt.kinds.cancellation).toMatchObject({rows: 542, amount: '95235.2700'});
    const [sums] = await app.query(
      `select count(distinct customer_id) as customers, (select sum(amount)::varchar from partnership_cost) as freight
       from purchase`
    );
    expect(sums).toEqual({customers: 7263, freight: '172288.3900'});
    await expect(page.locator('.cover')).toContainText('7,823 of 8,365 purchases, 998,029.08 of 1,093,264.35');
  });

  test('orders of customers who have names for ids', async ({app, page}) => {
    await app.open('#/pareto');
    const said = await dropped(app, [dataFile('rfm_orders/rfm_data_orders.csv')]);
    await expect(said).toContainText('4,906 purchases of 995 customers, 29 Oct 2001 – 30 Dec 2006, 464,158.00');
    const receipt = await used(app);
    expect(receipt.purchases).toEqual({rows: 4906, amount: '464158.0000', from: '2001-10-29', to: '2006-12-30'});
    await expect(page.locator('.takeaway')).toContainText(/20\s?% of customers make 35\.6\s?% of net sales/);
    const account = await accountOf(page, 'rfm_data_orders.csv');
    await expect(account.getByRole('row', {name: /^in the file/})).toHaveText(/in the file\s*4,907\s*464,158\.00/);
  });
});
