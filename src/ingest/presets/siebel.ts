import type {Preset} from './preset';

const bookshelf = 'https://docs.oracle.com/cd/E14004_01/books/MoblConn/MoblConnAAppDefRef48.html';

/** Lists as their menu exports them. Stages are set by each company: those whose names say won are kept. */
export const presets: readonly Preset[] = [
  {
    name: 'siebel/opportunities',
    system: 'Oracle Siebel',
    kind: 'opportunities',
    sources: [bookshelf],
    sampled: false,
    needs: [
      ['Opportunity', 'Opportunity Name', 'Name'],
      'Account',
      ['Revenue', 'Opportunity Revenue'],
      'Close Date',
      'Sales Stage',
      ['Sales Method', 'Probability %', 'Committed']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Row ID', 'Row Id', 'Opportunity', 'Opportunity Name', 'Name'],
      customer_id: 'Account',
      purchased_on: 'Close Date',
      amount: ['Revenue', 'Opportunity Revenue'],
      channel: 'Channel',
      currency: ['Currency', 'Currency Code']
    },
    dates: 'month first',
    only: [
      [
        {column: 'Status', keeps: 'values', values: ['Won', 'Closed Won', 'Closed - Won']},
        {
          column: 'Sales Stage',
          keeps: 'values',
          values: [
            'Won',
            'Closed Won',
            'Closed - Won',
            'Closed/Won',
            '07 - Closed Won',
            '08 - Closed Won',
            '09 - Closed Won'
          ]
        }
      ]
    ]
  },
  {
    name: 'siebel/service requests',
    system: 'Oracle Siebel',
    kind: 'cases',
    sources: [bookshelf],
    sampled: false,
    needs: [['SR #', 'SR Number'], 'Account', 'Status', ['Area', 'Sub-Area', 'Subarea']],
    table: 'interaction',
    roles: {
      customer_id: 'Account',
      occurred_on: ['Opened', 'Date Opened', 'Opened Date', 'Created'],
      kind: ['Area', 'SR Type', 'Type'],
      touchpoint: 'Source',
      stage: 'Status',
      outcome: ['Substatus', 'Sub-Status', 'Resolution Code']
    },
    dates: 'month first'
  }
];
