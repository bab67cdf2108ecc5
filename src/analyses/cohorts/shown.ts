import type {Loaded} from '../../models/loaded';
import {isByTime, type CohortParams} from './params';

/** The columns of the table twin: those that the parameters fill. */
export function shown(params: CohortParams, {filled}: Loaded): readonly string[] {
  const byTime = isByTime(params);
  const ordered = params.figure === 'orders' || params.figure === 'average_order';
  return [
    byTime ? 'cohort' : 'group_name',
    'age',
    'state',
    ...(byTime && params.age === 'calendar' ? ['period_from', 'period_to'] : []),
    'size',
    'eligible',
    'customers',
    'kept',
    'retained',
    'low',
    'high',
    'unbounded',
    'net_sales',
    'sales_retention',
    'cumulative_sales_per_customer',
    ...(params.figure === 'cumulative_margin' && filled.has('purchase.cost') ? ['cumulative_margin_per_customer'] : []),
    ...(ordered ? ['orders', 'average_order'] : [])
  ];
}
