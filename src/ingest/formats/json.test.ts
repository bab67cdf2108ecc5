import {existsSync, readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {expect, it} from 'vitest';
import {FormatError} from './converter';
import {json} from './json';

it('reads a list of records, whose columns are the keys of all of them', async () => {
  const text = '[{"id": 1, "name": "Ada"},\n {"name": "Bo, of \\"X\\"", "late": true, "id": 2}, {"id": null}]';
  expect(await tables(text)).toEqual({'': 'id,name,late\n1,Ada,\n2,"Bo, of ""X""",true\n,,\n'.replace(',,\n', '\n')});
});

it('keeps numbers as they are written', async () => {
  const text = '[{"id": 123456789012345678, "price": 10.50, "tiny": 1e-7, "big": -1.5E+300, "odd": NaN}]';
  expect(await tables(text)).toEqual({'': 'id,price,tiny,big,odd\n123456789012345678,10.50,1e-7,-1.5E+300,NaN\n'});
});

it('gives the keys of nested objects columns of their own, and keeps other lists as JSON', async () => {
  const text = `{"id": 7, "customer": {"name": "Ada", "address": {"city": "Oslo"}}, "tags": ["a", "b"], "none": []}
    {"id": 8, "customer": null, "tags": []}`;
  expect(await tables(text)).toEqual({
    '': 'id,customer.name,customer.address.city,tags,customer\n7,Ada,Oslo,"[""a"", ""b""]",\n8,,,,\n'
  });
});

it('makes tables of the lists of records in records, beside what tells those apart', async () => {
  const text = `{"orders": [
    {"id": "A1", "total": 5, "line_items": [{"id": 1, "sku": "x", "taxes": [{"rate": 0.2}]}, {"id": 2, "sku": "y"}]},
    {"line_items": [{"sku": "z", "id": 3}], "id": "A2", "total": 6}
  ]}`;
  expect(await tables(text)).toEqual({
    orders: 'id,total\nA1,5\nA2,6\n',
    'orders › line_items': 'orders.id,id,sku\nA1,1,x\nA1,2,y\nA2,3,z\n',
    'orders › line_items › taxes': 'orders.id,line_items.id,sku,rate\nA1,1,x,0.2\n'
  });
});

it('keeps lists of records as JSON where nothing tells their record apart', async () => {
  expect(await tables('[{"a": 1, "list": [{"b": 2}]}]')).toEqual({'': 'a,list\n1,"[{""b"": 2}]"\n'});
});

it('finds records under keys, several too, whose common beginning goes without saying', async () => {
  const text = '{"ok": true, "data": {"orders": [{"id": 1}], "customers": [{"id": 2, "x": 3}], "empty": []}}';
  expect(await tables(text)).toEqual({orders: 'id\n1\n', customers: 'id,x\n2,3\n'});
  expect(await tables('{"data": {"orders": [{"id": 1}]}}')).toEqual({orders: 'id\n1\n'});
});

it('takes __proto__ and constructor for keys like others, and a key twice for two columns', async () => {
  const text = '[{"__proto__": {"polluted": "yes"}, "constructor": "c", "a": 1, "a": 2}, {"toString": null, "a": 3}]';
  expect(await tables(text)).toEqual({
    '': '__proto__.polluted,constructor,a,a,toString\nyes,c,1,2,\n,,3,,\n'
  });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('reads rows of lists, named where names are beside them', async () => {
  expect(await tables('[["id", "name"], [1, "Ada"]]')).toEqual({'': 'id,name\n1,Ada\n'});
  expect(await tables('["id", "name"]\n[1, "Ada"]\n')).toEqual({'': 'id,name\n1,Ada\n'});
  expect(await tables('{"columns": ["id", "n"], "index": [0], "data": [[1, "Ada"]]}')).toEqual({data: 'id,n\n1,Ada\n'});
});

it('reads one object as columns, as records by their keys, or as one record', async () => {
  expect(await tables('{"id": [1, 2], "n": ["a", null]}')).toEqual({'': 'id,n\n1,a\n2,\n'});
  expect(await tables('{"id": {"0": 1, "1": 2}, "n": {"0": "a", "1": "b"}}')).toEqual({'': 'id,n\n1,a\n2,b\n'});
  const keys = '{"17": {"n": "a"}, "18": {"n": "b", "m": 1}, "19": {"n": "c"}}';
  expect(await tables(keys)).toEqual({'': 'key,n,m\n17,a,\n18,b,1\n19,c,\n'});
  expect(await tables('{"id": 1, "amount": 2.50}')).toEqual({'': 'id,amount\n1,2.50\n'});
});

it('says what it has beside its records, and which of them are not UTF-8', async () => {
  const beside =
    '{"page": 1, "ok": true, "next": null, "tags": ["a", "b"], "orders": [{"id": 1}], "meta": {"by": "x"}}';
  expect(await notes(new Blob([beside]))).toEqual([
    {key: 'json.beside', values: {said: 'page: 1; ok: true; tags: a, b; meta.by: x', more: 0}}
  ]);
  const western = Buffer.from('[{"a": "Zoë"}, {"a": "Zo"}]', 'latin1');
  expect(await notes(new Blob([western]))).toEqual([{key: 'json.encoding', values: {count: 1}}]);
  expect(await tables(new Blob([western]))).toEqual({'': 'a\nZoë\nZo\n'});
  expect(await notes(new Blob(['{"id": 1}']))).toEqual([]);
});

it('drops the wrappers by which databases say types', async () => {
  const text =
    '{"_id": {"$oid": "5f"}, "at": {"$date": {"$numberLong": "17"}}, "n": {"$numberDecimal": "1.10"}}\n{"n": 2}';
  expect(await tables(text)).toEqual({'': '_id,at,n,n\n5f,17,1.10,\n,,,2\n'});
});

it('reads escapes, other encodings and gzip', async () => {
  const text = '[{"a": "\\u00e9\\n\\ud83d\\ude00\\/", "b": "ö\u2028"}]';
  const written = {'': 'a,b\n"é\n😀/",ö\u2028\n'};
  expect(await tables(text)).toEqual(written);
  expect(await tables(new Blob(['\ufeff', text]))).toEqual(written);
  expect(await tables(new Blob([gzipSync(text)]))).toEqual(written);
  const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  expect(await tables(new Blob([wide]))).toEqual(written);
  expect(await tables(new Blob([wide.slice(2)]))).toEqual(written);
  expect(await tables(new Blob([wide.map((_, at) => wide[at ^ 1] ?? 0)]))).toEqual(written);
});

it.each([
  ['[{"a": 1},\n {"b": 2 "c": 3}]', 'json-broken', {line: 2, character: 10}],
  ['[{"a": 1},\n {"b": tru}]', 'json-broken', {line: 2, character: 8}],
  ['[{"a": 1} {"a": 2}]', 'json-broken', {line: 1, character: 11}],
  ['[{"a": 1}]\n]', 'json-broken', {line: 2, character: 1}],
  ['{"ö": 1}\n{"a": 01}\n', 'json-broken', {line: 2, character: 7}],
  ['[{"a": 1},\n {"b": "x', 'json-cut', {line: 2}],
  ['[{"a": 1},\n', 'json-cut', {line: 2}],
  ['{"a": [{"b": 1}],', 'json-cut', {line: 1}],
  ['"text"', 'json', {}],
  ['[1, 2, 3]', 'json', {}],
  [`[{"a": ${'['.repeat(9000)}${']'.repeat(9000)}}]`, 'json-deep', {line: 1}],
  [`[{${Array.from({length: 6000}, (_, at) => `"k${at}": 1`).join(', ')}}]`, 'json-wide', {line: 1}]
])('refuses %.40s', async (text, kind, place) => {
  const error: unknown = await tables(text).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FormatError);
  expect(error).toMatchObject({kind, values: place});
});

it('reads values longer than what is read at once, wherever that ends', async () => {
  const rows = Array.from(
    {length: 12_000},
    (_, at) => `{"id": ${at}, "text": "${'é"}{'.replace('"', '\\"').repeat(at % 50)}"}`
  );
  const lines = await tables(rows.join('\n'));
  const array = await tables(`[${rows.join(',')}]`);
  const expected = rows.map((row) => JSON.parse(row) as {id: number; text: string});
  const text = expected.map(({id, text: own}) => `${id},${own === '' ? '' : `"${own.replaceAll('"', '""')}"`}\n`);
  expect(lines).toEqual({'': `id,text\n${text.join('')}`});
  expect(array).toEqual(lines);
  const long = 'x'.repeat(5_000_000);
  expect(await tables(`[{"a": "${long}"}, {"a": 2}]`)).toEqual({'': `a\n${long}\n2\n`});
});

const foodmart = new URL('../../../../shared/data/foodmart/', import.meta.url);

it.skipIf(!existsSync(foodmart))('reads the records of FoodMart as JSON.parse does', {timeout: 60_000}, async () => {
  for (const name of ['product.json', 'expense_fact.json', 'sales_fact_dec_1998.json']) {
    const text = readFileSync(new URL(name, foodmart), 'utf8');
    const rows = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const [table = ''] = Object.values(await tables(text));
    const lines = table.split('\n');
    const names = lines[0]?.split(',') ?? [];
    expect(new Set(names)).toEqual(new Set(rows.flatMap((row) => Object.keys(row))));
    expect(lines).toHaveLength(rows.length + 2);
    const first = rows[0] ?? {};
    expect(lines[1]?.split(',').slice(0, 2)).toEqual(names.slice(0, 2).map((key) => String(first[key])));
  }
});

async function notes(blob: Blob): Promise<unknown> {
  for await (const table of json(blob, () => undefined)) if ('text' in table) return table.notes;
  return null;
}

/** The tables as text, by the way to them. */
async function tables(source: string | Blob): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const table of json(typeof source === 'string' ? new Blob([source]) : source, () => undefined)) {
    if ('refused' in table) throw table.refused;
    found[table.part.join(' › ')] = await table.text.text();
  }
  return found;
}
