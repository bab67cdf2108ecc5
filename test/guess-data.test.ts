import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {FileError} from '../src/engine/errors';
import {applyMapping, checkRecipe} from '../src/ingest/mapping/apply';
import {guess} from '../src/ingest/guess/guess';
import {inspect} from '../src/ingest/look/inspect';
import type {FileMapping, Inspection} from '../src/ingest/types';
import {ingest} from '../src/messages/ingest';
import {canonical} from '../src/tables/canonical';
import {data, hasData, sourceOf} from './corpus';

interface Expected {
  table: FileMapping['table'];
  /** role → header name; exactly these */
  roles: Record<string, string>;
  amount?: FileMapping['amount'];
  currency?: string;
  /** roles that the person is asked for */
  missing?: string[];
}

const files: Record<string, Expected> = {
  'online_retail/OnlineRetail.csv': {
    table: 'purchase',
    amount: 'quantity × unit_price',
    roles: {
      transaction_id: 'InvoiceNo',
      customer_id: 'CustomerID',
      purchased_on: 'InvoiceDate',
      quantity: 'Quantity',
      unit_price: 'UnitPrice',
      product: 'Description',
      country: 'Country'
    }
  },
  'locales/de_umsatz_utf8bom.csv': {
    table: 'purchase',
    amount: 'column',
    currency: 'EUR',
    roles: {
      transaction_id: 'Rechnungsnummer',
      customer_id: 'Kundennummer',
      purchased_on: 'Rechnungsdatum',
      amount: 'Umsatz',
      quantity: 'Menge',
      unit_price: 'Einzelpreis',
      product: 'Bezeichnung',
      country: 'Land'
    }
  },
  'locales/sv_forsaljning_cp1252.csv': {
    table: 'purchase',
    amount: 'column',
    currency: 'SEK',
    roles: {
      transaction_id: 'Fakturanr',
      customer_id: 'Kundnr',
      purchased_on: 'Fakturadatum',
      amount: 'Belopp',
      quantity: 'Antal',
      unit_price: 'À-pris',
      product: 'Benämning',
      country: 'Land'
    }
  },
  'locales/sv_unicode_text_utf16le.txt': {
    table: 'purchase',
    amount: 'quantity × unit_price',
    roles: {
      transaction_id: 'InvoiceNo',
      customer_id: 'CustomerID',
      purchased_on: 'InvoiceDate',
      quantity: 'Quantity',
      unit_price: 'UnitPrice',
      product: 'Description',
      country: 'Country'
    }
  },
  'cdnow/cdnowElog.csv': {
    table: 'purchase',
    amount: 'column',
    roles: {customer_id: 'masterid', purchased_on: 'date', quantity: 'cds', amount: 'sales'}
  },
  'completejourney/transactions_sample.csv': {
    table: 'purchase',
    amount: 'column',
    roles: {
      transaction_id: 'basket_id',
      customer_id: 'household_id',
      purchased_on: 'transaction_timestamp',
      amount: 'sales_value',
      quantity: 'quantity',
      product: 'product_id',
      channel: 'store_id',
      discount: 'retail_disc'
    }
  },
  'completejourney/demographics.csv': {table: 'customer', roles: {customer_id: 'household_id'}},
  'rfm_orders/rfm_data_orders.csv': {
    table: 'purchase',
    amount: 'column',
    roles: {customer_id: 'customer_id', purchased_on: 'order_date', amount: 'revenue'}
  },
  'northwind/orders.csv': {
    table: 'purchase',
    amount: null,
    missing: ['amount'],
    roles: {transaction_id: 'orderID', customer_id: 'customerID', purchased_on: 'orderDate', country: 'shipCountry'}
  },
  'northwind/order-details.csv': {
    table: 'purchase',
    amount: 'quantity × unit_price',
    missing: ['customer_id', 'purchased_on'],
    roles: {
      transaction_id: 'orderID',
      product: 'productID',
      unit_price: 'unitPrice',
      quantity: 'quantity',
      line_discount_rate: 'discount'
    }
  },
  'northwind/customers.csv': {
    table: 'customer',
    roles: {customer_id: 'customerID', name: 'companyName', country: 'country'}
  },
  'northwind/suppliers.csv': {table: null, roles: {}},
  'northwind/products.csv': {table: null, roles: {}},
  'olist_sample/olist_order_items_dataset.csv': {
    table: 'purchase',
    amount: 'column',
    missing: ['customer_id', 'purchased_on'],
    roles: {transaction_id: 'order_id', product: 'product_id', amount: 'price'}
  },
  'olist_sample/olist_orders_dataset.csv': {
    table: 'purchase',
    amount: null,
    missing: ['amount'],
    roles: {
      transaction_id: 'order_id',
      customer_id: 'customer_id',
      purchased_on: 'order_purchase_timestamp',
      status: 'order_status'
    }
  },
  'olist_sample/olist_customers_dataset.csv': {table: 'customer', roles: {customer_id: 'customer_id'}},
  'olist_sample/olist_order_reviews_dataset.csv': {
    table: 'interaction',
    missing: ['customer_id'],
    roles: {occurred_on: 'review_creation_date', score: 'review_score'}
  },
  'telco_ibm/Telco-Customer-Churn.csv': {table: 'customer', roles: {customer_id: 'customerID'}},
  'crm_opportunities/sales_pipeline.csv': {
    table: 'purchase',
    amount: 'column',
    roles: {
      transaction_id: 'opportunity_id',
      customer_id: 'account',
      purchased_on: 'close_date',
      amount: 'close_value',
      product: 'product',
      status: 'deal_stage'
    }
  },
  'crm_opportunities/accounts.csv': {table: 'customer', roles: {customer_id: 'account', segment: 'sector'}},
  'foodmart/customer.csv': {
    table: 'customer',
    roles: {customer_id: 'customer_id', name: 'fullname', country: 'country', acquired_on: 'date_accnt_opened'}
  },
  'foodmart/customers_semicolon_noheader.csv': {table: 'customer', roles: {customer_id: 'Column 1'}},
  'retentioneering_ecom/ecom.csv.gz': {
    table: 'interaction',
    roles: {customer_id: 'user_id', occurred_on: 'timestamp', kind: 'event'}
  }
};

