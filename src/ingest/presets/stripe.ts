import type {Preset} from './preset';

/** Payments in units of the currency, not in cents; what was paid back stands beside them and is taken off. */
export const presets: readonly Preset[] = [
  {
    name: 'stripe/payments',
    system: 'Stripe',
    kind: 'payments',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: [
      'id',
      'Amount',
      'Amount Refunded',
      'Currency',
      'Status',
      ['Created date (UTC)', 'Created (UTC)', 'Created']
    ],
    table: 'purchase',
    roles: {
      transaction_id: 'id',
      customer_id: ['Customer ID', 'Customer Email', 'Card Name'],
      purchased_on: ['Created date (UTC)', 'Created (UTC)', 'Created'],
      credit: ['Converted Amount', 'Amount'],
      debit: ['Converted Amount Refunded', 'Amount Refunded'],
      currency: ['Converted Currency', 'Currency'],
      product: 'Description',
      country: ['Card Issue Country', 'Card Address Country'],
      payment_method: ['Payment Source Type', 'Card Brand'],
      status: 'Status'
    },
    amount: 'credit − debit',
    only: [
      {
        column: 'Status',
        keeps: 'values',
        values: ['paid', 'succeeded', 'refunded', 'partially refunded', 'partial refund']
      }
    ]
  }
];
