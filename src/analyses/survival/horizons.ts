import {count} from '../../messages/format';
import type {Option} from '../../ui/option';
import {days} from './names';
import {words} from './words';

/** Days that are often asked about, and their names. */
const usual: readonly number[] = [30, 90, 180, 365, 730, 1095];

/** How far the curves may be drawn: all that is seen, usual spans that are shorter, and the one that is set. */
export function horizonOptions(longest: number, chosen: number): Option[] {
  const spans = new Set([...usual.filter((span) => span < longest), ...(chosen > 0 ? [chosen] : [])]);
  return [
    {value: '0', label: words.t('horizon.all', {days: days(longest)})},
    ...[...spans].sort((a, b) => a - b).map((span) => ({value: String(span), label: nameOf(span)}))
  ];
}

const nameOf = (span: number): string =>
  span % 365 === 0
    ? words.t('horizon.years', {years: span / 365})
    : words.t('horizon.days', {days: count(span), count: span});
