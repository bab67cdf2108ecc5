import {describe, expect, it} from 'vitest';
import {MappingError} from '../../engine/errors';
import {applyMapping, checkRecipe, overridesOf, type Changes, type PersonsMapping} from './apply';
import {guess} from '../guess/guess';
import {inspect} from '../look/inspect';
import type {FileMapping, Inspection, Recipe} from '../types';

const text = 'who,day,total,list,n\nA,01/02/2024,5.00,2.50,2\nA,03/04/2024,7.50,2.50,3\nB,05/06/2024,2.50,2.50,1\n';

describe('a person’s mapping', () => {
  it('without anything leaves the guess as it is', async () => {
    const {inspections, recipe} = await given();
    expect(applyMapping(recipe, inspections)).toBe(recipe);
    expect(applyMapping(recipe, inspections, {})).toEqual(recipe);
  });

  it('names columns by header, by number, or with how their text is read', async () => {
    const mapping = await mapped({
      columns: {
        customer_id: 'WHO',
        purchased_on: {column: 1, date: '%m/%d/%Y'},
        amount: {column: 'total', decimal: ',', sign: -1},
        quantity: 4
      }
    });
    expect(mapping).toMatchObject({table: 'purchase', amount: 'column'});
    expect(mapping.roles).toMatchObject({
      customer_id: {column: 0, format: {}},
      purchased_on: {column: 1, format: {date: '%m/%d/%Y'}},
      amount: {column: 2, format: {decimal: ',', sign: -1}},
      quantity: {column: 4, format: {decimal: '.'}}
    });
    expect(checkRecipe({version: 1, files: [mapping], rules: guess([]).rules})).toEqual([]);
  });

  it('keeps the format that was found where it says none', async () => {
    const mapping = await mapped({columns: {customer_id: 'who', purchased_on: 'day', amount: 'total'}});
    expect(mapping.roles['purchased_on']?.format).toEqual({date: '%d/%m/%Y'});
  });

  it('makes the amount of quantity and unit price where it names them', async () => {
    const mapping = await mapped({
      columns: {customer_id: 'who', purchased_on: 'day', quantity: 'n', unit_price: 'list', amount: null}
    });
    expect(mapping.amount).toBe('quantity × unit_price');
    expect((await mapped({amount: 'quantity × unit_price', columns: {quantity: 'n', unit_price: 'list'}})).amount).toBe(
      'quantity × unit_price'
    );
  });

  it('takes a role away, and a column from the role that was guessed for it', async () => {
    const mapping = await mapped({columns: {amount: 'list', customer_id: null}});
    expect(mapping.roles['amount']?.column).toBe(3);
    expect(mapping.roles).not.toHaveProperty('customer_id');
    expect(Object.values(mapping.roles).filter(({column}) => column === 3)).toHaveLength(1);
  });

  it('chooses the table, and leaves a file out', async () => {
    const customers = await mapped({table: 'customer', columns: {customer_id: 'who'}});
    expect(customers).toMatchObject({table: 'customer', attributes: [1, 2, 3, 4], reason: {key: 'chosen'}});
    expect(await mapped({table: null})).toMatchObject({table: null, roles: {}, amount: null});
  });

  it('says what counts', async () => {
    const {inspections, recipe} = await given();
    expect(applyMapping(recipe, inspections, {rules: {anonymous: 'keep'}}).rules).toEqual({
      ...recipe.rules,
      anonymous: 'keep'
    });
  });

  it('says how to read the bytes', () => {
    const mapping: Changes = {
      files: {'mine.csv': {encoding: 'windows-1250', region: {footer: 2}, dialect: {delimiter: ';'}}}
    };
    expect(overridesOf(mapping, 'mine.csv')).toEqual({
      encoding: 'windows-1250',
      region: {footer: 2},
      dialect: {delimiter: ';'}
    });
    expect(overridesOf(mapping, 'other.csv')).toEqual({});
    expect(overridesOf(undefined, 'mine.csv')).toEqual({});
  });
});

