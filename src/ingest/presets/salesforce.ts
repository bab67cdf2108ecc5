import type {Preset, PresetRule} from './preset';

const fields = 'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference';
const reports =
  'https://developer.salesforce.com/docs/atlas.en-us.228.0.sfFieldRef.meta/sfFieldRef/salesforce_field_reference_Opportunity.htm';

/** Stages can be renamed; what is won is best told by `IsWon` or `Won`. */
const won: readonly PresetRule[] = [
  {column: ['IsWon', 'Won'], keeps: 'values', values: ['true', '1', 'yes', 'ja', 'oui']},
  {
    column: ['StageName', 'Stage', 'Phase', 'Étape', 'Etapa', 'Fase'],
    keeps: 'values',
    values: [
      'Closed Won',
      'Won',
      'Gewonnen',
      'Geschlossen und gewonnen',
      'Fermée et gagnée',
      'Fermé gagné',
      'Cerrada ganada'
    ]
  }
];

/** API names as the Data Loader writes them, and labels as reports do: in English, German, French and Spanish. */
export const presets: readonly Preset[] = [
  {
    name: 'salesforce/opportunities',
    system: 'Salesforce',
    kind: 'opportunities',
    sources: [`${fields}/sforce_api_objects_opportunity.htm`],
    sampled: false,
    needs: ['StageName', 'CloseDate', ['AccountId', 'Account.Name', 'Account.Id'], 'Amount'],
    table: 'purchase',
    roles: {
      transaction_id: 'Id',
      customer_id: ['AccountId', 'Account.Id', 'Account.Name'],
      purchased_on: 'CloseDate',
      amount: 'Amount',
      category: 'Type',
      channel: 'LeadSource',
      promotion: 'CampaignId',
      currency: 'CurrencyIsoCode'
    },
    dates: 'month first',
    only: [won]
  },
  {
    name: 'salesforce/opportunities report',
    system: 'Salesforce',
    kind: 'opportunities',
    sources: [reports],
    sampled: false,
    needs: [
      [
        'Opportunity Name',
        'Opportunity-Name',
        'Nom de l’opportunité',
        'Nom de l’opportunité',
        'Nombre de la oportunidad'
      ],
      ['Account Name', 'Accountname', 'Account-Name', 'Nom du compte', 'Nombre de la cuenta'],
      ['Stage', 'Phase', 'Étape', 'Etapa'],
      ['Close Date', 'Schlusstermin', 'Schlussdatum', 'Date de clôture', 'Fecha de cierre'],
      ['Amount', 'Betrag', 'Montant', 'Importe', 'Total Price', 'Gesamtpreis', 'Prix total']
    ],
    lacks: ['Sales Method'],
    table: 'purchase',
    roles: {
      transaction_id: [
        'Opportunity ID',
        'Opportunity-ID',
        'Opportunity Name',
        'Opportunity-Name',
        'Nom de l’opportunité'
      ],
      customer_id: [
        'Account ID',
        'Account-ID',
        'Account Name',
        'Accountname',
        'Account-Name',
        'Nom du compte',
        'Nombre de la cuenta'
      ],
      purchased_on: ['Close Date', 'Schlusstermin', 'Schlussdatum', 'Date de clôture', 'Fecha de cierre'],
      amount: ['Total Price', 'Gesamtpreis', 'Prix total', 'Amount', 'Betrag', 'Montant', 'Importe'],
      quantity: ['Quantity', 'Menge', 'Quantité', 'Cantidad'],
      product: ['Product Name', 'Produktname', 'Nom du produit', 'Nombre del producto'],
      category: ['Type', 'Typ'],
      channel: ['Lead Source', 'Lead-Quelle', 'Origine de la piste'],
      currency: ['Amount Currency', 'Betrag Währung']
    },
    only: [won]
  },
  {
    name: 'salesforce/opportunity products',
    system: 'Salesforce',
    kind: 'order_lines',
    sources: [`${fields}/sforce_api_objects_opportunitylineitem.htm`],
    sampled: false,
    needs: ['OpportunityId', 'Quantity', 'UnitPrice', 'TotalPrice'],
    table: 'purchase',
    roles: {
      transaction_id: 'OpportunityId',
      purchased_on: 'ServiceDate',
      amount: 'TotalPrice',
      quantity: 'Quantity',
      unit_price: 'UnitPrice',
      product: ['Product2.Name', 'Name', 'Product2Id', 'ProductCode'],
      currency: 'CurrencyIsoCode'
    },
    dates: 'month first'
  },
  {
    name: 'salesforce/accounts',
    system: 'Salesforce',
    kind: 'accounts',
    sources: [`${fields}/sforce_api_objects_account.htm`],
    sampled: false,
    needs: ['Id', 'Name', 'OwnerId', 'Industry', ['BillingCountry', 'BillingCountryCode', 'BillingCity']],
    table: 'customer',
    roles: {
      customer_id: 'Id',
      name: 'Name',
      segment: ['Industry', 'Type'],
      country: ['BillingCountry', 'BillingCountryCode'],
      acquired_on: 'CreatedDate',
      acquisition_channel: 'AccountSource'
    }
  },
  {
    name: 'salesforce/accounts report',
    system: 'Salesforce',
    kind: 'accounts',
    sources: [reports],
    sampled: false,
    needs: [
      ['Account ID', 'Account-ID'],
      ['Account Name', 'Accountname', 'Account-Name'],
      ['Account Owner', 'Account-Inhaber', 'Accountinhaber']
    ],
    lacks: ['Opportunity Name', 'Opportunity-Name', 'Case Number'],
    table: 'customer',
    roles: {
      customer_id: ['Account ID', 'Account-ID'],
      name: ['Account Name', 'Accountname', 'Account-Name'],
      segment: ['Industry', 'Branche', 'Type', 'Typ'],
      country: ['Billing Country', 'Rechnungsland', 'Billing Country (text only)'],
      acquired_on: ['Created Date', 'Erstelldatum'],
      acquisition_channel: ['Account Source', 'Account-Quelle']
    }
  },
  {
    name: 'salesforce/cases',
    system: 'Salesforce',
    kind: 'cases',
    sources: [`${fields}/sforce_api_objects_case.htm`],
    sampled: false,
    needs: [
      ['CaseNumber', 'Case Number', 'Kundenvorgangsnummer'],
      ['Origin', 'Case Origin', 'Ursprung des Kundenvorgangs'],
      'Status'
    ],
    lacks: [['(Do Not Modify) Case', '(Nicht ändern) Anfrage']],
    table: 'interaction',
    roles: {
      customer_id: ['AccountId', 'Account ID', 'Account Name', 'ContactId', 'Contact Name'],
      occurred_on: ['CreatedDate', 'Date/Time Opened', 'Opened Date', 'Geöffnet am'],
      kind: ['Type', 'Typ', 'Reason', 'Case Reason'],
      touchpoint: ['Origin', 'Case Origin', 'Ursprung des Kundenvorgangs'],
      stage: 'Status'
    }
  },
  {
    name: 'salesforce/leads',
    system: 'Salesforce',
    kind: 'leads',
    sources: [`${fields}/sforce_api_objects_lead.htm`],
    sampled: false,
    needs: ['LeadSource', 'IsConverted', 'Company', 'Status'],
    table: 'interaction',
    roles: {
      customer_id: ['ConvertedAccountId', 'Company', 'Email'],
      occurred_on: 'CreatedDate',
      touchpoint: 'LeadSource',
      stage: 'Status'
    }
  }
];
