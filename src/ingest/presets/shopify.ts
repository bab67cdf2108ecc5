import type {Preset} from './preset';

/** Lines of orders; what holds for the whole order stands on its first line only. Prices are before the order's discount. */
export const presets: readonly Preset[] = [
  {
    name: 'shopify/orders',
    system: 'Shopify',
    kind: 'orders',
    sources: [
      'public code that reads such files',
      'https://docs.xbp.app/docs/development/integrations/shopify/order-format'
    ],
    sampled: false,
    needs: ['Name', 'Email', 'Financial Status', 'Lineitem quantity', 'Lineitem price'],
    table: 'purchase',
    roles: {
      transaction_id: 'Name',
      customer_id: ['Email', 'Billing Name', 'Phone'],
      purchased_on: ['Created at', 'Paid at'],
      quantity: 'Lineitem quantity',
      unit_price: 'Lineitem price',
      product: ['Lineitem name', 'Lineitem sku'],
      country: ['Shipping Country', 'Billing Country'],
      payment_method: 'Payment Method',
      promotion: 'Discount Code',
      channel: 'Source',
      currency: 'Currency',
      status: 'Financial Status'
    },
    amount: 'quantity × unit_price',
    fill: {
      within: 'Name',
      columns: [
        ...['Email', 'Billing Name', 'Phone', 'Created at', 'Paid at', 'Financial Status', 'Currency', 'Cancelled at'],
        ...['Shipping Country', 'Billing Country', 'Payment Method', 'Discount Code', 'Source']
      ]
    },
    only: [{column: 'Cancelled at', keeps: 'empty'}]
  },
  {
    name: 'shopify/customers',
    system: 'Shopify',
    kind: 'customers',
    sources: ['https://help.shopify.com/en/manual/customers/import-export-customers'],
    sampled: false,
    needs: ['First Name', 'Last Name', 'Email', 'Total Spent', 'Total Orders'],
    table: 'customer',
    roles: {
      customer_id: ['Email', 'Customer ID'],
      country: ['Default Address Country Code', 'Country', 'Country Code'],
      segment: 'Tags'
    }
  }
];
