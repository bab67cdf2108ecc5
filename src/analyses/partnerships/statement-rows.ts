import {count, decimal, money, nothing, share} from '../../messages/format';
import type {PartnershipParams} from './params';
import type {Account, Amount} from './parts';
import type {Side} from './sides';
import {total} from './total';
import {words} from './words';

/** A line of the statement; `kind` says how it stands: under a heading, as a sum, as the result. */
export interface StatementRow {
  key: string;
  label: string;
  kind: 'rate' | 'line' | 'inner' | 'heading' | 'sum' | 'result';
  /** by account: the amount and its part of net sales */
  cells: readonly (readonly [string, string])[];
  /** the right one less the left one; empty where only one account is shown */
  difference: string;
}

interface Line {
  key: string;
  kind: StatementRow['kind'];
  /** taken off: shown with a minus */
  cost?: true;
  value?: (account: Account) => Amount | null;
}

const feedback = (account: Account): Amount | null => known([account.delivery, account.bonus, account.returns]);

const lines: readonly Line[] = [
  {key: 'net_sales', kind: 'sum', value: ({net_sales}) => net_sales},
  {key: 'cost_of_goods', kind: 'line', cost: true, value: ({cost_of_goods}) => cost_of_goods},
  {key: 'gross_profit', kind: 'sum', value: ({gross_profit}) => gross_profit},
  {key: 'feedback', kind: 'line', cost: true, value: feedback},
  {key: 'delivery', kind: 'inner', cost: true, value: ({delivery}) => delivery},
  {key: 'bonus', kind: 'inner', cost: true, value: ({bonus}) => bonus},
  {key: 'returns', kind: 'inner', cost: true, value: ({returns}) => returns},
  {key: 'database', kind: 'line', cost: true, value: ({database}) => database},
  {key: 'salaries', kind: 'line', cost: true, value: ({salaries}) => salaries},
  {key: 'other', kind: 'line', cost: true, value: ({other}) => other},
  {key: 'cost_to_serve', kind: 'sum', cost: true, value: ({cost_to_serve}) => cost_to_serve},
  {key: 'profit', kind: 'result', value: ({profit}) => profit},
  {key: 'acquisition', kind: 'line', cost: true, value: ({acquisition}) => acquisition},
  {
    key: 'profit_after_acquisition',
    kind: 'sum',
    value: ({profit, acquisition}) => (acquisition === null ? null : known([profit, negated(acquisition)]))
  }
];

/** The statement of one account, or of two and their difference. */
export function statementRows(sides: readonly Side[], {basis}: PartnershipParams): StatementRow[] {
  return [...rates(sides, basis), ...lines.map((line) => rowOf(line, sides))];
}

function rates(sides: readonly Side[], basis: string): StatementRow[] {
  const row = (key: string, value: (side: Side) => string): StatementRow => ({
    key,
    label: words.t(key as 'statement.average'),
    kind: 'rate',
    cells: sides.map((side) => [value(side), ''] as const),
    difference: ''
  });
  return [
    row('statement.average', ({average_purchase}) => money(average_purchase)),
    row(basis === 'year' ? 'statement.per year' : 'statement.purchases', ({purchases}) =>
      basis === 'year' ? decimal(purchases, 2) : count(purchases)
    )
  ];
}

function rowOf({key, kind, cost, value}: Line, sides: readonly Side[]): StatementRow {
  const values = sides.map(({account}) => value?.(account) ?? null);
  const [left, right] = values;
  const compared = sides.length === 2 && left !== null && right !== null && left !== undefined && right !== undefined;
  return {
    key,
    label: words.t(`statement.${key}` as 'statement.net_sales'),
    kind,
    cells: sides.map(({account}, place) => {
      const own = values[place] ?? null;
      return [shown(own, cost), ofSales(own, account)] as const;
    }),
    difference: compared ? signed(Number(right) - Number(left), cost) : sides.length === 2 ? nothing : ''
  };
}

const shown = (value: Amount | null, cost?: true): string =>
  cost && value !== null ? money(negated(value)) : money(value);

const ofSales = (value: Amount | null, {net_sales}: Account): string =>
  value === null || Number(net_sales) <= 0 ? nothing : share(unsignedZero(Number(value) / Number(net_sales)));

/** What is rounded to 0 % has no sign. */
const unsignedZero = (part: number): number => (Math.abs(part) < 0.0005 ? 0 : part);

function signed(change: number, cost?: true): string {
  const effect = cost ? -change : change;
  return effect > 0 ? `+${money(effect)}` : money(effect);
}

/** The amount with the other sign, as exact as it came. */
const negated = (value: Amount): Amount =>
  typeof value === 'number' ? 0 - value : value.startsWith('-') ? value.slice(1) : `-${value}`;

/** The sum of those that are known; null where none is. */
function known(values: readonly (Amount | null)[]): number | null {
  const amounts = values.filter((value) => value !== null);
  return amounts.length === 0 ? null : total(amounts);
}
