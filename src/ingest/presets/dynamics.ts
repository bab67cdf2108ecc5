import type {Preset} from './preset';

const excel = 'public code that reads such files';
const entities = 'https://learn.microsoft.com/en-us/dynamics365/developer/reference/entities';

/** Views as their export to Excel names the columns, and tables as the service names them. */
export const presets: readonly Preset[] = [
  {
    name: 'dynamics/opportunities',
    system: 'Microsoft Dynamics 365',
    kind: 'opportunities',
    sources: [excel],
    sampled: false,
    needs: [
      ['(Do Not Modify) Opportunity', '(Nicht ändern) Verkaufschance'],
      ['Potential Customer', 'Account', 'Potenzieller Kunde', 'Firma'],
      ['Actual Revenue', 'Est. Revenue', 'Tatsächlicher Umsatz', 'Gesch. Umsatz']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['(Do Not Modify) Opportunity', '(Nicht ändern) Verkaufschance'],
      customer_id: ['Potential Customer', 'Account', 'Potenzieller Kunde', 'Firma'],
      purchased_on: [
        'Actual Close Date',
        'Tatsächliches Abschlussdatum',
        'Est. Close Date',
        'Geschätztes Abschlussdatum'
      ],
      amount: ['Actual Revenue', 'Tatsächlicher Umsatz', 'Est. Revenue', 'Gesch. Umsatz'],
      currency: ['Currency', 'Währung']
    },
    only: [
      [
        {column: 'Status', keeps: 'values', values: ['Won', 'Gewonnen']},
        {column: ['Status Reason', 'Statusgrund'], keeps: 'values', values: ['Won', 'Gewonnen']}
      ]
    ]
  },
  {
    name: 'dynamics/table of opportunities',
    system: 'Microsoft Dynamics 365',
    kind: 'opportunities',
    sources: [`${entities}/opportunity`],
    sampled: false,
    needs: [
      'opportunityid',
      ['customerid', '_customerid_value', 'parentaccountid', '_parentaccountid_value'],
      ['actualvalue', 'estimatedvalue'],
      'statecode'
    ],
    table: 'purchase',
    roles: {
      transaction_id: 'opportunityid',
      customer_id: ['customerid', '_customerid_value', 'parentaccountid', '_parentaccountid_value'],
      purchased_on: ['actualclosedate', 'estimatedclosedate'],
      amount: ['actualvalue', 'estimatedvalue'],
      currency: ['transactioncurrencyid', '_transactioncurrencyid_value']
    },
    only: [{column: 'statecode', keeps: 'values', values: ['1', 'Won']}]
  },
  {
    name: 'dynamics/orders',
    system: 'Microsoft Dynamics 365',
    kind: 'orders',
    sources: [excel],
    sampled: false,
    needs: [
      ['(Do Not Modify) Order', '(Do Not Modify) Invoice', '(Nicht ändern) Auftrag', '(Nicht ändern) Rechnung'],
      ['Customer', 'Potential Customer', 'Kunde', 'Account'],
      ['Total Amount', 'Gesamtbetrag']
    ],
    table: 'purchase',
    roles: {
      transaction_id: [
        'Order ID',
        'Invoice ID',
        'Auftragskennung',
        'Rechnungskennung',
        '(Do Not Modify) Order',
        '(Do Not Modify) Invoice'
      ],
      customer_id: ['Customer', 'Potential Customer', 'Kunde', 'Account'],
      purchased_on: ['Date Fulfilled', 'Date Delivered', 'Date Submitted', 'Created On', 'Erstellt am'],
      amount: ['Total Amount', 'Gesamtbetrag'],
      currency: ['Currency', 'Währung'],
      status: ['Status', 'Status Reason', 'Statusgrund']
    }
  },
  {
    name: 'dynamics/accounts',
    system: 'Microsoft Dynamics 365',
    kind: 'accounts',
    sources: [excel],
    sampled: false,
    needs: [
      ['(Do Not Modify) Account', '(Nicht ändern) Firma'],
      ['Account Name', 'Firmenname']
    ],
    table: 'customer',
    roles: {
      customer_id: ['Account Name', 'Firmenname', 'Account Number', 'Kundennummer'],
      segment: ['Industry', 'Branche', 'Relationship Type', 'Beziehungstyp', 'Category', 'Kategorie'],
      country: ['Address 1: Country/Region', 'Adresse 1: Land/Region'],
      acquired_on: ['Created On', 'Erstellt am']
    }
  },
  {
    name: 'dynamics/contacts',
    system: 'Microsoft Dynamics 365',
    kind: 'contacts',
    sources: [excel],
    sampled: false,
    needs: [
      ['(Do Not Modify) Contact', '(Nicht ändern) Kontakt'],
      ['Full Name', 'Vollständiger Name', 'Last Name']
    ],
    table: 'customer',
    roles: {
      customer_id: ['Full Name', 'Vollständiger Name', 'Email', 'E-Mail', 'Last Name'],
      segment: ['Company Name', 'Firmenname'],
      country: ['Address 1: Country/Region', 'Adresse 1: Land/Region'],
      acquired_on: ['Created On', 'Erstellt am']
    }
  },
  {
    name: 'dynamics/leads',
    system: 'Microsoft Dynamics 365',
    kind: 'leads',
    sources: [excel],
    sampled: false,
    needs: ['(Do Not Modify) Lead', ['Topic', 'Subject', 'Company Name', 'Name']],
    table: 'interaction',
    roles: {
      customer_id: ['Company Name', 'Name', 'Last Name'],
      occurred_on: ['Created On', 'Erstellt am'],
      kind: ['Topic', 'Subject'],
      touchpoint: 'Lead Source',
      stage: ['Status Reason', 'Status']
    }
  },
  {
    name: 'dynamics/cases',
    system: 'Microsoft Dynamics 365',
    kind: 'cases',
    sources: [excel],
    sampled: false,
    needs: [
      ['(Do Not Modify) Case', '(Nicht ändern) Anfrage'],
      ['Case Number', 'Case Title', 'Anfragenummer']
    ],
    table: 'interaction',
    roles: {
      customer_id: ['Customer', 'Kunde'],
      occurred_on: ['Created On', 'Erstellt am'],
      kind: ['Case Type', 'Subject'],
      touchpoint: ['Origin', 'Ursprung'],
      stage: ['Status', 'Status Reason'],
      score: 'Satisfaction'
    }
  }
];
