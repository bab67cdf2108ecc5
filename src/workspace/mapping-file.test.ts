import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {MappingError} from '../engine/errors';
import {guess} from '../ingest/guess/guess';
import {inspect} from '../ingest/look/inspect';
import type {FileMapping, Format, Recipe} from '../ingest/types';
import {samples} from '../../test/presets/samples';
import {isMappingName, largest, mappingName, mappingOf, mappingText, readMapping} from './mapping-file';

describe('a mapping that is saved', () => {
  it('is read back as it was, whatever its columns are called', () => {
    fc.assert(
      fc.property(recipes, (recipe) => {
        expect(mappingOf(mappingText(recipe), 'm.json')).toEqual(recipe);
      }),
      {numRuns: 200, seed: 7}
    );
  });

  it('of every preset is read back, without the reasons', async () => {
    for (const {text} of Object.values(samples)) {
      const recipe = guess([await inspect({id: 'f1', name: 'export.csv', blob: new Blob([text])})]);
      const back = mappingOf(mappingText(recipe), 'm.json');
      expect(back).toEqual(
        JSON.parse(JSON.stringify(recipe, (key, value: unknown) => (key === 'reason' ? undefined : value)))
      );
    }
  });

  it('has no value of the file in it', async () => {
    const rows = ['Ada Geheim', 'Bo Vertraulich', 'Cy Privat'].map(
      (who, n) => `${who};1${n}.02.2024;77${n},25;Ulm-${n}`
    );
    const text = `Kunde;Datum;Betrag;Ort\n${rows.join('\n')}\n`;
    const recipe = guess([await inspect({id: 'f1', name: 'umsatz.csv', blob: new Blob([text])})]);
    const saved = mappingText(recipe);
    for (const value of rows.flatMap((row) => row.split(';'))) expect(saved).not.toContain(value);
    expect(saved).toContain('Kunde');
  });

  it('is called after the first file', () => {
    expect(mappingName(recipeOf({file: 'umsatz-02.csv.gz'}))).toBe('umsatz-02.rapport-mapping.json');
    expect(mappingName(recipeOf({file: 'book.xlsx › Orders'}))).toBe('book.xlsx › Orders.rapport-mapping.json');
    expect(isMappingName('umsatz-02.rapport-mapping.json')).toBe(true);
    expect(isMappingName('umsatz-02.rapport-mapping (1).json')).toBe(true);
    expect(isMappingName('orders.json')).toBe(false);
  });
});

describe('a file that is no such mapping is refused, and says why', () => {
  const good = JSON.parse(mappingText(recipeOf({}))) as {recipe: {files: Record<string, unknown>[]; rules: object}};
  const [file = {}] = good.recipe.files;
  const withFile = (change: object): object => ({...good, recipe: {...good.recipe, files: [{...file, ...change}]}});

  it.each<[what: string, text: string, says: RegExp]>([
    ['text', 'hello', /m\.json is no mapping/],
    ['other JSON', '[1, 2, 3]', /is no mapping/],
    ['null', 'null', /is no mapping/],
    ['a newer one', JSON.stringify({...good, version: 2}), /newer version/],
    ['a newer recipe', JSON.stringify({...good, recipe: {...good.recipe, version: 9}}), /newer version/],
    ['without files', JSON.stringify({...good, recipe: {version: 1, rules: {}}}), /files/],
    ['__proto__', mappingText(recipeOf({})).replace('"file":', '"__proto__": {"polluted": 1}, "file":'), /__proto__/],
    ['a role of JavaScript', JSON.stringify(withFile({roles: {constructor: {column: 0, format: {}}}})), /constructor/],
    ['a role that is no column', JSON.stringify(withFile({roles: {amount: {column: 99, format: {}}}})), /99/],
    ['a role that is no object', JSON.stringify(withFile({roles: {amount: 3}})), /roles\.amount/],
    ['another table', JSON.stringify(withFile({table: 'main; drop table purchase'})), /table/],
    ['an unknown property', JSON.stringify(withFile({sql: 'select 1'})), /sql/],
    [
      'a format that is none',
      JSON.stringify(withFile({roles: {purchased_on: {column: 0, format: {date: 'x'}}}})),
      /date/
    ],
    ['a quote that is none', JSON.stringify(withFile({dialect: {delimiter: ',', quote: '`', escape: ''}})), /quote/],
    [
      'a number of lines that is none',
      JSON.stringify(withFile({region: {preamble: -1, header: 1, footer: 0}})),
      /preamble/
    ],
    ['an amount that is none', JSON.stringify(withFile({amount: '1 + 1'})), /amount/],
    ['a rule that is none', JSON.stringify({...good, recipe: {...good.recipe, rules: {free: 'maybe'}}}), /free/],
    ['a list where a text belongs', JSON.stringify(withFile({encoding: ['utf-8']})), /encoding/]
  ])('%s', (_, text, says) => {
    expect(() => mappingOf(text, 'm.json')).toThrow(MappingError);
    expect(() => mappingOf(text, 'm.json')).toThrow(says);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('one that is too large, unread', async () => {
    await expect(readMapping(new File([' '.repeat(largest + 1)], 'm.json'))).rejects.toThrow(/larger than any mapping/);
  });

  it('whatever is in it: nothing but a MappingError comes of it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        try {
          mappingOf(
            JSON.stringify({format: 'rapport-mapping', version: 1, recipe: JSON.parse(text) as unknown}),
            'm.json'
          );
        } catch (error) {
          expect(error).toBeInstanceOf(MappingError);
        }
      }),
      {numRuns: 300, seed: 11}
    );
  });
});

