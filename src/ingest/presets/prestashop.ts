import type {Preset} from './preset';

/** Orders as the back office lists them, and as its tables have them. */
export const presets: readonly Preset[] = [
  {
    name: 'prestashop/orders',
    system: 'PrestaShop',
    kind: 'orders',
    sources: [],
    sampled: false,
    needs: [
      'ID',
      ['Reference', 'Référence', 'Referencia', 'Riferimento'],
      ['New client', 'Nouveau client', 'Nuevo cliente', 'Nuovo cliente'],
      ['Customer', 'Client', 'Cliente'],
      ['Total', 'Totale'],
      ['Payment', 'Paiement', 'Pago', 'Pagamento'],
      ['Date', 'Fecha', 'Data']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Reference', 'Référence', 'Referencia', 'Riferimento'],
      customer_id: ['Customer', 'Client', 'Cliente'],
      purchased_on: ['Date', 'Fecha', 'Data'],
      amount: ['Total', 'Totale'],
      country: ['Delivery', 'Livraison', 'Entrega', 'Consegna'],
      payment_method: ['Payment', 'Paiement', 'Pago', 'Pagamento'],
      status: ['Status', 'État', 'Estado', 'Stato']
    },
    dates: 'day first',
    only: [
      {
        column: ['Status', 'État', 'Estado', 'Stato'],
        keeps: 'others',
        values: [
          ...['payment error', 'erreur de paiement', 'error en pago', 'errore di pagamento'],
          ...['awaiting check payment', 'awaiting bank wire payment', 'en attente du paiement par chèque'],
          ...['en attente de virement bancaire']
        ]
      }
    ]
  },
  {
    name: 'prestashop/table of orders',
    system: 'PrestaShop',
    kind: 'orders',
    sources: ['https://devdocs.prestashop-project.org/8/webservice/resources/orders/'],
    sampled: false,
    needs: ['id_order', 'id_customer', ['total_paid_tax_incl', 'total_paid'], 'date_add'],
    table: 'purchase',
    roles: {
      transaction_id: ['reference', 'id_order'],
      customer_id: 'id_customer',
      purchased_on: ['date_add', 'invoice_date'],
      amount: ['total_products', 'total_paid_tax_excl', 'total_paid_tax_incl', 'total_paid'],
      payment_method: 'payment',
      status: 'current_state'
    },
    only: [{column: 'valid', keeps: 'values', values: ['1', 'true']}]
  }
];
