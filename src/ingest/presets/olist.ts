import type {Preset} from './preset';

const sources = ['https://www.kaggle.com/datasets/olistbr/marketing-funnel-olist'];

/** The public marketing funnel of Olist: sellers who came in as leads, and the deals that were closed with them. */
export const presets: readonly Preset[] = [
  {
    name: 'olist/leads',
    system: 'Olist',
    kind: 'leads',
    sources,
    sampled: true,
    needs: ['mql_id', 'first_contact_date', 'landing_page_id', 'origin'],
    table: 'interaction',
    roles: {customer_id: 'mql_id', occurred_on: 'first_contact_date', touchpoint: 'origin'},
    constants: {kind: 'lead'}
  },
  {
    name: 'olist/deals',
    system: 'Olist',
    kind: 'deals',
    sources,
    sampled: true,
    needs: ['mql_id', 'sdr_id', 'sr_id', 'won_date', 'declared_monthly_revenue'],
    table: 'purchase',
    roles: {
      customer_id: 'mql_id',
      purchased_on: 'won_date',
      amount: 'declared_monthly_revenue',
      category: 'business_segment'
    },
    also: [
      {
        table: 'interaction',
        roles: {customer_id: 'mql_id', occurred_on: 'won_date', owner: 'sr_id'},
        constants: {kind: 'lead', stage: 'Won'}
      }
    ]
  }
];
