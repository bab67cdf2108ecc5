import type {Preset, PresetRule} from './preset';

const layouts = 'https://github.com/bank2ynab/bank2ynab';

/** What a bank account was paid: each payment that came in is a purchase of who paid it. What went out is left out. */
const incoming = (column: PresetRule['column']): PresetRule => ({column, keeps: 'positive'});

export const presets: readonly Preset[] = [
  {
    name: 'bank/sparkasse',
    system: 'Sparkasse',
    kind: 'payments',
    sources: [layouts],
    sampled: true,
    needs: [
      'Auftragskonto',
      'Buchungstag',
      'Valutadatum',
      'Buchungstext',
      'Beguenstigter/Zahlungspflichtiger',
      'Betrag'
    ],
    table: 'purchase',
    roles: {
      transaction_id: 'Kundenreferenz (End-to-End)',
      customer_id: 'Beguenstigter/Zahlungspflichtiger',
      purchased_on: 'Buchungstag',
      amount: 'Betrag',
      payment_method: 'Buchungstext',
      currency: 'Waehrung'
    },
    dates: 'day first',
    only: [incoming('Betrag')]
  },
  {
    name: 'bank/volksbank',
    system: 'Volksbank',
    kind: 'payments',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: ['Buchungstag', 'Valutadatum', 'Name Zahlungsbeteiligter', 'IBAN Zahlungsbeteiligter', 'Betrag'],
    table: 'purchase',
    roles: {
      customer_id: 'Name Zahlungsbeteiligter',
      purchased_on: 'Buchungstag',
      amount: 'Betrag',
      payment_method: 'Buchungstext',
      currency: 'Waehrung'
    },
    dates: 'day first',
    only: [incoming('Betrag')]
  },
  {
    name: 'bank/ing de',
    system: 'ING (Deutschland)',
    kind: 'payments',
    sources: [layouts, 'public code that reads such files'],
    sampled: false,
    needs: [
      'Buchung',
      ['Valuta', 'Wertstellungsdatum'],
      'Auftraggeber/Empfänger',
      'Buchungstext',
      'Verwendungszweck',
      'Betrag'
    ],
    table: 'purchase',
    roles: {
      customer_id: 'Auftraggeber/Empfänger',
      purchased_on: 'Buchung',
      amount: 'Betrag',
      payment_method: 'Buchungstext',
      currency: ['Währung', 'Währung (2)']
    },
    dates: 'day first',
    only: [incoming('Betrag')]
  },
  {
    name: 'bank/ing nl',
    system: 'ING (Nederland)',
    kind: 'payments',
    sources: [layouts, 'public code that reads such files'],
    sampled: false,
    needs: [
      ['Datum', 'Date'],
      ['Naam / Omschrijving', 'Name / Description'],
      ['Tegenrekening', 'Counterparty'],
      ['Af Bij', 'Debit/credit'],
      ['Bedrag (EUR)', 'Amount (EUR)']
    ],
    table: 'purchase',
    roles: {
      customer_id: ['Naam / Omschrijving', 'Name / Description'],
      purchased_on: ['Datum', 'Date'],
      amount: ['Bedrag (EUR)', 'Amount (EUR)'],
      payment_method: ['Mutatiesoort', 'Transaction type', 'Code']
    },
    dates: 'day first',
    only: [{column: ['Af Bij', 'Debit/credit'], keeps: 'values', values: ['Bij', 'Credit']}]
  },
  {
    name: 'bank/n26',
    system: 'N26',
    kind: 'payments',
    sources: [layouts, 'https://github.com/siddhantgoel/beancount-n26'],
    sampled: true,
    needs: [
      ['Booking Date', 'Date', 'Datum', 'Buchungsdatum'],
      ['Partner Name', 'Payee', 'Empfänger'],
      ['Type', 'Transaction type', 'Transaktionstyp', 'Typ'],
      ['Payment Reference', 'Payment reference', 'Verwendungszweck'],
      ['Amount (EUR)', 'Betrag (EUR)']
    ],
    table: 'purchase',
    roles: {
      customer_id: ['Partner Name', 'Payee', 'Empfänger'],
      purchased_on: ['Booking Date', 'Date', 'Datum', 'Buchungsdatum'],
      amount: ['Amount (EUR)', 'Betrag (EUR)'],
      category: ['Category', 'Kategorie'],
      payment_method: ['Type', 'Transaction type', 'Transaktionstyp', 'Typ']
    },
    only: [incoming(['Amount (EUR)', 'Betrag (EUR)'])]
  },
  {
    name: 'bank/bunq',
    system: 'bunq',
    kind: 'payments',
    sources: [layouts],
    sampled: true,
    needs: [
      ['Date', 'Datum'],
      ['Amount', 'Bedrag'],
      ['Account', 'Rekening'],
      ['Counterparty', 'Tegenrekening'],
      ['Name', 'Naam'],
      ['Description', 'Omschrijving']
    ],
    table: 'purchase',
    roles: {
      customer_id: ['Name', 'Naam'],
      purchased_on: ['Date', 'Datum'],
      amount: ['Amount', 'Bedrag'],
      product: ['Description', 'Omschrijving']
    },
    only: [incoming(['Amount', 'Bedrag'])]
  },
  {
    name: 'bank/rabobank',
    system: 'Rabobank',
    kind: 'payments',
    sources: [layouts],
    sampled: true,
    needs: [
      'IBAN/BBAN',
      ['Munt', 'Currency'],
      ['Volgnr', 'Sequence number'],
      ['Datum', 'Date'],
      ['Bedrag', 'Amount'],
      ['Naam tegenpartij', 'Name counterparty', 'Counterparty name']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Volgnr', 'Sequence number'],
      customer_id: ['Naam tegenpartij', 'Name counterparty', 'Counterparty name', 'Tegenrekening IBAN/BBAN'],
      purchased_on: ['Datum', 'Date'],
      amount: ['Bedrag', 'Amount'],
      product: ['Omschrijving-1', 'Description-1'],
      payment_method: 'Code',
      currency: ['Munt', 'Currency']
    },
    only: [incoming(['Bedrag', 'Amount'])]
  },
  {
    name: 'bank/kbc',
    system: 'KBC',
    kind: 'payments',
    sources: [layouts],
    sampled: true,
    needs: ['Rekeningnummer', 'Afschriftnummer', 'Datum', 'Bedrag', 'Naam tegenpartij', 'credit', 'debet'],
    table: 'purchase',
    roles: {
      customer_id: ['Naam tegenpartij', 'rekeningnummer tegenpartij'],
      purchased_on: 'Datum',
      amount: 'Bedrag',
      product: 'Omschrijving',
      currency: 'Munt'
    },
    dates: 'day first',
    only: [incoming('Bedrag')]
  },
  {
    name: 'bank/revolut',
    system: 'Revolut',
    kind: 'payments',
    sources: [layouts, 'public code that reads such files'],
    sampled: false,
    needs: ['Type', 'Product', 'Started Date', 'Completed Date', 'Description', 'Amount', 'State'],
    table: 'purchase',
    roles: {
      customer_id: 'Description',
      purchased_on: ['Completed Date', 'Started Date'],
      amount: 'Amount',
      payment_method: 'Type',
      currency: 'Currency',
      status: 'State'
    },
    only: [{column: 'State', keeps: 'values', values: ['COMPLETED']}, incoming('Amount')]
  },
  {
    name: 'bank/monzo',
    system: 'Monzo',
    kind: 'payments',
    sources: [layouts],
    sampled: true,
    needs: ['id', 'created', 'amount', 'currency', 'local_amount', 'local_currency', 'emoji'],
    table: 'purchase',
    roles: {
      transaction_id: 'id',
      customer_id: 'description',
      purchased_on: 'created',
      amount: 'amount',
      category: 'category',
      currency: 'currency'
    },
    only: [incoming('amount')]
  }
];
