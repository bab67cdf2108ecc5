import {count, decimal, money} from '../../messages/format';
import {has} from '../../models/loaded';
import {columnLabel, type Selection, type ViewContext} from '../analysis';
import type {SmallRow} from '../small-row';
import type {StateOutlook} from '../states/outlook';
import analysis from './index';
import {rewardOf} from './outlook';
import type {PhasesParams} from './params';
import type {PhaseRow} from './parts';
import {phaseName} from './phases';
import {ofPhase} from './selection';
import {words} from './words';

/** A small table: its heads and its rows. */
export interface Table {
  head: string[];
  rows: SmallRow[];
}

interface Column<T> {
  head: string;
  cell: (row: T) => string;
}

const made = <T>(columns: readonly Column<T>[], rows: readonly T[]): Table => ({
  head: columns.map(({head}) => head),
  rows: rows.map((row) => ({cells: columns.map(({cell}) => cell(row))}))
});

type Head = (column: string, kind?: 'money') => string;

const headed =
  (params: PhasesParams, currency: string | null): Head =>
  (column, kind) => {
    const label = columnLabel(analysis, column, params);
    return kind === 'money' && currency !== null ? `${label} (${currency})` : label;
  };

/** The phases with all that is known of them, each leading to its customers. */
export function phaseTable(
  rows: readonly PhaseRow[],
  params: PhasesParams,
  context: ViewContext,
  onselect: (selection: Selection) => void
): Table {
  const head = headed(params, context.currency);
  const columns: Column<PhaseRow>[] = [
    {head: head('phase'), cell: ({phase}) => phaseName(phase)},
    {head: head('customers'), cell: ({customers}) => count(customers)},
    {head: head('net_sales', 'money'), cell: ({net_sales}) => money(net_sales)},
    {head: head('per_customer', 'money'), cell: ({per_customer}) => money(per_customer)},
    ...(has(context.loaded, 'purchase.cost')
      ? [{head: head('profit', 'money'), cell: ({profit}: PhaseRow) => money(profit)}]
      : []),
    {head: head('median_recency'), cell: ({median_recency}) => decimal(median_recency, 1)},
    {head: head('median_tenure'), cell: ({median_tenure}) => decimal(median_tenure, 1)},
    {head: head('slipping'), cell: ({slipping, customers}) => count(customers === null ? null : slipping)},
    {head: head('value_at_stake', 'money'), cell: ({value_at_stake}) => money(value_at_stake)}
  ];
  const table = made(columns, rows);
  return {
    head: table.head,
    rows: table.rows.map((row, place) => {
      const {phase, customers} = rows[place] ?? {};
      if (phase === undefined || !customers) return row;
      const hint = words.t('select.phase hint', {phase: phaseName(phase)});
      return {...row, hint, onselect: () => onselect(ofPhase(phase))};
    })
  };
}

/** What a relationship in each phase is expected to bring, the closest first. */
export function outlookTable(rows: readonly StateOutlook[], {horizon}: PhasesParams, context: ViewContext): Table {
  const inMoney = (text: string): string => (context.currency === null ? text : `${text} (${context.currency})`);
  return made<StateOutlook>(
    [
      {head: columnLabel(analysis, 'phase', {}), cell: ({state}) => phaseName(state)},
      {head: words.t('outlook.seen'), cell: ({seen}) => count(seen)},
      {head: words.t('outlook.now head'), cell: ({now}) => count(now)},
      {head: words.t('outlook.later', {steps: horizon}), cell: ({later}) => count(later)},
      {
        head: inMoney(words.t('outlook.reward', {measure: rewardOf(context)})),
        cell: ({reward}) => money(reward)
      },
      {head: inMoney(words.t('outlook.value', {steps: horizon})), cell: ({value}) => money(value)}
    ],
    rows.toReversed()
  );
}
