import type {Answer, RuleCoverage} from '../analyses/run';
import type {Receipt} from '../ingest/types';
import {money, count} from '../messages/format';
import {words as health} from '../messages/health';
import {shell} from '../messages/shell';
import {locale} from '../messages/language';
import {ruleName} from './health/rule-name';

/** What an answer covers of what was loaded, and by which rules the rest is left out. */
export function coverText({coverage, question}: Answer, receipt: Receipt, currency: string | null): string {
  const covers = shell.t('cover.rows', {
    covered: count(coverage.rows),
    loaded: count(coverage.of_rows),
    amount: money(coverage.amount),
    total: money(coverage.of_amount),
    currency: currency === null ? '' : ` ${currency}`
  });
  const left = [...leftOut(question.scope, receipt), ...(coverage.without ?? []).map(byRule)];
  if (left.length === 0) return covers;
  const list = new Intl.ListFormat(locale(), {type: 'conjunction'}).format(left);
  return `${covers}; ${shell.t('cover.left', {what: list})}`;
}

/** To the cent: what a rule leaves out that the rules before it don't. */
const byRule = ({rule, rows, amount}: RuleCoverage): string =>
  health.t('cover.rule', {count: rows, amount: money(amount), rule: ruleName(rule)});

function leftOut(scope: Answer['question']['scope'], receipt: Receipt): string[] {
  const {kinds} = receipt;
  const rule = (kind: 'cancellation' | 'return' | 'free', out: boolean): string[] =>
    out && kinds[kind].rows > 0 ? [shell.t(`cover.${kind}`, {count: kinds[kind].rows})] : [];
  return [
    ...rule('cancellation', scope.cancellations === 'leave out'),
    ...rule('return', scope.returns === 'leave out'),
    ...rule('free', scope.free === 'leave out'),
    ...(scope.from !== null || scope.to !== null || scope.as_of !== null ? [shell.t('cover.period')] : []),
    ...(Object.keys(scope.filters).length > 0 ? [shell.t('cover.filters')] : [])
  ];
}
