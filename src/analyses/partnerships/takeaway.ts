import {count, money, share} from '../../messages/format';
import type {Results, Sentence, ViewContext} from '../analysis';
import type {PartnershipParams} from './params';
import type {CategoryRow, Summary} from './parts';
import {part} from './sides';
import {allOutside} from './cost-notes';
import {changesText} from './what-if-table';
import {words} from './words';

/** "Partnerships leave 424,311.33 EUR, 9% of net sales; 1,014 of 2,872 customers (35.3%) lose money, 268,900.12 EUR together." */
export function takeaway(results: Results, params: PartnershipParams, {currency}: ViewContext): Sentence {
  const summary = results.parts['summary']?.[0] as unknown as Summary | undefined;
  if (!summary) return words.rich('takeaway.nothing');
  return [
    ...whatIf(results, params),
    ...left(summary, results, currency),
    ...difference(summary, currency),
    ...typed(summary, params),
    ...losing(summary, currency),
    ...words.rich('takeaway.end')
  ];
}

function whatIf(results: Results, params: PartnershipParams): Sentence {
  const changes = changesText(part<CategoryRow>(results, 'categories'), params);
  return changes === '' ? [] : words.rich('takeaway.what if', {changes});
}

/** What the "what if" does to the amount. */
function difference({what_if}: Summary, currency: string | null): Sentence {
  if (Number(what_if) === 0) return [];
  const direction = Number(what_if) < 0 ? 'better' : 'worse';
  return words.rich('takeaway.changed', {amount: amount(unsigned(what_if), currency), direction});
}

function left(summary: Summary, results: Results, currency: string | null): Sentence {
  const rows = part<CategoryRow>(results, 'categories');
  const known = rows.some(({category}) => category !== 'acquisition');
  const profit = Number(summary.profit);
  const sales = Number(summary.net_sales);
  return words.rich(allOutside(rows) ? 'takeaway.outside' : known ? 'takeaway.left' : 'takeaway.no costs', {
    sign: profit < 0 ? 'loss' : 'profit',
    amount: amount(unsigned(summary.profit), currency),
    shared: sales > 0 ? 'yes' : 'no',
    share: share(Math.abs(profit) / sales)
  });
}

function losing({losing: count_, customers, destroyed}: Summary, currency: string | null): Sentence {
  if (count_ === 0) return [];
  return words.rich('takeaway.losing', {
    count: count_,
    losing: count(count_),
    customers: count(customers),
    part: share(count_ / customers),
    amount: amount(destroyed, currency)
  });
}

function typed({uncosted, net_sales}: Summary, {margin}: PartnershipParams): Sentence {
  if (Number(uncosted) === 0) return [];
  const part = Number(uncosted) / Number(net_sales);
  const whole = Number(net_sales) === Number(uncosted);
  return words.rich(whole ? 'takeaway.typed margin' : 'takeaway.partly typed margin', {
    margin: share(margin / 100),
    part: share(Number.isFinite(part) ? part : null)
  });
}

const unsigned = (value: number | string): string => String(value).replace('-', '');

const amount = (value: number | string, currency: string | null): string =>
  currency === null ? money(value) : `${money(value)} ${currency}`;
