import {day, money, month, share} from '../../messages/format';
import {words} from '../../messages/health';
import type {Fill, Sentence} from '../../messages/translator';
import type {Finding, Said} from '../../models/health/checks';

/** A finding in a sentence. */
export function findingSentence(finding: Finding): Sentence {
  const key = `finding.${finding.check}`;
  return words.has(key) ? words.rich(key, fill(finding)) : [];
}

/** The same as plain text: the title of what opens. */
export const findingTitle = (finding: Finding): string => {
  const key = `fine.${finding.check}`;
  return words.has(key) ? words.t(key) : finding.check;
};

/** Why it matters. */
export function reason(finding: Finding): string {
  const key = `why.${finding.check}`;
  return words.has(key) ? words.t(key, fill(finding)) : '';
}

/** What a check looks for. */
export function checkName(check: string): string {
  const key = `fine.${check}`;
  return words.has(key) ? words.t(key) : check;
}

function fill({values}: Finding): Fill {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(name, value)]));
}

function shown(name: string, value: Said): string | number {
  if (typeof value === 'object') {
    if ('day' in value) return day(value.day);
    return 'money' in value ? money(value.money) : share(value.share);
  }
  const isMonth = (name === 'month' || name === 'first') && typeof value === 'string';
  return isMonth ? month(value) : value;
}
