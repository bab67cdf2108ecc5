import type {Preset} from './preset';

/** Lines of invoices. Purchases (bills) may be among them and are left out. */
export const presets: readonly Preset[] = [
  {
    name: 'xero/invoice lines',
    system: 'Xero',
    kind: 'invoices',
    sources: [
      'https://central.xero.com/s/article/Import-or-create-invoices-using-a-CSV-file',
      'https://docs.milientsoftware.com/help/moment-by-topic/integrations/file-exports/file-export-accounting-system/xero'
    ],
    sampled: false,
    needs: ['ContactName', 'InvoiceNumber', 'InvoiceDate', ['LineAmount', 'UnitAmount'], 'AccountCode'],
    table: 'purchase',
    roles: {
      transaction_id: 'InvoiceNumber',
      customer_id: 'ContactName',
      purchased_on: 'InvoiceDate',
      amount: 'LineAmount',
      quantity: 'Quantity',
      unit_price: 'UnitAmount',
      product: ['InventoryItemCode', 'Description'],
      country: ['POCountry', 'SACountry'],
      currency: 'Currency',
      status: 'Status'
    },
    dates: 'day first',
    only: [
      {column: 'Type', keeps: 'others', values: ['Bill', 'Purchase', 'Purchase invoice', 'Bill credit note']},
      {column: 'Status', keeps: 'others', values: ['Draft', 'Submitted', 'Awaiting Approval', 'Deleted']}
    ]
  }
];
