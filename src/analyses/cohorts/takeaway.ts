import {count, money, share} from '../../messages/format';
import type {Results, Sentence, ViewContext} from '../analysis';
import {ageName, cohortName} from './names';
import {isByTime, type CohortParams, type Grain} from './params';
import type {AverageRow, CellRow, CostRow, SummaryRow} from './parts';
import {paybackOf} from './payback';
import {words} from './words';

/** The age that the sentence compares with the first: half a year, a year … */
const later: Readonly<Record<Grain, number>> = {week: 12, month: 6, quarter: 4, year: 3};

/** The fewest customers of whom something is said; and by whom groups are told apart, where two have as many. */
const fewest = 10;
const many = 30;

/** "Of the customers won in a month, 21.3% buy again in the month after, and 24% six months on …", of periods that are over. */
export function takeaway(results: Results, params: CohortParams, {currency}: ViewContext): Sentence {
  const summary = results.parts['summary']?.[0] as unknown as SummaryRow | undefined;
  const averages = (results.parts['averages'] ?? []) as unknown as AverageRow[];
  if (!summary) return words.rich('takeaway.nothing');
  const paid = paybackText(results, params, currency);
  const about = {grain: params.grain, cohorts: isByTime(params) ? 'time' : 'groups', rolling: params.age};
  const next = averages.find(({age}) => age === 1);
  if (!next) return words.rich('takeaway.too young', {...about, customers: count(summary.customers)});
  const far = averages.find(({age, eligible}) => age === later[params.grain] && eligible >= fewest) ?? last(averages);
  const after = params.age === 'rolling' ? ageName(1, params) : words.t('age.next', {grain: params.grain});
  const fill = {...about, after, next: share(next.retained), kept: count(next.kept), eligible: count(next.eligible)};
  const ends = isByTime(params) ? undefined : endsOf((results.parts['cells'] ?? []) as unknown as CellRow[]);
  if (ends) return [...words.rich('takeaway.groups', {...fill, ...named(ends, params)}), ...paid];
  if (far.age < 2) return [...words.rich('takeaway.next', fill), ...paid];
  return [
    ...words.rich('takeaway.next and later', {...fill, later: share(far.retained), age: ageName(far.age, params)}),
    ...words.rich('takeaway.brought', {amount: amount(far.cumulative_sales_per_customer, currency)}),
    ...paid
  ];
}

/** What winning a customer cost and when that was paid back, where margins are shown. */
function paybackText({parts}: Results, params: CohortParams, currency: string | null): Sentence {
  const payback = paybackOf({
    cells: (parts['cells'] ?? []) as unknown as CellRow[],
    averages: (parts['averages'] ?? []) as unknown as AverageRow[],
    costs: (parts['costs'] ?? []) as unknown as CostRow[]
  });
  if (!payback) return [];
  const cost = amount(payback.cost, currency);
  return payback.age === null
    ? words.rich('takeaway.not paid', {cost, age: ageName(payback.seen, params)})
    : words.rich('takeaway.paid', {cost, age: ageName(payback.age, params)});
}

/** The groups that keep most and fewest, of those with enough customers; undefined where there are no two. */
function endsOf(cells: readonly CellRow[]): [CellRow, CellRow] | undefined {
  const kept = (cell: CellRow): number => cell.retained ?? 0;
  const next = cells.filter(({age, eligible}) => age === 1 && eligible >= fewest).sort((a, b) => kept(b) - kept(a));
  const large = next.filter(({eligible}) => eligible >= many);
  const groups = large.length > 1 ? large : next;
  const [most, least] = [groups[0], groups.at(-1)];
  return most && least && kept(most) > kept(least) ? [most, least] : undefined;
}

const named = ([most, least]: [CellRow, CellRow], params: CohortParams) => ({
  most: cohortName(most, params),
  mostShare: share(most.retained),
  fewest: cohortName(least, params),
  fewestShare: share(least.retained)
});

/** The oldest age that enough customers have seen the end of. */
function last(averages: readonly AverageRow[]): AverageRow {
  const enough = averages.filter(({eligible}) => eligible >= fewest);
  return (enough.at(-1) ?? averages[1] ?? averages[0]) as AverageRow;
}

const amount = (value: number | null, currency: string | null): string =>
  currency === null ? money(value) : `${money(value)} ${currency}`;
