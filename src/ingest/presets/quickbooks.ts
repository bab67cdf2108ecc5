import type {Preset} from './preset';

const sources = ['public code that reads such files'];

/** Reports have each customer on a line of its own, its transactions below it, and a total below them. */
export const presets: readonly Preset[] = [
  {
    name: 'quickbooks/sales by customer',
    system: 'QuickBooks',
    kind: 'sales',
    sources,
    sampled: false,
    needs: [
      ['Transaction date', 'Date'],
      ['Transaction type', 'Type'],
      ['Num', 'No.'],
      ['Product/Service full name', 'Product/Service', 'Item'],
      ['Quantity', 'Qty'],
      'Sales price',
      'Amount',
      'Balance'
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Num', 'No.'],
      customer_id: ['Customer full name', 'Customer', 'Name', 'Column 1'],
      purchased_on: ['Transaction date', 'Date'],
      amount: 'Amount',
      quantity: ['Quantity', 'Qty'],
      product: ['Product/Service full name', 'Product/Service', 'Item']
    },
    dates: 'month first',
    fill: {within: null, columns: ['Column 1']},
    only: [{column: ['Transaction date', 'Date'], keeps: 'filled'}]
  },
  {
    name: 'quickbooks/transactions',
    system: 'QuickBooks',
    kind: 'transactions',
    sources,
    sampled: false,
    needs: [
      ['Transaction date', 'Date'],
      'Transaction type',
      ['Num', 'No.'],
      ['Posting', 'Posting (Y/N)'],
      ['Account', 'Account full name'],
      'Amount'
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Num', 'No.'],
      customer_id: ['Name', 'Customer full name', 'Customer', 'Column 1'],
      purchased_on: ['Transaction date', 'Date'],
      amount: 'Amount'
    },
    dates: 'month first',
    fill: {within: null, columns: ['Column 1']},
    only: [
      {
        column: 'Transaction type',
        keeps: 'values',
        values: ['Invoice', 'Sales Receipt', 'Credit Memo', 'Refund', 'Refund Receipt']
      }
    ]
  }
];
