import {count, decimal, share} from '../../messages/format';
import {numberOf, type Definitions} from '../../models/definitions';
import type {Rule} from '../states/rule';
import type {PhaseRow} from './parts';
import {phaseName} from './phases';
import {words} from './words';

const made = [
  {phase: 'dissolution', condition: 'phase_dissolution', numbers: ['lapsed_quantile', 'own_gaps']},
  {phase: 'decline', condition: 'phase_decline', numbers: ['active_quantile', 'decline_growth', 'half_window']},
  {
    phase: 'commitment',
    condition: 'phase_commitment',
    numbers: ['commitment_purchases', 'commitment_days', 'commitment_cv', 'partner_share']
  },
  {phase: 'expansion', condition: 'phase_expansion', numbers: ['expansion_purchases', 'expansion_growth']},
  {phase: 'exploration', condition: 'phase_exploration', numbers: ['exploration_purchases', 'voice_days']}
] as const;

/** What makes each phase, in the order in which the rules are asked, with how many it holds for. */
export function rulesOf(rows: readonly PhaseRow[]): Rule[] {
  return made.map(({phase, condition, numbers}) => {
    const customers = rows.find((row) => row.phase === phase)?.customers ?? null;
    return {
      state: phase,
      name: phaseName(phase),
      says: words.t(`rule.${phase}`),
      holds:
        customers === null
          ? words.t('rules.unseen')
          : words.t('rules.holds', {count: customers, number: count(customers)}),
      numbers,
      condition
    };
  });
}

/** The numbers that matter most, in a line. */
export const rulesSummary = (definitions: Definitions): string =>
  words.t('rules.summary', {
    exploration: numberOf(definitions, 'exploration_purchases'),
    growth: decimal(numberOf(definitions, 'expansion_growth'), 1),
    purchases: count(numberOf(definitions, 'commitment_purchases')),
    days: count(numberOf(definitions, 'commitment_days')),
    active: share(numberOf(definitions, 'active_quantile')),
    lapsed: share(numberOf(definitions, 'lapsed_quantile'))
  });
