import type {Preset} from './preset';

/** Grids as their export names the columns, and the tables of the database. */
export const presets: readonly Preset[] = [
  {
    name: 'saleslogix/opportunities',
    system: 'SalesLogix (Infor CRM)',
    kind: 'opportunities',
    sources: ['https://docs.infor.com/crm/8.3/en-us/webclient/content/opportunities/opportunity_information_boxes.htm'],
    sampled: false,
    needs: [
      'Opportunity',
      'Account',
      ['Est. Close', 'Estimated Close', 'Actual Close'],
      ['Close Probability', 'Close Prob.', 'Close Prob'],
      'Status',
      ['Potential', 'Sales Potential', 'Actual Amount']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Opportunity ID', 'Opportunity'],
      customer_id: 'Account',
      purchased_on: ['Actual Close', 'Est. Close', 'Estimated Close'],
      amount: ['Actual Amount', 'Sales Potential', 'Potential'],
      category: 'Type',
      channel: ['Lead Source', 'Source']
    },
    dates: 'month first',
    only: [{column: 'Status', keeps: 'values', values: ['Closed - Won', 'Closed-Won', 'Won']}]
  },
  {
    name: 'saleslogix/table of opportunities',
    system: 'SalesLogix (Infor CRM)',
    kind: 'opportunities',
    sources: ['https://docs.infor.com/crm/8.3/en-us/webclient/content/opportunities/opportunity_information_boxes.htm'],
    sampled: false,
    needs: [
      'OPPORTUNITYID',
      'ACCOUNTID',
      'STATUS',
      ['SALESPOTENTIAL', 'ACTUALAMOUNT'],
      ['ACTUALCLOSE', 'ESTIMATEDCLOSE']
    ],
    table: 'purchase',
    roles: {
      transaction_id: 'OPPORTUNITYID',
      customer_id: 'ACCOUNTID',
      purchased_on: ['ACTUALCLOSE', 'ESTIMATEDCLOSE'],
      amount: ['ACTUALAMOUNT', 'SALESPOTENTIAL'],
      category: 'TYPE'
    },
    only: [{column: 'STATUS', keeps: 'values', values: ['Closed - Won']}]
  },
  {
    name: 'saleslogix/table of accounts',
    system: 'SalesLogix (Infor CRM)',
    kind: 'accounts',
    sources: [
      'https://docs.infor.com/crm/8.3/webclient/en-us/content/accounts/opportunities_tab_-_account_detail_view.htm'
    ],
    sampled: false,
    needs: ['ACCOUNTID', 'ACCOUNT', 'TYPE', 'STATUS', ['MAINPHONE', 'INDUSTRY', 'ACCOUNTMANAGERID']],
    table: 'customer',
    roles: {
      customer_id: 'ACCOUNTID',
      name: 'ACCOUNT',
      segment: ['INDUSTRY', 'TYPE'],
      acquired_on: 'CREATEDATE',
      acquisition_channel: 'IMPORTSOURCE'
    }
  }
];
