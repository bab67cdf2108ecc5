import type {Preset} from './preset';

/** Deals of the list view; older exports have `Deal - ` before each column. */
export const presets: readonly Preset[] = [
  {
    name: 'pipedrive/deals',
    system: 'Pipedrive',
    kind: 'deals',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: [
      'Deal - Title',
      'Deal - Value',
      'Deal - Status',
      ['Deal - Organization', 'Deal - Contact person', 'Organization - Name', 'Person - Name']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['Deal - ID', 'Deal - Title'],
      customer_id: ['Deal - Organization', 'Organization - Name', 'Deal - Contact person', 'Person - Name'],
      purchased_on: ['Deal - Won time', 'Deal - Deal closed on', 'Deal - Close time', 'Deal - Expected close date'],
      amount: 'Deal - Value',
      product: ['Deal - Product name', 'Product - Name'],
      channel: ['Deal - Source channel', 'Deal - Source origin', 'Deal - Pipeline'],
      currency: ['Deal - Currency of Value', 'Deal - Currency']
    },
    only: [{column: 'Deal - Status', keeps: 'values', values: ['Won', 'Gewonnen', 'Gagné', 'Ganado', 'Ganho']}]
  },
  {
    name: 'pipedrive/deals without prefix',
    system: 'Pipedrive',
    kind: 'deals',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: [
      'Title',
      'Value',
      'Status',
      ['Currency of value', 'Currency of Value'],
      ['Organization', 'Contact person'],
      ['Won time', 'Stage']
    ],
    table: 'purchase',
    roles: {
      transaction_id: ['ID', 'Title'],
      customer_id: ['Organization', 'Contact person'],
      purchased_on: ['Won time', 'Deal closed on', 'Expected close date'],
      amount: 'Value',
      channel: ['Source channel', 'Pipeline'],
      currency: 'Currency of value'
    },
    only: [{column: 'Status', keeps: 'values', values: ['Won']}]
  },
  {
    name: 'pipedrive/organizations',
    system: 'Pipedrive',
    kind: 'companies',
    sources: ['public code that reads such files'],
    sampled: false,
    needs: ['Organization - Name', ['Organization - Won deals', 'Organization - Owner', 'Organization - People']],
    lacks: ['Deal - Title'],
    table: 'customer',
    roles: {
      customer_id: 'Organization - Name',
      segment: ['Organization - Label', 'Organization - Labels', 'Organization - Industry'],
      country: 'Organization - Country of Address',
      acquired_on: ['Organization - Organization created', 'Organization - Add time']
    }
  }
];
