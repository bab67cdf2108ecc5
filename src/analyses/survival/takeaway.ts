import {decimal, share} from '../../messages/format';
import type {Results, Sentence} from '../analysis';
import {testOf} from './log-rank';
import {curveName, days, daysOrYears, probability} from './names';
import type {SurvivalParams} from './params';
import type {RankRow, Summary} from './parts';
import {words} from './words';

/** "After the first purchase half buy again within 106 days; 27.8% haven't after the 282 days seen. …" */
export function takeaway(results: Results, params: SurvivalParams): Sentence {
  const summaries = (results.parts['summary'] ?? []) as unknown as Summary[];
  const [first, ...others] = summaries;
  if (!first) return words.rich('takeaway.nothing');
  if (others.length > 0) return compared(summaries, (results.parts['rank'] ?? []) as unknown as RankRow[], params);
  return [...half(first, params), ...naively(first, params)];
}

function half(summary: Summary, {what}: SurvivalParams): Sentence {
  const {median, lower, last_survival, longest, events} = summary;
  if (longest === 0 && events === 0) return words.rich('takeaway.no time', {what});
  const key = events === 0 ? 'none' : median === null ? 'no half' : last_survival === 0 ? 'all' : 'half';
  return words.rich(`takeaway.${key}`, {
    what,
    median: daysOrYears(median),
    lower: daysOrYears(lower),
    quarter: lower === null ? 'no' : 'yes',
    ended: share(1 - last_survival),
    open: share(last_survival),
    longest: daysOrYears(longest)
  });
}

/** What one would have said without the open ones, where that differs. */
function naively({naive, median, censored}: Summary, {what}: SurvivalParams): Sentence {
  if (naive === null || censored === 0 || naive === median) return [];
  return words.rich(median === null ? 'takeaway.naive half' : 'takeaway.naive', {what, naive: daysOrYears(naive)});
}

function compared(summaries: readonly Summary[], rows: readonly RankRow[], params: SurvivalParams): Sentence {
  const ranked = summaries.filter(({group_name}) => group_name !== null).sort((a, b) => length(a) - length(b));
  const [soonest, latest] = [ranked[0], ranked.at(-1)];
  if (!soonest || !latest || soonest === latest) return words.rich('takeaway.nothing');
  const told = soonest.median === null && latest.median === null ? averaged : reached;
  const fill = {
    what: params.what,
    soonest: curveName(soonest, params),
    latest: curveName(latest, params),
    soon: told(soonest, params),
    late: told(latest, params)
  };
  return [...words.rich('takeaway.compared', fill), ...tested(rows)];
}

/** The average within the horizon that all share tells curves apart even where none reaches half. */
const length = ({mean, median}: Summary): number => mean ?? median ?? Infinity;

const reached = ({median, longest}: Summary, {what}: SurvivalParams): string =>
  words.t(median === null ? 'takeaway.not reached' : 'takeaway.reached', {
    what,
    median: days(median),
    longest: days(longest)
  });

/** What tells curves apart of which none reaches half. */
const averaged = (summary: Summary, params: SurvivalParams): string =>
  summary.mean === null
    ? reached(summary, params)
    : words.t('takeaway.averaged', {
        what: params.what,
        mean: decimal(summary.mean, 1),
        horizon: days(summary.horizon)
      });

function tested(rows: readonly RankRow[]): Sentence {
  const test = testOf(rows);
  if (test === null) return [];
  return words.rich(test.p < 0.05 ? 'takeaway.differ' : 'takeaway.alike', {
    p: probability(test.p),
    cases: share(test.p)
  });
}
