import {expect, it, vi} from 'vitest';
import {Pages, type PageSource, type TableRow} from './pages.svelte';

it('fetches the page that comes into view, once', async () => {
  const {page, calls} = source(1000);
  const pages = new Pages({page, count: 1000});
  pages.want(0, 30);
  pages.want(5, 35);
  expect(pages.row(3)).toBeUndefined();
  await settled(pages);
  expect(pages.row(3)).toEqual({id: 3});
  pages.want(10, 40);
  await settled(pages);
  expect(calls).toEqual([[0, 200, null, '']]);
});

it('has at most two requests under way, and next asks for what is seen by then', async () => {
  const {page, calls} = source(100_000);
  const pages = new Pages({page, count: 100_000});
  for (const start of [0, 1000, 2000, 3000, 4000]) pages.want(start, start + 30);
  await settled(pages);
  expect(calls.map(([offset]) => offset)).toEqual([0, 1000, 4000]);
  expect(pages.row(4001)).toEqual({id: 4001});
});

it('keeps the old rows until the first of the new order are there', async () => {
  const {page} = source(1000);
  const pages = new Pages({page, count: 1000});
  pages.want(0, 30);
  await settled(pages);
  pages.order({column: 'id', descending: true});
  expect(pages.row(0)).toEqual({id: 0});
  expect(pages.busy).toBe(true);
  await settled(pages);
  expect(pages.row(0)).toEqual({id: 999});
});

it('begins at the first row after a search, and has the count of what was found', async () => {
  const {page, calls} = source(1000);
  const pages = new Pages({page, count: 1000});
  pages.want(800, 830);
  await settled(pages);
  pages.find('9');
  await settled(pages);
  expect(calls.at(-1)).toEqual([0, 200, null, '9']);
  expect(pages.count).toBe(271);
  expect(pages.row(0)).toEqual({id: 9});
});

it('takes no answer to a question that was asked before another', async () => {
  const answers: ((rows: TableRow[]) => void)[] = [];
  const page: PageSource = () => new Promise((resolve) => answers.push((rows) => resolve({rows, count: rows.length})));
  const pages = new Pages({page, count: 5});
  pages.want(0, 5);
  pages.find('x');
  answers[1]?.([{id: 'new'}]);
  await settled(pages);
  answers[0]?.([{id: 'old'}]);
  await Promise.resolve();
  expect(pages.row(0)).toEqual({id: 'new'});
  expect(pages.count).toBe(1);
});

it('shows another source in the same order, at the same place', async () => {
  const pages = new Pages({page: source(1000).page, count: 1000, sort: {column: 'id', descending: true}});
  pages.want(400, 430);
  await settled(pages);
  const other = source(600);
  pages.replace(other.page, 600);
  expect(pages.count).toBe(600);
  await settled(pages);
  expect(other.calls).toEqual([[400, 200, {column: 'id', descending: true}, '']]);
  expect(pages.row(400)).toEqual({id: 199});
});

it('tells an error, asks no more, and asks again when told to', async () => {
  const good = source(10).page;
  const page = vi.fn<PageSource>().mockRejectedValueOnce(new Error('out of memory')).mockImplementation(good);
  const pages = new Pages({page, count: 10});
  pages.want(0, 10);
  await settled(pages);
  pages.want(0, 10);
  expect(pages.error?.message).toBe('out of memory');
  expect(page).toHaveBeenCalledTimes(1);
  pages.retry();
  await settled(pages);
  expect(pages.error).toBeUndefined();
  expect(pages.row(9)).toEqual({id: 9});
});

it('holds no more than forty pages, and those that are seen', async () => {
  const {page, calls} = source(100_000);
  const pages = new Pages({page, count: 100_000});
  for (let at = 0; at < 45; at += 1) {
    pages.want(at * 200, at * 200 + 10);
    await settled(pages);
  }
  expect(pages.row(0)).toBeUndefined();
  expect(pages.row(44 * 200)).toEqual({id: 8800});
  expect(pages.row(30 * 200)).toEqual({id: 6000});
  expect(calls).toHaveLength(45);
});

/** Rows with their own number; a search keeps those whose number has the text in it. */
function source(rows: number): {page: PageSource; calls: Parameters<PageSource>[]} {
  const calls: Parameters<PageSource>[] = [];
  const page: PageSource = async (offset, limit, sort, search) => {
    calls.push([offset, limit, sort, search]);
    await Promise.resolve();
    const found = Array.from({length: rows}, (_, id) => ({id})).filter(({id}) => String(id).includes(search));
    if (sort?.descending) found.reverse();
    return {rows: found.slice(offset, offset + limit), count: found.length};
  };
  return {page, calls};
}

const settled = (pages: Pages): Promise<void> => vi.waitUntil(() => !pages.busy, {interval: 1}).then(() => {});