function recipeOf(change: Partial<FileMapping>): Recipe {
  const file: FileMapping = {
    file: 'orders.csv',
    table: 'purchase',
    encoding: 'utf-8',
    dialect: {delimiter: ',', quote: '"', escape: '"'},
    region: {preamble: 0, header: 1, footer: 0},
    header: ['who', 'day', 'total'],
    roles: {customer_id: {column: 0, format: {}}},
    amount: 'column',
    attributes: []
  };
  return {version: 1, files: [{...file, ...change}], rules: guess([]).rules};
}

const names = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 40}),
  fc.constantFrom('__proto__', 'constructor', '', 'Größe "x"', '=1+1')
);
const formats: fc.Arbitrary<Format> = fc.record(
  {
    date: fc.constantFrom('%d.%m.%Y', '%Y-%m-%d'),
    decimal: fc.constantFrom<'.' | ','>('.', ','),
    sign: fc.constantFrom<1 | -1>(1, -1),
    id: fc.constant('number' as const)
  },
  {requiredKeys: []}
);
const mappings: fc.Arbitrary<FileMapping> = fc.array(names, {minLength: 1, maxLength: 12}).chain((header) => {
  const place = fc.nat(header.length - 1);
  const role = fc.record({column: place, format: formats});
  return fc.record(
    {
      file: names,
      table: fc.constant('purchase' as const),
      encoding: fc.constantFrom('utf-8', 'windows-1252'),
      dialect: fc.record({
        delimiter: fc.constantFrom(',', ';', '\t', '||'),
        quote: fc.constantFrom<'"' | "'" | ''>('"', "'", ''),
        escape: fc.constantFrom('"', '\\', '')
      }),
      region: fc.record({preamble: fc.nat(9), header: fc.nat(3), footer: fc.nat(9)}),
      header: fc.constant(header),
      roles: fc.dictionary(fc.constantFrom('customer_id', 'purchased_on', 'amount', 'credit', 'unit_price'), role),
      amount: fc.constantFrom<FileMapping['amount']>('column', 'quantity × unit_price', 'credit − debit', null),
      attributes: fc.array(place, {maxLength: 5}),
      currency: fc.constant('EUR'),
      preset: fc.constant('shopify/orders'),
      fill: fc.record({within: fc.option(place), columns: fc.array(place, {maxLength: 4})}),
      only: fc.array(fc.record({column: place, keeps: fc.constant('values' as const), values: fc.array(names)}), {
        maxLength: 3
      }),
      adds: fc.constantFrom<'append' | 'update'>('append', 'update')
    },
    {requiredKeys: ['file', 'table', 'encoding', 'dialect', 'region', 'header', 'roles', 'amount', 'attributes']}
  );
});
const recipes: fc.Arbitrary<Recipe> = fc
  .array(mappings, {maxLength: 4})
  .map((files) => ({version: 1, files, rules: guess([]).rules}));
