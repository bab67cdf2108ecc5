import {count, money, share} from '../../messages/format';
import type {Sentence} from '../analysis';
import type {Measure, ParetoParams} from './params';
import type {Money, Peak} from './rows';
import {words} from './words';

/** "2,134 of 4,338 customers (49.2%) make 132% of profit; 1,020 are below zero and take 32% (12,345.00) away again." */
export function whaleText(peak: Peak, by: ParetoParams['by'], measure: Measure, currency: string | null): Sentence {
  const amount = (value: Money): string => (currency === null ? money(value) : `${money(value)} ${currency}`);
  if (peak.losing === 0) return words.rich('whale.text none', {measure});
  const fill = {
    by,
    measure,
    number: count(peak.before_peak),
    entities: count(peak.entities),
    part: share(peak.before_peak_share),
    count: peak.losing,
    losing: count(peak.losing),
    amount: amount(peak.destroyed)
  };
  if (peak.peak_share === null) {
    return words.rich('whale.text money', {...fill, peak: amount(peak.peak), total: amount(peak.total)});
  }
  return words.rich('whale.text', {...fill, peak: share(peak.peak_share), destroyed: share(peak.destroyed_share)});
}
