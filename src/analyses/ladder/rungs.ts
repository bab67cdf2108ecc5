import {colors, ramp} from '../../charts/theme';
import {rungs} from '../../models/relationship/states';
import type {States} from '../states/states';
import {words} from './words';

const hue: Readonly<Record<string, string>> = {
  prospect: colors.grey,
  customer: ramp[0],
  client: ramp[1],
  supporter: ramp[2],
  advocate: ramp[3],
  partner: ramp[4],
  lapsed: colors.lost
};

/** The rungs as charts take them. To lapse is a fall from any rung, and to come back a climb. */
export const ladder: States = {
  order: ['lapsed', ...rungs.filter((rung) => rung !== 'lapsed')],
  beside: ['lapsed'],
  name: rungName,
  color: (rung) => hue[rung] ?? colors.grey,
  level: (rung) => (rung === 'lapsed' ? -1 : rungs.findIndex((other) => other === rung))
};

/** What a rung is called. */
export function rungName(rung: string): string {
  const key = `rung.${rung}`;
  return words.has(key) ? words.t(key) : rung;
}

/** What customers of a rung are called: "1,148 clients". */
export function rungMany(rung: string, customers: number, text: string): string {
  const key = `rung.${rung}.many`;
  return words.has(key) ? words.t(key, {count: customers, number: text}) : rung;
}
