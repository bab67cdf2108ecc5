import {describe, expect, it} from 'vitest';
import {ingest} from '../../messages/ingest';
import {checkRecipe} from '../mapping/apply';
import {guess} from './guess';
import {inspect} from '../look/inspect';
import type {FileMapping, Inspection} from '../types';

/** Forty rows of the same customers, days and amounts under the given names: `customer, day, quantity, price, amount, order`. */
function orders(names: string): string {
  const rows = Array.from({length: 40}, (_, n) => {
    const day = `${String((n % 28) + 1).padStart(2, '0')}.03.2024`;
    return `K${n % 7};${day};${(n % 3) + 1};2,50;${(((n % 3) + 1) * 2.5).toFixed(2).replace('.', ',')};R${1000 + n}`;
  });
  return `${names}\n${rows.join('\n')}\n`;
}

describe('purchases in eleven languages', () => {
  const roles = ['customer_id', 'purchased_on', 'quantity', 'unit_price', 'amount', 'transaction_id'];
  it.each([
    ['en', 'Customer;Order date;Quantity;Unit price;Total;Order no'],
    ['de', 'Kunde;Belegdatum;Menge;Einzelpreis;Betrag;Belegnummer'],
    ['fr', 'Client;Date de commande;Quantité;Prix unitaire;Montant;N° commande'],
    ['sv', 'Kund;Orderdatum;Antal;Styckpris;Belopp;Ordernummer'],
    ['sl', 'Kupec;Datum računa;Količina;Cena na enoto;Znesek;Številka računa'],
    ['ru', 'Контрагент;Дата документа;Количество;Цена за единицу;Сумма;Номер документа'],
    ['es', 'Cliente;Fecha de pedido;Cantidad;Precio unitario;Importe;Número de pedido'],
    ['pt', 'Cliente;Data do pedido;Quantidade;Preço unitário;Valor total;Número do pedido'],
    ['it', 'Cliente;Data ordine;Quantità;Prezzo unitario;Importo;Numero ordine'],
    ['nl', 'Klant;Factuurdatum;Aantal;Stukprijs;Bedrag;Factuurnummer'],
    ['pl', 'Klient;Data zamówienia;Ilość;Cena jednostkowa;Kwota;Numer zamówienia']
  ])('%s', async (language, names) => {
    const mapping = await guessed(orders(names));
    expect(Object.keys(mapping.roles).sort()).toEqual([...roles].sort());
    expect(roles.map((role) => mapping.roles[role]?.column)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(mapping).toMatchObject({table: 'purchase', amount: 'column', reason: {key: 'table.purchases'}});
    expect(mapping.roles['amount']?.reason).toMatchObject({key: 'role.product', values: {equal: 40, of: 40, language}});
  });
});

describe('files with the columns of the app’s own tables', () => {
  const values: Record<string, (row: number) => string> = {
    customer_id: (row) => `C${row % 30}`,
    occurred_on: (row) => `2024-03-0${(row % 9) + 1}`,
    incurred_on: (row) => `2024-03-0${(row % 9) + 1}`,
    kind: (row) => ['lead', 'visit', 'survey'][row % 3] ?? '',
    touchpoint: () => 'desk',
    owner: (row) => ['Ada', 'Bo'][row % 2] ?? '',
    score: (row) => String(row % 11),
    category: (row) => ['delivery', 'salaries'][row % 2] ?? '',
    amount: (row) => `${row}.50`,
    driver: () => ''
  };

  it.each([
    ['interaction', ['customer_id', 'occurred_on', 'kind', 'touchpoint', 'owner', 'score']],
    ['partnership_cost', ['customer_id', 'incurred_on', 'category', 'amount', 'driver']]
  ])('are the table %s', async (table, names) => {
    const rows = Array.from({length: 40}, (_, row) => names.map((name) => values[name]?.(row)).join(','));
    const mapping = await guessed([names.join(','), ...rows].join('\n'));
    expect(mapping.table).toBe(table);
    expect(Object.fromEntries(Object.entries(mapping.roles).map(([role, {column}]) => [role, names[column]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, name]))
    );
  });
});

describe('amounts', () => {
  it('are quantity × unit price where no column has them', async () => {
    const mapping = await guessed(
      orders('Kunde;Belegdatum;Menge;Preis;Notiz;Beleg').replaceAll(/;[\d,]+;R/g, ';x y;R')
    );
    expect(mapping.amount).toBe('quantity × unit_price');
    expect(mapping.roles['unit_price']?.column).toBe(3);
    expect(mapping.roles).not.toHaveProperty('amount');
  });

  it.each([
    ['Umsatz', 'Umsatzsteuer'],
    ['Amount', 'Discount amount'],
    ['Total', 'Shipping total'],
    ['Total', 'Tax amount'],
    ['Betrag', 'Saldo'],
    ['Revenue', 'Cost'],
    ['Net amount', 'Gross amount'],
    ['Amount', 'Unit price']
  ])('are %s and not %s', async (amount, other) => {
    const rows = Array.from({length: 30}, (_, n) => `C${n % 9},2024-03-0${(n % 9) + 1},${n + 7}.25,${n}.50`);
    const mapping = await guessed(`customer,date,${other},${amount}\n${rows.join('\n')}\n`);
    expect(mapping.header[mapping.roles['amount']?.column ?? -1]).toBe(amount);
  });

  it('take the currency that is written beside them', async () => {
    const rows = Array.from({length: 9}, (_, n) => `C${n % 3};2024-03-0${n + 1};${n},50 €`);
    expect((await guessed(`Kunde;Datum;Betrag\n${rows.join('\n')}\n`)).currency).toBe('EUR');
    expect((await guessed(`Kunde;Datum;Betrag (CHF)\n${rows.join('\n').replaceAll(' €', '')}\n`)).currency).toBe('CHF');
    expect((await guessed(`Kunde;Datum;Betrag\n${rows.join('\n').replaceAll(' €', '')}\n`)).currency).toBeUndefined();
  });
});

it.each([
  ['total_price', 'price'],
  ['Totalpris', 'Pris'],
  ['Prix total', 'Prix unitaire'],
  ['Cena całkowita', 'Cena']
])('%s beside %s is the amount', async (amount, price) => {
  const rows = Array.from({length: 9}, (_, n) => `C${n % 3};2024-03-0${n + 1};${n % 4};2.5;${n * 2.5}`);
  const {
    header,
    roles,
    amount: rule
  } = await guessed(`customer;date;quantity;${price};${amount}\n${rows.join('\n')}\n`);
  expect([header[roles['amount']?.column ?? -1], header[roles['unit_price']?.column ?? -1], rule]).toEqual([
    amount,
    price,
    'column'
  ]);
});

describe('tables', () => {
  it.each([
    ['purchase', 'customer,date,amount\nA,2024-01-01,1.5\nB,2024-01-02,2.5\n'],
    ['customer', 'customer_id,name,city\n1,Ann,Bonn\n2,Bob,Ulm\n'],
    ['customer', 'Kundennummer;Name;Branche;Kunde seit\n1;Ann;Bau;1.1.2020\n2;Bob;Handel;1.2.2021\n'],
    ['interaction', 'customer,date,event type\nA,2024-01-01,call\nA,2024-01-02,visit\n'],
    ['interaction', 'user_id,timestamp,event\n1,2024-01-01 10:00,open\n1,2024-01-02 11:00,click\n'],
    ['interaction', 'Kunde;Datum;Zufriedenheit\nA;1.1.2024;4\nA;2.1.2024;5\n'],
    ['partnership_cost', 'customer_id,date,cost type,amount\n1,2024-01-01,delivery,5.0\n1,2024-01-02,bonus,6.0\n'],
    ['partnership_cost', 'Kundennummer;Datum;Kostenart;Betrag\n1;1.1.2024;Lieferung;5,0\n1;2.1.2024;Bonus;6,0\n'],
    [null, 'product_id,name,price\n1,Soap,2.5\n2,Brush,3.5\n'],
    [null, 'a,b\n1,2\n3,4\n']
  ])('%s', async (table, text) => {
    const mapping = await guessed(text);
    expect(mapping.table).toBe(table);
    expect(ingest.has(mapping.reason?.key ?? '')).toBe(true);
  });

  it('keeps the other columns of a customer file as attributes', async () => {
    const mapping = await guessed('customer_id,name,city,size\n1,Ann,Bonn,3\n2,Bob,Ulm,4\n');
    expect(mapping.attributes).toEqual([2, 3]);
  });

  it('knows purchases by their values where nothing names them', async () => {
    const rows = Array.from({length: 30}, (_, n) => `C-${n % 5};0${(n % 9) + 1}.03.2024;${n},50`);
    const mapping = await guessed(`${rows.join('\n')}\n`);
    expect(mapping).toMatchObject({
      table: 'purchase',
      region: {header: 0},
      roles: {
        customer_id: {column: 0, reason: {key: 'role.values.customer_id'}},
        purchased_on: {column: 1, format: {date: '%d.%m.%Y'}, reason: {key: 'role.values.purchased_on'}},
        amount: {column: 2, format: {decimal: ','}, reason: {key: 'role.values.amount'}}
      }
    });
  });
});

describe('days', () => {
  it.each([
    ['Order date', 'Shipping date'],
    ['Date', 'Due date'],
    ['Bestelldatum', 'Lieferdatum'],
    ['Date', 'Date of birth'],
    ['purchase_timestamp', 'delivered_date']
  ])('are %s and not %s', async (day, other) => {
    const rows = Array.from(
      {length: 30},
      (_, n) => `C${n % 9},2024-04-0${(n % 9) + 1},2024-03-0${(n % 9) + 1},${n}.50`
    );
    const mapping = await guessed(`customer,${other},${day},amount\n${rows.join('\n')}\n`);
    expect(mapping.header[mapping.roles['purchased_on']?.column ?? -1]).toBe(day);
  });

  it('in words of another language are read', async () => {
    const recipe = guess([await look('customer,date,amount\nA,3 janvier 2024,1.5\nA,4 mars 2024,2.5\n')]);
    expect(recipe.files[0]?.roles['purchased_on']?.format).toEqual({date: '%d %B %Y'});
    expect(checkRecipe(recipe)).toEqual([]);
  });

  it('counted by Excel are read as such', async () => {
    const recipe = guess([await look('customer;date;amount\nA;45657;1,5\nA;45658;2,5\n')]);
    expect(recipe.files[0]?.roles['purchased_on']?.format).toEqual({date: '%excel'});
    expect(checkRecipe(recipe)).toEqual([]);
  });

  it('of six digits that could be in two orders are asked for', async () => {
    const recipe = guess([await look('customer;date;amount\nA;101112;1,5\nA;111210;2,5\n')]);
    expect(recipe.files[0]?.roles['purchased_on']?.reason?.key).toBe('role.serial');
    expect(checkRecipe(recipe).map(({role}) => role)).toEqual(['purchased_on']);
  });
});

describe('who of ours handled a contact', () => {
  it.each([
    ...['Owner', 'Handled by', 'Account manager', 'Sales rep', 'sdr_id', 'Assigned to', 'sales_agent', 'Lead Owner'],
    ...['Bearbeiter', 'Kundenbetreuer', 'Handläggare', 'Ansvarig säljare', 'Responsable', 'Ответственный', 'Opiekun'],
    ...['Behandelaar', 'Responsabile', 'Propietario', 'Proprietário', 'Skrbnik']
  ])('%s', async (header) => {
    const rows = Array.from({length: 20}, (_, n) => `K${n % 7},2024-01-${10 + n},visit,Ann${n % 3}`);
    const {table, header: names, roles} = await guessed(`customer,date,event type,${header}\n${rows.join('\n')}\n`);
    expect([table, names[roles['owner']?.column ?? -1]]).toEqual(['interaction', header]);
    expect(names[roles['customer_id']?.column ?? -1]).toBe('customer');
  });

  it.each(['Owner since', 'Sales rep cost', 'Agent score'])('%s isn’t that', async (header) => {
    const rows = Array.from({length: 20}, (_, n) => `K${n % 7},2024-01-${10 + n},visit,${n}.5`);
    const {roles} = await guessed(`customer,date,event type,${header}\n${rows.join('\n')}\n`);
    expect(roles).not.toHaveProperty('owner');
  });
});

it('is done with 20,000 columns in time', async () => {
  const header = Array.from({length: 20_000}, (_, n) => `Kundenwert ${n}`).join(',');
  const row = Array.from({length: 20_000}, (_, n) => n).join(',');
  const inspection = await look(`${header}\n${row}\n${row}\n`);
  const start = performance.now();
  guess([inspection]);
  expect(performance.now() - start).toBeLessThan(3000);
});

it('does not fall for names of JavaScript', async () => {
  const mapping = await guessed(
    '__proto__,constructor,toString,customer,date,amount\n1,2,3,A,2024-01-01,1.5\n4,5,6,A,2024-01-02,2\n'
  );
  expect(mapping.roles).toMatchObject({customer_id: {column: 3}, purchased_on: {column: 4}, amount: {column: 5}});
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

async function look(text: string): Promise<Inspection> {
  return inspect({id: 'f1', name: 'mine.csv', blob: new Blob([text])});
}

async function guessed(text: string): Promise<FileMapping> {
  const [mapping] = guess([await look(text)]).files;
  if (!mapping) throw new Error('no mapping');
  return mapping;
}

it('a file named expenses is one of costs, and leaves purchases to the others', async () => {
  const rows = Array.from({length: 30}, (_, n) => `0,4${n % 5}00,1997-0${(n % 9) + 1}-01,ACTUAL,9${n}.00`);
  const text = ['store_id,account_id,exp_date,category_id,amount', ...rows].join('\n');
  const source = {id: 'e', name: 'expense_fact.csv', blob: new Blob([text])};
  const [mapping] = guess([await inspect(source)]).files;
  expect(mapping?.table).toBe('partnership_cost');
  expect(mapping?.roles).toMatchObject({amount: {column: 4}, incurred_on: {column: 2}, category: {column: 3}});
  expect(mapping?.roles).not.toHaveProperty('customer_id');
});
