import {day, money} from '../../messages/format';
import {words} from '../../messages/health';
import {parseExclusion} from '../../models/exclusions';

/** What a rule of a scope is called; one that means nothing is said to do nothing. */
export function ruleName(text: string): string {
  const rule = parseExclusion(text);
  if (!rule) return words.t('rule.unknown', {value: text});
  const {name, value} = rule;
  if ((name === 'currency' || name === 'product') && value === '') return words.t(`rule.${name}.none`);
  if (name === 'after' || name === 'before' || name === 'day') return words.t(`rule.${name}`, {day: day(value)});
  if (name === 'over') return words.t('rule.over', {amount: money(value)});
  return words.t(`rule.${name}`, {value});
}
