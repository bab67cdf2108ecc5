import type {Preset} from './preset';

/** The activity of a business account: what came in, by payer. Gross, before PayPal's fee. */
export const presets: readonly Preset[] = [
  {
    name: 'paypal/activity',
    system: 'PayPal',
    kind: 'payments',
    sources: ['public code that reads such files', 'https://github.com/bank2ynab/bank2ynab'],
    sampled: false,
    needs: [
      ['Date', 'Datum'],
      ['Time', 'Uhrzeit'],
      ['TimeZone', 'Time Zone', 'Zeitzone'],
      'Name',
      ['Type', 'Typ'],
      'Status',
      ['Gross', 'Brutto'],
      ['Net', 'Netto']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Transaction ID', 'Transaktionscode'],
      customer_id: ['From Email Address', 'Absender E-Mail-Adresse', 'Name'],
      purchased_on: ['Date', 'Datum'],
      amount: ['Gross', 'Brutto'],
      product: ['Item Title', 'Artikelbezeichnung', 'Subject', 'Betreff'],
      country: ['Country Code', 'Country', 'Ländercode', 'Land'],
      payment_method: ['Type', 'Typ'],
      currency: ['Currency', 'Währung'],
      status: 'Status'
    },
    only: [
      {
        column: 'Status',
        keeps: 'values',
        values: ['Completed', 'Abgeschlossen', 'Partially Refunded', 'Refunded', 'Teilweise zurückgezahlt']
      },
      {
        column: ['Type', 'Typ'],
        keeps: 'others',
        values: [
          'General Currency Conversion',
          'Allgemeine Währungsumrechnung',
          'Bank Deposit to PP Account',
          'Bankgutschrift auf PayPal-Konto',
          'General Credit Card Deposit',
          'Reversal of General Account Hold',
          'Transfer to PayPal account'
        ]
      },
      {column: ['Gross', 'Brutto'], keeps: 'positive'}
    ]
  }
];
