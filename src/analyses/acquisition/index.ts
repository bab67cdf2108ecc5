import {defineAnalysis} from '../analysis';
import * as is from '../columns';
import {params} from './params';
import {columns, parts} from './parts';
import {ofRow} from './selection';
import {takeaway} from './takeaway';
import {words} from './words';

export default defineAnalysis({
  group: 'close',
  place: 0,
  words,
  params,
  needs: ['interaction.customer_id', 'interaction.occurred_on', 'purchase.customer_id', 'purchase.purchased_on'],
  wants: [
    'interaction.kind',
    'interaction.stage',
    'interaction.touchpoint',
    'interaction.owner',
    'interaction.outcome',
    'customer.acquisition_channel',
    'customer.acquisition_cost'
  ],
  model: 'acquisition',
  order: ['place'],
  columns,
  keep: ['acquisition_row', 'acquisition_place', 'acquisition_person'],
  shown: () => Object.keys(columns).filter((column) => column !== 'place'),
  parts,
  behind: {
    model: 'acquisition_behind',
    order: ['first_on', 'customer_id', 'deal'],
    columns: {
      customer_id: is.text,
      deal: is.text,
      first_on: is.day,
      stage: is.text,
      state: is.category,
      won_on: is.day,
      days: is.count,
      owner: is.text,
      channel: is.text
    }
  },
  behindRow: ofRow,
  takeaway
});
