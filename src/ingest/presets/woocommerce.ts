import type {Preset} from './preset';

/** Statuses of orders that nobody paid, or that were paid back as a whole. WooCommerce keeps them with `wc-` before them. */
const unpaid = [
  ...['pending', 'pending payment', 'on-hold', 'checkout-draft', 'draft', 'trash'],
  ...['wc-pending', 'wc-on-hold', 'wc-checkout-draft', 'wc-trash', 'wc-cancelled', 'wc-failed', 'wc-refunded']
];

/** WooCommerce itself exports the orders of a period; lines of orders come from its two most used export plugins. */
export const presets: readonly Preset[] = [
  {
    name: 'woocommerce/analytics',
    system: 'WooCommerce',
    kind: 'orders',
    sources: ['https://woocommerce.com/document/woocommerce-analytics/'],
    sampled: false,
    needs: [
      'Date',
      'Order #',
      'Status',
      'Customer',
      ['Items sold', 'Items Sold'],
      ['N. Revenue', 'Net Revenue', 'Net sales']
    ],
    table: 'purchase',
    roles: {
      transaction_id: 'Order #',
      customer_id: 'Customer',
      purchased_on: 'Date',
      amount: ['N. Revenue', 'Net Revenue', 'Net sales'],
      product: ['Product(s)', 'Products'],
      promotion: ['Coupon(s)', 'Coupons'],
      channel: ['Attribution', 'Origin'],
      status: 'Status'
    },
    only: [{column: 'Status', keeps: 'others', values: unpaid}]
  },
  {
    name: 'woocommerce/plugin orders',
    system: 'WooCommerce',
    kind: 'orders',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: ['order_id', 'order_number', 'order_date', 'status', 'order_total', 'order_currency', 'payment_method'],
    table: 'purchase',
    roles: {
      transaction_id: ['order_number', 'order_id'],
      customer_id: ['billing_email', 'customer_email', 'customer_id'],
      purchased_on: ['order_date', 'paid_date'],
      amount: 'order_total',
      discount: ['discount_total', 'cart_discount'],
      country: ['shipping_country', 'billing_country'],
      payment_method: ['payment_method_title', 'payment_method'],
      currency: 'order_currency',
      status: 'status'
    },
    only: [{column: 'status', keeps: 'others', values: unpaid}]
  },
  {
    name: 'woocommerce/plugin lines',
    system: 'WooCommerce',
    kind: 'order_lines',
    sources: [],
    sampled: false,
    needs: [
      'Order Number',
      'Order Status',
      'Order Date',
      'Item Name',
      ['Quantity (- Refund)', 'Quantity'],
      ['Item Cost', 'Order Line Subtotal']
    ],
    table: 'purchase',
    roles: {
      transaction_id: 'Order Number',
      customer_id: ['Email (Billing)', 'Customer User ID', 'Last Name (Billing)'],
      purchased_on: ['Order Date', 'Paid Date'],
      amount: ['Order Line Subtotal', 'Order Line Total'],
      quantity: ['Quantity (- Refund)', 'Quantity'],
      unit_price: 'Item Cost',
      product: ['Item Name', 'SKU'],
      category: 'Category',
      country: [
        'Country Name (Shipping)',
        'Country Code (Shipping)',
        'Country Name (Billing)',
        'Country Code (Billing)'
      ],
      payment_method: 'Payment Method Title',
      promotion: 'Coupon Code',
      currency: 'Order Currency',
      status: 'Order Status'
    },
    fill: {
      within: 'Order Number',
      columns: ['Order Status', 'Order Date', 'Email (Billing)', 'Payment Method Title', 'Coupon Code']
    },
    only: [{column: 'Order Status', keeps: 'others', values: unpaid}]
  }
];
