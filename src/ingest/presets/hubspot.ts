import type {Preset} from './preset';

const records = 'public code that reads such files';
const properties = 'https://knowledge.hubspot.com/crm-setup/set-up-your-import-file';

/** Exports have the labels of the chosen properties; associated records by id and by name. */
export const presets: readonly Preset[] = [
  {
    name: 'hubspot/deals',
    system: 'HubSpot',
    kind: 'deals',
    sources: [records, properties],
    sampled: false,
    needs: [
      ['Deal Name', 'Dealname', 'Nom de la transaction'],
      ['Deal Stage', 'Dealphase', 'Phase de la transaction'],
      ['Amount', 'Betrag', 'Montant'],
      ['Close Date', 'Abschlussdatum', 'Date de fermeture']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Record ID', 'Deal ID', 'Datensatz-ID', 'Deal Name', 'Dealname'],
      customer_id: [
        ...['Associated Company IDs (Primary)', 'Associated Company IDs', 'Associated Company ID'],
        ...['Associated Company (Primary)', 'Associated Company', 'Zugeordnetes Unternehmen'],
        ...['Associated Contact IDs', 'Associated Contact', 'Deal Name']
      ],
      purchased_on: ['Close Date', 'Abschlussdatum', 'Date de fermeture'],
      amount: ['Amount in company currency', 'Amount', 'Betrag', 'Montant'],
      category: ['Deal Type', 'Deal-Typ'],
      channel: ['Original Source', 'Original Traffic Source', 'Pipeline'],
      currency: ['Currency', 'Währung', 'Devise']
    },
    only: [
      [
        {column: ['Is Closed Won', 'Is closed won'], keeps: 'values', values: ['true', 'yes', '1']},
        {
          column: ['Deal Stage', 'Dealphase', 'Phase de la transaction'],
          keeps: 'values',
          values: [
            'Closed Won',
            'closedwon',
            'Closed Won (Sales Pipeline)',
            'Abgeschlossen und gewonnen',
            'Abschluss gewonnen',
            'Fermé gagné',
            'Fermée gagnée',
            'Won'
          ]
        }
      ]
    ]
  },
  {
    name: 'hubspot/contacts',
    system: 'HubSpot',
    kind: 'contacts',
    sources: [records],
    sampled: false,
    needs: [
      ['Record ID', 'Contact ID', 'Datensatz-ID'],
      ['First Name', 'Vorname', 'Prénom'],
      ['Email', 'E-Mail', 'E-mail'],
      ['Lifecycle Stage', 'Lifecycle-Phase', 'Phase du cycle de vie', 'Lead Status']
    ],
    table: 'customer',
    roles: {
      customer_id: ['Record ID', 'Contact ID', 'Datensatz-ID'],
      name: ['Full Name', 'Email', 'E-Mail', 'E-mail'],
      segment: ['Lifecycle Stage', 'Lifecycle-Phase', 'Phase du cycle de vie'],
      country: ['Country/Region', 'Land/Region', 'Pays/région'],
      acquired_on: ['Became a Customer Date', 'Create Date', 'Erstellungsdatum', 'Date de création'],
      acquisition_channel: ['Original Source', 'Original Traffic Source']
    }
  },
  {
    name: 'hubspot/companies',
    system: 'HubSpot',
    kind: 'companies',
    sources: [records],
    sampled: false,
    needs: [
      ['Record ID', 'Company ID', 'Datensatz-ID'],
      ['Company name', 'Unternehmensname', 'Nom de l’entreprise'],
      ['Company owner', 'Company Domain Name', 'Zuständiger Mitarbeiter des Unternehmens']
    ],
    table: 'customer',
    roles: {
      customer_id: ['Record ID', 'Company ID', 'Datensatz-ID'],
      name: ['Company name', 'Unternehmensname', 'Nom de l’entreprise'],
      segment: ['Industry', 'Branche', 'Lifecycle Stage'],
      country: ['Country/Region', 'Land/Region', 'Pays/région'],
      acquired_on: ['Became a Customer Date', 'Create Date', 'Erstellungsdatum'],
      acquisition_channel: ['Original Source', 'Original Source Type', 'Original Traffic Source']
    }
  },
  {
    name: 'hubspot/tickets',
    system: 'HubSpot',
    kind: 'cases',
    sources: [records],
    sampled: false,
    needs: [
      ['Ticket ID', 'Record ID'],
      ['Ticket name', 'Ticket Name'],
      ['Ticket status', 'Ticket Status'],
      ['Create date', 'Create Date']
    ],
    table: 'interaction',
    roles: {
      customer_id: ['Associated Company IDs', 'Associated Company', 'Associated Contact IDs', 'Associated Contact'],
      occurred_on: ['Create date', 'Create Date'],
      kind: ['Category', 'Pipeline'],
      touchpoint: 'Source',
      stage: ['Ticket status', 'Ticket Status'],
      outcome: 'Resolution'
    }
  }
];
