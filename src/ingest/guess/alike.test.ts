import {describe, expect, it} from 'vitest';
import {alike, driftOf} from './alike';
import {guess} from './guess';
import {inspect} from '../look/inspect';
import type {Inspection} from '../types';

const months = {
  jan: 'Customer,Order date,Total\nA,01/02/2024,10.50\nB,03/02/2024,20.00\nA,05/02/2024,7.25\n',
  feb: 'Order date,customer,Total,Discount\n25/02/2024,C,11.50,1.00\n26/02/2024,A,20.00,0.00\n27/02/2024,C,7.25,0.50\n',
  mar: 'Customer;Order date;Channel;Total\nA;04.03.2024;web;10,50\nD;26.03.2024;shop;1.120,00\nA;27.03.2024;web;7,25\n',
  customers: 'Customer,Name,City\nA,Ann,Graz\nB,Ben,Linz\nC,Cid,Wels\nD,Dora,Steyr\n'
};

async function looked(...texts: string[]): Promise<Inspection[]> {
  return Promise.all(
    texts.map((text, index) => inspect({id: `f${index}`, name: `${index}.csv`, blob: new Blob([text])}))
  );
}

describe('files that are one table in parts', () => {
  it('have the same columns, or nearly, in any order', async () => {
    expect(alike(await looked(months.jan, months.customers, months.feb, months.mar))).toEqual([[0, 2, 3], [1]]);
  });

  it('are told by their values where nothing is named', async () => {
    const one = '0012;2024-01-05;10,50\n0013;2024-01-06;20,50\n0012;2024-01-07;7,25\n';
    const two = '0044;2024-02-05;11,50\n0013;2024-02-06;22,50\n0045;2024-02-07;17,25\n';
    const other = 'tea;red;2024-02-05\njam;blue;2024-02-06\nham;pink;2024-02-07\n';
    expect(alike(await looked(one, two, other))).toEqual([[0, 1], [2]]);
  });

  it('are not told by one name in common', async () => {
    expect(alike(await looked('id,name\n1,a\n2,b\n', 'id,price\n1,2.50\n2,3.50\n'))).toEqual([[0], [1]]);
  });
});

describe('their mappings', () => {
  it('give the same columns the same roles, wherever they stand, and read each as it is written', async () => {
    const inspections = await looked(months.jan, months.feb, months.mar);
    const [jan, feb, mar] = guess(inspections).files;
    const columns = (mapping: typeof jan): Record<string, string | undefined> =>
      Object.fromEntries(
        Object.entries(mapping?.roles ?? {}).map(([role, {column}]) => [role, mapping?.header[column]])
      );
    expect(columns(jan)).toEqual({customer_id: 'Customer', purchased_on: 'Order date', amount: 'Total'});
    expect(columns(feb)).toEqual({
      customer_id: 'customer',
      purchased_on: 'Order date',
      amount: 'Total',
      discount: 'Discount'
    });
    expect(columns(mar)).toMatchObject({
      customer_id: 'Customer',
      purchased_on: 'Order date',
      amount: 'Total',
      channel: 'Channel'
    });
    expect(mar?.roles['amount']?.format).toEqual({decimal: ','});
    expect(mar?.roles['purchased_on']?.format).toEqual({date: '%d.%m.%Y'});
  });

  it('let the file whose days decide the order of day and month decide it for all', async () => {
    const inspections = await looked(months.jan, months.feb);
    const [jan, feb] = guess(inspections).files;
    expect(jan?.roles['purchased_on']?.format.date).toBe('%d/%m/%Y');
    expect(feb?.roles['purchased_on']?.format.date).toBe('%d/%m/%Y');
    const american = await looked(months.jan, months.feb.replace(/(2[567])\/02/g, '02/$1'), months.mar);
    const [first, second] = guess(american).files;
    expect(first?.roles['purchased_on']?.format.date).toBe('%m/%d/%Y');
    expect(second?.roles['purchased_on']?.format.date).toBe('%m/%d/%Y');
  });

  it('are not customers and suppliers, who have names and addresses in common', async () => {
    const people = 'Name,Street,City,Country,Phone\n';
    const row = (n: number): string => `${n},N${n},S${n},C${n},SE,0${n}\n`;
    const rows = [1, 2, 3, 4].map(row).join('');
    const [customers, suppliers, more] = [
      `Customer ID,${people}${rows}`,
      `Supplier ID,${people}${rows}`,
      `Customer No,${people}${rows}`
    ];
    expect(alike(await looked(customers ?? '', suppliers ?? '', more ?? ''))).toEqual([[0, 2], [1]]);
  });

  it('say how a file differs from the one that leads', async () => {
    const inspections = await looked(months.jan, months.mar);
    const mappings = guess(inspections).files;
    const [lead, own] = inspections.map((inspection, index) => ({inspection, mapping: mappings[index] as never}));
    if (!lead || !own) throw new Error('nothing inspected');
    expect(driftOf(lead, own)).toMatchObject({
      missing: [],
      extra: ['Channel'],
      formats: [
        {column: 'Order date', here: {date: '%d.%m.%Y'}},
        {column: 'Total', here: {decimal: ','}}
      ]
    });
  });
});
