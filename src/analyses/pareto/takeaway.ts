import {count, money, share} from '../../messages/format';
import type {Results, Sentence, ViewContext} from '../analysis';
import type {ParetoParams} from './params';
import type {Summary} from './rows';
import {words} from './words';

/** The fewest for which "20 % of customers" isn't far from what a fifth of them, rounded up, is. */
const many = 50;

/** "20% of customers make 74.6% of net sales; 1,133 customers (26.1%) make 80%." */
export function takeaway(results: Results, params: ParetoParams, {currency}: ViewContext): Sentence {
  const summary = results.parts['summary']?.[0] as unknown as Summary | undefined;
  const {by, measure} = params;
  if (!summary) return words.rich('takeaway.nothing');
  if (summary.for_limit === null) {
    return words.rich('takeaway.no total', {by, measure, total: amount(summary.total, currency)});
  }
  if (summary.entities === 1) return words.rich('takeaway.only', {by, measure});
  return [...concentration(summary, params), ...losses(summary, params, currency)];
}

function concentration(summary: Summary, {by, measure, limit_a}: ParetoParams): Sentence {
  const needed = summary.for_limit ?? 0;
  return words.rich(summary.entities >= many ? 'takeaway.fifth' : 'takeaway.few', {
    by,
    measure,
    fifth: share(0.2),
    top: summary.top_20,
    topText: count(summary.top_20),
    entities: count(summary.entities),
    share: share(summary.top_20_share),
    count: needed,
    needed: count(needed),
    part: share(needed / summary.entities),
    limit: share(limit_a / 100)
  });
}

function losses(summary: Summary, {measure}: ParetoParams, currency: string | null): Sentence {
  if (summary.negative === 0) return [];
  return words.rich('takeaway.losses', {
    measure,
    count: summary.negative,
    negative: count(summary.negative),
    taken: amount(String(summary.negative_value).replace('-', ''), currency)
  });
}

const amount = (value: number | string, currency: string | null): string =>
  currency === null ? money(value) : `${money(value)} ${currency}`;
