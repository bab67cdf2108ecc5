import {count, money, share} from '../../messages/format';
import type {Results, Sentence, ViewContext} from '../analysis';
import {ageName} from './names';
import {isByTime, type CohortParams, type Grain} from './params';
import type {AverageRow, SummaryRow} from './parts';
import {words} from './words';

/** The age that the sentence compares with the first: half a year, a year … */
const later: Readonly<Record<Grain, number>> = {week: 12, month: 6, quarter: 4, year: 3};

/** The fewest customers of whom something is said. */
const fewest = 10;

/** "Of the customers won in a month, 21.3% buy again in the month after, and 24% six months on …", of periods that are over. */
export function takeaway(results: Results, params: CohortParams, {currency}: ViewContext): Sentence {
  const summary = results.parts['summary']?.[0] as unknown as SummaryRow | undefined;
  const averages = (results.parts['averages'] ?? []) as unknown as AverageRow[];
  if (!summary) return words.rich('takeaway.nothing');
  const about = {grain: params.grain, cohorts: isByTime(params) ? 'time' : 'groups', rolling: params.age};
  const next = averages.find(({age}) => age === 1);
  if (!next) return words.rich('takeaway.too young', {...about, customers: count(summary.customers)});
  const far = averages.find(({age, eligible}) => age === later[params.grain] && eligible >= fewest) ?? last(averages);
  const fill = {...about, next: share(next.retained), kept: count(next.kept), eligible: count(next.eligible)};
  if (far.age < 2) return words.rich('takeaway.next', fill);
  return [
    ...words.rich('takeaway.next and later', {...fill, later: share(far.retained), age: ageName(far.age, params)}),
    ...words.rich('takeaway.brought', {amount: amount(far.cumulative_sales_per_customer, currency)})
  ];
}

/** The oldest age that enough customers have seen the end of. */
function last(averages: readonly AverageRow[]): AverageRow {
  const enough = averages.filter(({eligible}) => eligible >= fewest);
  return (enough.at(-1) ?? averages[1] ?? averages[0]) as AverageRow;
}

const amount = (value: number | null, currency: string | null): string =>
  currency === null ? money(value) : `${money(value)} ${currency}`;