describe('what is not there is named', () => {
  it.each<[what: string, mapping: unknown, role: string | undefined, says: RegExp]>([
    ['file', {files: {'x.csv': {}}}, undefined, /“x.csv”.*“mine.csv”/],
    ['part', {file: {}}, undefined, /“file”.*“files”, “rules”/],
    ['part of a file', {files: {'mine.csv': {roles: {}}}}, undefined, /“roles”.*“columns”/],
    ['table', {files: {'mine.csv': {table: 'sales'}}}, undefined, /“sales”.*“purchase”/],
    ['role', {files: {'mine.csv': {columns: {price: 'list'}}}}, 'price', /“price”.*“unit_price”/],
    ['role from JavaScript', {files: {'mine.csv': {columns: {constructor: 'list'}}}}, 'constructor', /“constructor”/],
    ['header', {files: {'mine.csv': {columns: {amount: 'sum'}}}}, 'amount', /“sum”.*“who”, “day”, “total”/],
    ['number', {files: {'mine.csv': {columns: {amount: 9}}}}, 'amount', /column 9/],
    ['decimal mark', {files: {'mine.csv': {columns: {amount: {column: 2, decimal: ';'}}}}}, 'amount.decimal', /“;”/],
    [
      'date format',
      {files: {'mine.csv': {columns: {purchased_on: {column: 1, date: 'dmy'}}}}},
      'purchased_on.date',
      /“dmy”/
    ],
    ['amount', {files: {'mine.csv': {amount: 'sum'}}}, 'amount', /“sum”/],
    ['rule', {rules: {refunds: 'keep'}}, undefined, /“refunds”/],
    ['value of a rule', {rules: {free: 'maybe'}}, 'free', /“maybe”.*“leave out”/]
  ])('%s', async (_, mapping, role, says) => {
    const {inspections, recipe} = await given();
    const error = thrown(() => applyMapping(recipe, inspections, mapping as PersonsMapping));
    expect(error.message).toMatch(says);
    expect(error.role).toBe(role);
  });
});

describe('a recipe', () => {
  it('finds its columns by name in next month’s file, wherever they are', async () => {
    const {inspections, recipe} = await given();
    const saved = JSON.parse(JSON.stringify(applyMapping(recipe, inspections, {rules: {free: 'keep'}}))) as Recipe;
    const next = [await look('n,list,total,day,who\n2,2.50,5.00,01/07/2024,A\n1,2.50,2.50,02/07/2024,B\n', 'july.csv')];
    const applied = applyMapping(guess(next), next, saved);
    const before = recipe.files[0]?.roles ?? {};
    expect(applied.rules.free).toBe('keep');
    expect(applied.files[0]).toMatchObject({file: 'july.csv', header: ['n', 'list', 'total', 'day', 'who']});
    for (const [role, {column}] of Object.entries(before))
      expect(applied.files[0]?.roles[role]?.column).toBe(4 - column);
  });

  it('takes a column that is named alike for one that is gone', async () => {
    const {inspections, recipe} = await given();
    const saved = applyMapping(recipe, inspections, {files: {'mine.csv': {columns: {amount: 'total'}}}});
    const next = [await look('who,day,sum\nA,01/07/2024,5.00\nB,02/07/2024,2.50\n')];
    const [mapping] = applyMapping(guess(next), next, saved).files;
    expect(mapping?.header[mapping.roles['amount']?.column ?? -1]).toBe('sum');
  });

  it('that fits none of the files says so', async () => {
    const {inspections, recipe} = await given();
    const other = [await look('a,b\n1,2\n3,4\n', 'other.csv')];
    expect(thrown(() => applyMapping(guess(other), other, recipe)).message).toMatch(/“mine.csv”.*“other.csv”/);
    expect(applyMapping(guess(inspections), inspections, recipe).files).toEqual(recipe.files);
  });

  it('reads the bytes as before, but for the footer', async () => {
    const {recipe} = await given();
    expect(overridesOf(recipe, 'mine.csv')).toEqual({
      encoding: 'utf-8',
      dialect: {delimiter: ',', quote: '"', escape: '"'},
      region: {preamble: 0, header: 1}
    });
  });
});

describe('a check', () => {
  it('names each required role without a column, and what to do', async () => {
    const recipe = guess([await look('order_id,customer_id,status\n1,A,ok\n2,A,ok\n3,B,ok\n')]);
    const problems = checkRecipe(recipe);
    expect(problems.map(({file, role}) => [file, role])).toEqual([
      ['mine.csv', 'purchased_on'],
      ['mine.csv', 'amount']
    ]);
    expect(problems[1]?.message).toMatch(/quantity and a unit price/);
  });

  it('wants purchases', async () => {
    const recipe = guess([await look('customer_id,name\n1,Ann\n2,Bob\n')]);
    expect(checkRecipe(recipe)).toMatchObject([{name: 'MappingError', message: expect.stringContaining('purchases')}]);
  });

  it('wants columns that the file has', async () => {
    const {recipe} = await given();
    const [file] = recipe.files;
    const broken = {
      ...recipe,
      files: [{...file, roles: {...file?.roles, amount: {column: 99, format: {}}}} as FileMapping]
    };
    expect(checkRecipe(broken).map(({role}) => role)).toContain('amount');
  });
});

