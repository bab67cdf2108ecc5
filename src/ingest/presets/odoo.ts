import type {Preset} from './preset';

const help = 'https://documentation.invantive.com/2017R2/odoo-data-model/webhelp/odoo-connector-sale-order.html';

/** Lists as Odoo exports them. Lines of an order stand below it, with what holds for the order on the first one only. */
export const presets: readonly Preset[] = [
  {
    name: 'odoo/orders',
    system: 'Odoo',
    kind: 'orders',
    sources: [help],
    sampled: false,
    needs: [
      ['Order Reference', 'Auftragsreferenz', 'Référence de commande', 'Number'],
      ['Customer', 'Kunde', 'Client'],
      ['Salesperson', 'Vertriebsmitarbeiter', 'Vendeur', 'Sales Team', 'Invoice Status'],
      ['Untaxed Amount', 'Nettobetrag', 'Total', 'Gesamt', 'Montant hors taxes'],
      ['Creation Date', 'Order Date', 'Auftragsdatum', 'Erstellungsdatum', 'Date de commande', 'Date de création']
    ],
    lacks: ['Order Lines/Product', 'Order Lines/Subtotal'],
    table: 'purchase',
    roles: {
      transaction_id: ['Order Reference', 'Auftragsreferenz', 'Référence de commande', 'Number'],
      customer_id: ['Customer', 'Kunde', 'Client'],
      purchased_on: [
        'Order Date',
        'Auftragsdatum',
        'Date de commande',
        'Creation Date',
        'Erstellungsdatum',
        'Date de création'
      ],
      amount: ['Untaxed Amount', 'Nettobetrag', 'Montant hors taxes', 'Total', 'Gesamt'],
      channel: ['Sales Team', 'Verkaufsteam'],
      currency: ['Currency', 'Währung', 'Devise'],
      status: ['Status', 'État']
    },
    only: [
      {
        column: ['Status', 'État'],
        keeps: 'others',
        values: [
          'Quotation',
          'Quotation Sent',
          'Draft',
          'Angebot',
          'Angebot gesendet',
          'Angebot versendet',
          'Devis',
          'Devis envoyé'
        ]
      }
    ]
  },
  {
    name: 'odoo/order lines',
    system: 'Odoo',
    kind: 'order_lines',
    sources: [help],
    sampled: false,
    needs: [
      ['Order Reference', 'name', 'Order Reference/Order Reference'],
      ['Customer', 'partner_id'],
      ['Order Lines/Product', 'order_line/product_id'],
      ['Order Lines/Subtotal', 'Order Lines/Quantity', 'order_line/price_subtotal', 'order_line/product_uom_qty']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Order Reference', 'name'],
      customer_id: ['Customer', 'partner_id'],
      purchased_on: ['Order Date', 'date_order', 'Creation Date', 'create_date'],
      amount: ['Order Lines/Subtotal', 'order_line/price_subtotal'],
      quantity: ['Order Lines/Quantity', 'order_line/product_uom_qty'],
      unit_price: ['Order Lines/Unit Price', 'order_line/price_unit'],
      product: ['Order Lines/Product', 'order_line/product_id'],
      currency: ['Currency', 'currency_id'],
      status: ['Status', 'state']
    },
    fill: {
      within: null,
      columns: [
        'Order Reference',
        'name',
        'Customer',
        'partner_id',
        'Order Date',
        'date_order',
        'Creation Date',
        'create_date',
        'Currency',
        'currency_id',
        'Status',
        'state'
      ]
    },
    only: [{column: ['Status', 'state'], keeps: 'others', values: ['Quotation', 'Quotation Sent', 'Draft', 'sent']}]
  },
  {
    name: 'odoo/invoices',
    system: 'Odoo',
    kind: 'invoices',
    sources: [help],
    sampled: false,
    needs: [
      ['Invoice Partner Display Name', 'Partner', 'invoice_partner_display_name'],
      ['Invoice/Bill Date', 'invoice_date'],
      ['Untaxed Amount Signed', 'Tax Excluded', 'amount_untaxed_signed', 'Total Signed'],
      ['Payment Status', 'payment_state', 'Payment State']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Number', 'name'],
      customer_id: ['Invoice Partner Display Name', 'Partner', 'invoice_partner_display_name'],
      purchased_on: ['Invoice/Bill Date', 'invoice_date'],
      amount: ['Untaxed Amount Signed', 'Tax Excluded', 'amount_untaxed_signed', 'Total Signed'],
      currency: ['Currency', 'currency_id'],
      status: ['Status', 'state']
    },
    only: [{column: ['Status', 'state'], keeps: 'others', values: ['Draft']}]
  },
  {
    name: 'odoo/table of orders',
    system: 'Odoo',
    kind: 'orders',
    sources: [help],
    sampled: false,
    needs: ['name', 'partner_id', 'date_order', ['amount_untaxed', 'amount_total'], 'state'],
    lacks: ['order_line/product_id'],
    table: 'purchase',
    roles: {
      transaction_id: 'name',
      customer_id: 'partner_id',
      purchased_on: 'date_order',
      amount: ['amount_untaxed', 'amount_total'],
      channel: 'team_id',
      currency: 'currency_id',
      status: 'state'
    },
    only: [{column: 'state', keeps: 'others', values: ['draft', 'sent']}]
  }
];
