import type {Preset} from './preset';

/** Statuses of orders that nobody paid yet, or, `closed`, that were credited as a whole. */
const unpaid = [
  ...['pending payment', 'pending_payment', 'payment review', 'payment_review', 'suspected fraud', 'fraud'],
  ...['closed', 'on hold', 'holded']
];

/** The grid of orders, saved as CSV. It has no ids of customers but their e-mail addresses and names. */
export const presets: readonly Preset[] = [
  {
    name: 'magento 1/orders',
    system: 'Magento 1',
    kind: 'orders',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: ['Order #', 'Purchased On', 'Bill to Name', ['G.T. (Base)', 'G.T. (Purchased)'], 'Status'],
    table: 'purchase',
    roles: {
      transaction_id: 'Order #',
      customer_id: ['Customer Email', 'Email', 'Bill to Name'],
      purchased_on: 'Purchased On',
      amount: ['G.T. (Base)', 'G.T. (Purchased)'],
      channel: 'Purchased From (Store)',
      status: 'Status'
    },
    only: [{column: 'Status', keeps: 'others', values: unpaid}]
  },
  {
    name: 'magento 2/orders',
    system: 'Magento 2',
    kind: 'orders',
    sources: ['https://docs.magento.com/user-guide/sales/orders-workspace.html'],
    sampled: false,
    needs: ['ID', 'Purchase Date', 'Bill-to Name', ['Grand Total (Base)', 'Grand Total (Purchased)'], 'Status'],
    table: 'purchase',
    roles: {
      transaction_id: 'ID',
      customer_id: ['Customer Email', 'Customer Name', 'Bill-to Name'],
      purchased_on: 'Purchase Date',
      amount: ['Grand Total (Base)', 'Grand Total (Purchased)'],
      channel: 'Purchase Point',
      payment_method: 'Payment Method',
      status: 'Status'
    },
    only: [{column: 'Status', keeps: 'others', values: unpaid}]
  }
];
