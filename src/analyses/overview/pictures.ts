import type {Picture, Results, ViewContext} from '../analysis';
import {chart} from './chart';
import type {OverviewParams} from './params';
import type {MonthRow} from './parts';
import {words} from './words';

/** Net sales by month. */
export function pictures(
  results: Results,
  _params: OverviewParams,
  {currency}: ViewContext
): Readonly<Record<string, Picture>> {
  const rows = (results.parts['months'] ?? []) as unknown as MonthRow[];
  return {
    months: {
      name: 'overview',
      label: words.t('chart.months'),
      description: words.t('chart.months.description'),
      options: (width) => chart(rows, currency, width)
    }
  };
}