describe.skipIf(!hasData)('data sets (skipped where ../shared/data is absent)', () => {
  it.each(Object.entries(files))('%s', async (path, expected) => {
    const inspection = await look(path);
    const recipe = guess([inspection]);
    const mapping = only(recipe.files);
    expect({
      table: mapping.table,
      roles: Object.fromEntries(
        Object.entries(mapping.roles).map(([role, {column}]) => [role, mapping.header[column]])
      ),
      currency: mapping.currency
    }).toEqual({table: expected.table, roles: expected.roles, currency: expected.currency});
    expect(mapping.amount).toBe(expected.amount ?? null);
    expect(checkRecipe(recipe).flatMap(({role}) => role ?? [])).toEqual(expected.missing ?? []);
    for (const {reason} of Object.values(mapping.roles)) expect(ingest.has(reason?.key ?? '')).toBe(true);
  });

  it('reads ids that went through a floating-point column without their .0', async () => {
    const mapping = only(guess([await look('online_retail/OnlineRetail.csv')]).files);
    expect(mapping.roles['customer_id']?.format).toEqual({id: 'number'});
  });

  it('reads each locale in its own way', async () => {
    const [german, swedish] = await Promise.all(
      ['de_umsatz_utf8bom.csv', 'sv_forsaljning_cp1252.csv'].map((name) => look(`locales/${name}`))
    );
    expect(formats(german)).toMatchObject({
      Rechnungsdatum: {date: '%d.%m.%Y'},
      Umsatz: {decimal: ','},
      Einzelpreis: {decimal: ','}
    });
    expect(formats(swedish)).toMatchObject({Fakturadatum: {date: '%Y-%m-%d %H:%M'}, Belopp: {decimal: ','}});
    expect(swedish?.encoding.value).toBe('windows-1252');
  });

  it('reads Northwind’s orders as 14 columns in spite of commas inside addresses', async () => {
    const {dialect, columns} = await look('northwind/orders.csv');
    expect([dialect.value.delimiter, columns.length, dialect.reason.key]).toEqual([',', 14, 'dialect.mostly']);
  });

  it('leaves other files out where one has complete purchases', async () => {
    const inspections = await Promise.all(
      ['online_retail/OnlineRetail.csv', 'northwind/order-details.csv', 'northwind/customers.csv'].map(look)
    );
    const recipe = guess(inspections);
    expect(recipe.files.map(({table}) => table)).toEqual(['purchase', null, 'customer']);
    expect(checkRecipe(recipe)).toEqual([]);
    expect(applyMapping(recipe, inspections, {files: {'order-details.csv': {table: 'purchase'}}}).files[1]?.table).toBe(
      'purchase'
    );
  });

  it.each(['foodmart/expense_fact.json', 'online_retail/online_retail.parquet'])('%s is no text', async (path) => {
    await expect(look(path)).rejects.toThrow(FileError);
  });
});

it('knows the four tables of the sample company, and every column that has a place in them', async () => {
  const folder = join(import.meta.dirname, '../sample-data');
  const names = ['purchases.csv', 'customers.csv', 'interactions.csv', 'partnership_costs.csv'];
  const inspections = await Promise.all(names.map(async (name) => inspect(await sourceOf(join(folder, name)))));
  const recipe = guess(inspections);
  expect(recipe.files.map(({table}) => table)).toEqual(['purchase', 'customer', 'interaction', 'partnership_cost']);
  expect(checkRecipe(recipe)).toEqual([]);
  for (const {table, roles} of recipe.files) {
    if (table === null) throw new Error('a file was left out');
    const known = Object.keys(canonical[table]);
    const without = {purchase: ['country'], interaction: ['deal'], customer: [], partnership_cost: []}[table];
    expect(known.filter((role) => !Object.hasOwn(roles, role))).toEqual(without);
  }
});

async function look(path: string): Promise<Inspection> {
  return inspect(await sourceOf(join(data, path)));
}

function only(mappings: FileMapping[]): FileMapping {
  const [mapping] = mappings;
  if (!mapping || mappings.length > 1) throw new Error(`not one mapping: ${mappings.length}`);
  return mapping;
}

function formats(inspection: Inspection | undefined): Record<string, object> {
  return Object.fromEntries((inspection?.columns ?? []).map(({name, format}) => [name, format]));
}
