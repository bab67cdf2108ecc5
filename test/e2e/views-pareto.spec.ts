import {listed, numberIn, openView, settled, textsOf} from './support/view';
import {expect, test} from './support/test';

interface Ranked {
  rank: number;
  net_sales: number;
  class: 'A' | 'B' | 'C';
}

test('a threshold dragged, arrowed or typed moves every picture, sentence and list', async ({app, page}) => {
  await openView(app, '#/pareto');
  const rows = (await app.run('pareto')) as unknown as Ranked[];
  const total = rows.reduce((sum, row) => sum + row.net_sales, 0);
  const shareOf = (count: number) =>
    `${Number(((100 * rows.slice(0, count).reduce((sum, row) => sum + row.net_sales, 0)) / total).toFixed(1))}%`;

  const said = page.getByText(/^The top .* make .* of net sales; the rest/).first();
  const field = page.getByRole('spinbutton', {name: 'The largest'});
  const handles = page.getByRole('slider', {name: 'The largest customers'});
  const smallest = page.getByRole('slider', {name: 'The smallest customers'});
  const isAt = async (percent: number) => {
    const count = Math.ceil((percent / 100) * rows.length - 1e-9);
    await expect(field).toHaveValue(String(percent));
    await expect(handles.first()).toHaveAttribute('aria-valuenow', String(percent));
    await expect(handles.last()).toHaveAttribute('aria-valuenow', String(percent));
    await expect(smallest).toHaveAttribute('aria-valuenow', String(100 - percent));
    await expect(said).toContainText(`The top ${percent}% (${count.toLocaleString('en-GB')} customers) make`);
    await expect(said).toContainText(shareOf(count));
    return count;
  };
  await isAt(20);

  const knob = await handles.first().locator('circle').boundingBox();
  const chart = await page.locator('[data-figure] svg').first().boundingBox();
  if (!knob || !chart) throw new Error('nothing is drawn');
  const from = {x: knob.x + knob.width / 2, y: knob.y + knob.height / 2};
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const part of [0.05, 0.1, 0.15, 0.2]) await page.mouse.move(from.x + part * chart.width, from.y - 40);
  const dragged = Number(await field.inputValue());
  expect(dragged).toBeGreaterThan(35);
  expect(dragged).toBeLessThan(50);
  await isAt(dragged);
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`threshold=${dragged}`));

  await handles.first().focus();
  await page.keyboard.press('ArrowLeft');
  await isAt(dragged - 1);
  await smallest.focus();
  await page.keyboard.press('ArrowRight');
  await isAt(dragged - 2);

  await field.fill('5');
  await field.press('Enter');
  const count = await isAt(5);
  await expect(page).toHaveURL(/threshold=5(&|$)/);
  await settled(page);
  await page.getByRole('button', {name: `Show these ${count} customers`}).click();
  expect(await listed(page)).toBe(count);
});

test('what stands beside the textbook, and who crossed a class, is what the data says', async ({app, page}) => {
  await openView(app, '#/pareto');
  const rows = (await app.run('pareto')) as unknown as Ranked[];
  const [fifth] = await app.query(
    `with customer_sales as (
       select customer_key, sum(amount) as sales from purchase where kind in ('sale', 'return') group by 1
     )
     select round(100.0 * sum(sales) filter (place <= ceil(n / 5)) / sum(sales), 1)::varchar as share, max(n)::int as n
     from (select sales, row_number() over (order by sales desc) as place, count(*) over () as n from customer_sales)`
  );
  const claims = await textsOf(page.getByRole('table', {name: 'The textbook, and this data'}));
  expect(fifth?.['n']).toBe(rows.length);
  expect(claims[1]?.slice(0, 2)).toEqual(['20% of customers make … of net sales', '80%']);
  expect(claims[1]?.[2]).toBe(`${Number(fifth?.['share'])}% (${Math.ceil(rows.length / 5)})`);
  const total = rows.reduce((sum, row) => sum + row.net_sales, 0);
  let reached = 0;
  const needed = rows.findIndex((row) => (reached += row.net_sales) >= 0.8 * total) + 1;
  expect(claims[1]?.[3]).toContain(`(${needed}) for 80%`);

  const cell = page.getByRole('button', {name: /^Class A → Class C: /});
  const fallen = numberIn((await cell.getAttribute('aria-label'))?.split(':')[1] ?? null);
  expect(fallen).toBeGreaterThan(0);
  await cell.click();
  expect(await listed(page)).toBe(fallen);
  await page
    .getByRole('button', {name: `Show all ${fallen}`})
    .first()
    .click();
  expect(await listed(page)).toBe(fallen);

  await page.getByRole('button', {name: 'Show the customers of class B'}).click();
  expect(await listed(page)).toBe(rows.filter((row) => row.class === 'B').length);
});
