import {count, share} from '../../messages/format';
import {numberOf, type Definitions} from '../../models/definitions';
import type {Rule} from '../states/rule';
import type {RungRow} from './parts';
import {rungMany, rungName} from './rungs';
import {words} from './words';

const made = [
  {
    rung: 'client',
    condition: 'rung_client',
    numbers: ['client_purchases', 'client_days', 'active_quantile']
  },
  {rung: 'supporter', condition: 'rung_supporter', numbers: ['supporter_score', 'supporter_nps', 'voice_days']},
  {rung: 'advocate', condition: 'rung_advocate', numbers: ['advocate_referrals', 'advocate_score']},
  {rung: 'partner', condition: 'rung_partner', numbers: ['partner_share', 'partner_bonds']},
  {rung: 'lapsed', condition: 'rung_lapsed', numbers: ['lapsed_quantile', 'own_gaps']}
] as const;

/** What makes each rung, with how many stand on it. */
export function rulesOf(rows: readonly RungRow[]): Rule[] {
  return made.map(({rung, condition, numbers}) => {
    const customers = rows.find((row) => row.rung === rung)?.customers ?? null;
    return {
      state: rung,
      name: rungName(rung),
      says: words.t(`rule.${rung}`),
      holds: customers === null ? words.t('rungs.unseen') : rungMany(rung, customers, count(customers)),
      numbers,
      condition
    };
  });
}

/** The numbers that matter most, in a line. */
export const rulesSummary = (definitions: Definitions): string =>
  words.t('rules.summary', {
    own: definitions.rung_client === undefined ? 'no' : 'yes',
    purchases: numberOf(definitions, 'client_purchases'),
    days: numberOf(definitions, 'client_days'),
    active: share(numberOf(definitions, 'active_quantile')),
    lapsed: share(numberOf(definitions, 'lapsed_quantile'))
  });
