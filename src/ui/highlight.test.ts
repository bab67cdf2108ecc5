import fc from 'fast-check';
import {expect, it} from 'vitest';
import {sqlTokens} from './highlight';

it('tells keywords, texts, names, numbers, parameters and comments apart', () => {
  const sql = `select "from" as x, 'it''s -- no comment', $months::integer, 1.5e-3 -- the end\n/* select */`;
  expect(sqlTokens(sql).filter(({kind}) => kind !== 'other')).toEqual([
    {kind: 'keyword', text: 'select'},
    {kind: 'name', text: '"from"'},
    {kind: 'keyword', text: 'as'},
    {kind: 'text', text: `'it''s -- no comment'`},
    {kind: 'parameter', text: '$months'},
    {kind: 'keyword', text: 'integer'},
    {kind: 'number', text: '1.5e-3'},
    {kind: 'comment', text: '-- the end'},
    {kind: 'comment', text: '/* select */'}
  ]);
});

it('takes a word whole, whatever keyword is in it', () => {
  expect(sqlTokens('selection order_by')).toEqual([{kind: 'other', text: 'selection order_by'}]);
});

it.each(["'open", '"open', '/* open', '--'])('runs %s to the end', (sql) => {
  expect(sqlTokens(sql)).toHaveLength(1);
});

it('loses no character of any text', () => {
  const pieces = fc.constantFrom("'", '"', '--', '/*', '*/', '\n', '$', 'select', 'é', '🙂', '1.', ' ', '\\');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({unit: 'binary'}),
        fc.array(pieces).map((list) => list.join(''))
      ),
      (sql) => {
        expect(
          sqlTokens(sql)
            .map(({text}) => text)
            .join('')
        ).toBe(sql);
      }
    )
  );
});
