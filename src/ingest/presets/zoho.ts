import type {Preset} from './preset';

const crm =
  'https://help.zoho.com/portal/en/kb/crm/sales-force-automation/deal-management/articles/standard-fields-deals';

/** Modules of Zoho CRM, and invoices of Zoho Books and Invoice: a row for each line, what holds for all of them on each. */
export const presets: readonly Preset[] = [
  {
    name: 'zoho crm/deals',
    system: 'Zoho CRM',
    kind: 'deals',
    sources: [crm],
    sampled: false,
    needs: [
      ['Deal Name', 'Potential Name'],
      'Closing Date',
      'Stage',
      'Amount',
      ['Account Name', 'Account Name.id', 'Contact Name']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Record Id', 'Deal Id', 'Deal Name', 'Potential Name'],
      customer_id: ['Account Name.id', 'Account Name', 'Contact Name'],
      purchased_on: 'Closing Date',
      amount: 'Amount',
      category: 'Type',
      channel: 'Lead Source',
      promotion: ['Campaign Source', 'Campaign Source.id'],
      currency: 'Currency'
    },
    only: [{column: 'Stage', keeps: 'values', values: ['Closed Won', 'Closed (Won)', 'Won']}]
  },
  {
    name: 'zoho crm/accounts',
    system: 'Zoho CRM',
    kind: 'accounts',
    sources: [crm],
    sampled: false,
    needs: ['Record Id', 'Account Name', 'Account Owner', ['Billing Country', 'Billing City', 'Industry']],
    table: 'customer',
    roles: {
      customer_id: 'Record Id',
      name: 'Account Name',
      segment: ['Industry', 'Account Type'],
      country: ['Billing Country', 'Shipping Country'],
      acquired_on: 'Created Time'
    }
  },
  {
    name: 'zoho books/invoices',
    system: 'Zoho Books',
    kind: 'invoices',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: [
      'Invoice Date',
      ['Invoice ID', 'Invoice Number'],
      'Invoice Status',
      ['Customer Name', 'Customer ID'],
      'Item Name',
      'Item Total'
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Invoice Number', 'Invoice ID'],
      customer_id: ['Customer ID', 'Customer Name'],
      purchased_on: 'Invoice Date',
      amount: 'Item Total',
      quantity: 'Quantity',
      unit_price: 'Item Price',
      product: ['Item Name', 'SKU'],
      category: ['Category Name', 'Account'],
      country: ['Shipping Country', 'Billing Country'],
      currency: ['Currency Code', 'Currency'],
      status: 'Invoice Status'
    },
    only: [{column: 'Invoice Status', keeps: 'others', values: ['Draft', 'Pending Approval', 'Approval Overdue']}]
  }
];
