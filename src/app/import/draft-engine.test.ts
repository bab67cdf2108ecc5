import {expect, it, vi} from 'vitest';
import {testEngine} from '../../../test/engine';
import {load} from '../../ingest/load';
import {day, money} from '../../messages/format';
import {Draft, type DraftFile} from './draft.svelte';
import {rowsOf} from './rows';

const german = [
  'Export vom 01.02.2024;;;',
  'Kundennummer;Rechnungsdatum;Umsatz;Artikel',
  '0012;01.02.2024;1.234,50 €;Tee',
  '0012;13.02.2024;-34,50 €;Tee',
  '0099;14.02.2024;n/a;Kaffee',
  ';15.02.2024;10,00 €;Kaffee',
  ''
].join('\r\n');

it('shows the rows of a German file as they will be read, and what follows', async () => {
  const draft = await drafted(new File([german], 'umsatz.csv'));
  const file = await shown(draft);
  const rows = file.preview ? rowsOf(file.preview) : [];
  expect(rows.map(({line, kind, aside}) => [line, kind, aside])).toEqual([
    [3, 'sale', null],
    [4, 'return', null],
    [5, null, 'no amount'],
    [6, 'anonymous', null]
  ]);
  expect(rows[0]?.cells.map(({read}) => read)).toEqual(['0012', day('2024-02-01'), money('1234.50'), 'Tee']);
  expect(rows[0]?.cells[2]?.raw).toBe('1.234,50 €');
  expect(rows[2]?.cells.map(({problem}) => problem)).toEqual([null, null, 'no amount', null]);
  expect(file.preview?.result.totals).toMatchObject({
    rows: 4,
    used: 2,
    aside: 1,
    customers: 1,
    amount: '1200.0000',
    from: '2024-02-01',
    to: '2024-02-13',
    kinds: {sale: 1, return: 1, cancellation: 0, free: 0, anonymous: 1}
  });
  expect(draft.ready).toBe(true);
});

it('follows an edit: another order of day and month, another sign', async () => {
  const draft = await drafted(new File([german], 'umsatz.csv'));
  await shown(draft);
  draft.setFormat('f1', 'purchased_on', {date: '%m.%d.%Y'});
  draft.setFormat('f1', 'amount', {decimal: ',', sign: -1});
  const file = await shown(draft);
  const rows = file.preview ? rowsOf(file.preview) : [];
  expect(rows[0]?.cells.map(({read}) => read)).toEqual(['0012', day('2024-01-02'), money('-1234.50'), 'Tee']);
  expect(rows[1]?.aside).toBe('not a date');
});

it('reads a file in the encoding that the person says', async () => {
  const text = 'Kunde;Datum;Betrag\r\nJosé;2024-01-31;5\r\nJosé;2024-02-28;6\r\n';
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const draft = await drafted(new File([bytes], 'kunden.csv'));
  expect(draft.recipe.files[0]?.encoding).toBe('windows-1252');
  await draft.setReading('f1', {encoding: 'windows-1251'});
  const file = await shown(draft);
  expect(file.preview?.result.rows[0]?.raw[0]).toBe('Josй');
  draft.undo();
  expect((await shown(draft)).preview?.result.rows[0]?.raw[0]).toBe('José');
});

it('loads what it shows: the totals of the preview are those of the receipt', async () => {
  const engine = await testEngine();
  const draft = await drafted(new File([german], 'umsatz.csv'));
  const {preview} = await shown(draft);
  const {receipt} = await load(engine, draft.sources, draft.recipe);
  const totals = preview?.result.totals;
  expect(receipt.purchases).toMatchObject({
    rows: totals?.used,
    amount: totals?.amount,
    from: totals?.from,
    to: totals?.to
  });
  expect(receipt.kinds.anonymous.rows).toBe(totals?.kinds.anonymous);
});

it('opens again what was loaded, as it was read', async () => {
  const draft = await drafted(new File([german], 'umsatz.csv'));
  draft.setRole('f1', draft.files[0]?.inspection?.columns[3] ?? expect.fail('no column'), 'category');
  const again = new Draft(await testEngine());
  await again.restore(draft.sources, draft.recipe);
  expect(again.recipe.files[0]?.roles).toMatchObject({category: {column: 3}});
  expect(again.recipe.files[0]?.roles).not.toHaveProperty('product');
});

async function drafted(...files: File[]): Promise<Draft> {
  const draft = new Draft(await testEngine());
  await draft.add(files);
  return draft;
}

/** The first file, once its newest mapping is on screen. */
async function shown(draft: Draft): Promise<DraftFile> {
  await vi.waitFor(() => expect(draft.files[0]?.preview?.mapping).toBe(draft.files[0]?.mapping), {timeout: 5000});
  return draft.files[0] as DraftFile;
}
