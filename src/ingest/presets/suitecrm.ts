import type {Preset} from './preset';

const fields = 'https://github.com/salesagility/SuiteCRM/blob/master/modules/Opportunities/vardefs.php';

/** Lists as they are exported: with the names of fields or, if the administrator chose so, with their labels. */
export const presets: readonly Preset[] = [
  {
    name: 'suitecrm/opportunities',
    system: 'SuiteCRM',
    kind: 'opportunities',
    sources: [fields],
    sampled: false,
    needs: [
      ['sales_stage', 'Sales Stage', 'Sales Stage:'],
      ['date_closed', 'Expected Close Date'],
      ['account_name', 'Account Name'],
      ['amount', 'amount_usdollar', 'Opportunity Amount', 'Amount']
    ],
    lacks: ['Sales Method', 'Deal Name'],
    table: 'purchase',
    roles: {
      transaction_id: ['id', 'name', 'Opportunity Name'],
      customer_id: ['account_id', 'Account ID', 'account_name', 'Account Name'],
      purchased_on: ['date_closed', 'Expected Close Date'],
      amount: ['amount', 'Opportunity Amount', 'Amount', 'amount_usdollar'],
      category: ['opportunity_type', 'Type'],
      channel: ['lead_source', 'Lead Source'],
      promotion: ['campaign_name', 'Campaign']
    },
    only: [
      {
        column: ['sales_stage', 'Sales Stage'],
        keeps: 'values',
        values: ['Closed Won', 'Gewonnen', 'Abgeschlossen gewonnen']
      }
    ]
  },
  {
    name: 'suitecrm/accounts',
    system: 'SuiteCRM',
    kind: 'accounts',
    sources: ['https://github.com/salesagility/SuiteCRM/blob/master/modules/Accounts/vardefs.php'],
    sampled: false,
    needs: ['id', 'name', 'account_type', ['billing_address_country', 'billing_address_city', 'industry']],
    table: 'customer',
    roles: {
      customer_id: 'id',
      name: 'name',
      segment: ['industry', 'account_type'],
      country: 'billing_address_country',
      acquired_on: 'date_entered',
      acquisition_channel: 'campaign_id'
    }
  }
];