async function given(): Promise<{inspections: Inspection[]; recipe: Recipe}> {
  const inspections = [await look(text)];
  return {inspections, recipe: guess(inspections)};
}

async function mapped(changes: NonNullable<Changes['files']>[string]): Promise<FileMapping> {
  const {inspections, recipe} = await given();
  const [mapping] = applyMapping(recipe, inspections, {files: {'mine.csv': changes}}).files;
  if (!mapping) throw new Error('no mapping');
  return mapping;
}

async function look(content: string, name = 'mine.csv'): Promise<Inspection> {
  return inspect({id: 'f1', name, blob: new Blob([content])});
}

function thrown(run: () => unknown): MappingError {
  try {
    run();
  } catch (error) {
    if (error instanceof MappingError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('columns of other files', () => {
  const files = {
    'lines.csv': 'order_no,item,amount\nA1,x,5.00\nA2,y,7.50\n',
    'heads.csv': 'no,day,buyer\nA1,2024-02-01,7\nA2,2024-02-13,8\n',
    'buyers.csv': 'nr,client\n7,Ann\n8,Bob\n'
  };
  const changes: Changes = {
    files: {
      'lines.csv': {
        table: 'purchase',
        lookups: [
          {file: 'heads.csv', from: 'order_no', key: 'no'},
          {file: 'buyers.csv', from: 'heads.csv › buyer', key: 0, several: 'refuse'}
        ],
        columns: {
          purchased_on: 'heads.csv › day',
          customer_id: 'buyers.csv › client',
          amount: 'amount'
        },
        constants: {channel: 'shop'}
      },
      'heads.csv': {table: null},
      'buyers.csv': {table: null}
    }
  };

  it('are named as `file › column`, and looked up by the keys that are said', async () => {
    const recipe = await joined(changes);
    expect(recipe.files[0]).toMatchObject({
      lookups: [
        {file: 'heads.csv', from: 0, key: 0, columns: [2, 1], names: ['buyer', 'day'], several: 'first'},
        {file: 'buyers.csv', from: 3, key: 0, columns: [1], names: ['client'], several: 'refuse'}
      ],
      roles: {purchased_on: {column: 4, format: {date: '%Y-%m-%d'}}, customer_id: {column: 5}, amount: {column: 2}},
      constants: {channel: 'shop'}
    });
    expect(checkRecipe(recipe)).toEqual([]);
  });

  it('are refused where file, key or role is not there, with what is there instead', async () => {
    const said = (lookups: unknown): Changes => ({files: {'lines.csv': {table: 'purchase', lookups}}}) as Changes;
    await expect(joined(said([{file: 'no.csv', from: 'order_no', key: 'no'}]))).rejects.toThrow(
      /no\.csv.*“heads\.csv”/
    );
    await expect(joined(said([{file: 'heads.csv', from: 'nix', key: 'no'}]))).rejects.toThrow(
      /no column “nix”.*“item”/
    );
    await expect(joined(said([{file: 'heads.csv', from: 'item', key: 'nix'}]))).rejects.toThrow(/heads\.csv.*“buyer”/);
    await expect(joined({files: {'lines.csv': {table: 'purchase', constants: {colour: 'red'}}}})).rejects.toThrow(
      /colour/
    );
  });

  it('must be of files that are there when the recipe is used', async () => {
    const recipe = await joined(changes);
    const [lines] = recipe.files;
    if (!lines) throw new Error('no mapping');
    expect(checkRecipe({...recipe, files: [lines]}).map(({message}) => message)).toEqual([
      expect.stringContaining('looks columns up in “heads.csv”, which is not there'),
      expect.stringContaining('looks columns up in “buyers.csv”, which is not there')
    ]);
  });

  async function joined(mapping: Changes): Promise<Recipe> {
    const inspections = await Promise.all(
      Object.entries(files).map(([name, content], index) => inspect({id: `f${index}`, name, blob: new Blob([content])}))
    );
    return applyMapping(guess(inspections), inspections, mapping);
  }
});
