import {describe, expect, it} from 'vitest';
import {ingest} from '../../messages/ingest';
import {inspect} from '../look/inspect';
import type {Recipe} from '../types';
import {guess} from './guess';

const orders = Array.from({length: 40}, (_, n) => ({id: 1000 + n, who: `C${n % 7}`, day: n % 28, amount: n * 3}));
const csv = orders.map(({id, who, day, amount}) => `${id},${who},2024-03-${10 + (day % 20)},${amount}.50`);
const text = `Order no,Customer,Date,Amount\n${csv.join('\n')}\n`;

/** The same orders, as a program writes them that makes numbers of all ids and has another separator. */
const other = `Order no;Customer;Date;Amount\n${csv.map((line) => line.replace(/^(\d+)/, '$1.0').replaceAll(',', ';')).join('\n')}\n`;

async function guessed(texts: Record<string, string>): Promise<Recipe> {
  const files = Object.entries(texts).map(([name, text], index) => ({id: `f${index}`, name, blob: new Blob([text])}));
  return guess(await Promise.all(files.map((file) => inspect(file))));
}

describe('files that hold the same orders', () => {
  it('are all read, and rows that an earlier one has too are set aside', async () => {
    const {files, rules} = await guessed({'book.csv': text, 'page.csv': other, 'shop.csv': text});
    expect(files.map(({table}) => table)).toEqual(['purchase', 'purchase', 'purchase']);
    const copy = {key: 'table.copy', values: {file: 'book.csv'}};
    expect(files.map(({reason}) => reason)).toEqual([{key: 'table.purchases'}, copy, copy]);
    expect(ingest.has('table.copy')).toBe(true);
    expect(rules.overlaps).toBe('set aside');
  });

  it('are told by all that is read where no order has a number', async () => {
    const without = text.replace(/^[^,]*,/gm, '');
    const {rules, files} = await guessed({'a.csv': without, 'b.csv': without});
    expect([rules.overlaps, files[1]?.reason?.key]).toEqual(['set aside', 'table.copy']);
  });

  it('are no months with numbers of their own, though all else be the same', async () => {
    const {rules, files} = await guessed({'jan.csv': text, 'feb.csv': text.replace(/^1/gm, '2')});
    expect(files.map(({table}) => table)).toEqual(['purchase', 'purchase']);
    expect(files.map(({reason}) => reason?.key)).not.toContain('table.copy');
    expect(rules).not.toHaveProperty('overlaps');
  });

  it('are no two files that begin with the same row', async () => {
    const row = 'Order no,Customer,Date,Amount\n1,A,2024-01-01,5.00\n';
    expect((await guessed({'a.csv': row, 'b.csv': row})).rules).not.toHaveProperty('overlaps');
  });
});
