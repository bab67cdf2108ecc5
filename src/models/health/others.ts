import {rowsWhere, type Check} from './check';

const hasCustomers = 'customer_id is not null and customer_id not in (select customer_id from customer)';

/** What stands out in the tables beside customers and purchases. */
export const otherChecks: Check[] = [
  rowsWhere('scores', 'counts', {
    table: 'interaction',
    asks: ({filled}) => filled.has('interaction.score') && filled.has('interaction.score_scale'),
    where: 'score < 0 or score > score_scale'
  }),
  rowsWhere('contacts_no_customer', 'counts', {table: 'interaction', asks: () => true, where: hasCustomers}),
  rowsWhere('costs_no_customer', 'counts', {table: 'partnership_cost', asks: () => true, where: hasCustomers}),
  rowsWhere('negative_costs', 'totals', {table: 'partnership_cost', asks: () => true, where: 'amount < 0'})
];
