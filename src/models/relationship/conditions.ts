import {checkedCondition, conditionProblem} from '../expression';
import {columnsOf} from './columns';
import {conditionNames, type ConditionName, type Definitions} from '../definitions';

/** The condition as it begins, with `$NAME` for the numbers of the definitions. source: methods.md 5 */
export const standardCondition = (name: ConditionName): string => standard[name];

/** The columns that a condition may name. */
export const conditionColumns = (name: ConditionName): readonly string[] => Object.keys(columnsOf(name));

/** The condition that holds, as SQL: a person's where it can be taken, else the standard one. */
export function conditionSql({definitions}: {definitions: Definitions}, name: ConditionName): string {
  const own = definitions[name];
  if (own === undefined || conditionProblem(own, columnsOf(name))) return standardCondition(name);
  return checkedCondition(own, columnsOf(name));
}

/** Whether a person's own condition holds, in place of the standard one. */
export const isOwnCondition = ({definitions}: {definitions: Definitions}, name: ConditionName): boolean =>
  definitions[name] !== undefined && !conditionProblem(definitions[name], columnsOf(name));

/** The conditions of a person that can't be taken, in whose place the standard ones hold. */
export const brokenConditions = ({definitions}: {definitions: Definitions}): ConditionName[] =>
  conditionNames.filter((name) => {
    const own = definitions[name];
    return own !== undefined && conditionProblem(own, columnsOf(name)) !== undefined;
  });

/** A limit that is null is endless: too few came back to say after how many days one is late. */
const active = '(active_days is null or recency_days <= active_days)';
const silent = '(recency_days > lapsed_days and contract is not true)';

const standard: Record<ConditionName, string> = {
  rung_client: `occasions_recent >= $client_purchases and ${active}`,
  rung_supporter: 'coalesce(open_complaints, 0) = 0 and (satisfaction >= $supporter_score or nps >= $supporter_nps)',
  rung_advocate: 'referrals >= $advocate_referrals or review >= $advocate_score or (nps >= 9 and recommendations >= 1)',
  rung_partner: 'contract or (wallet_share >= $partner_share and bonds >= $partner_bonds)',
  rung_lapsed: `${silent} or closed_on is not null`,
  phase_exploration: `(occasions = 0 and (contacts >= 1 or contract)) or (occasions between 1 and $exploration_purchases and ${active})`,
  phase_expansion:
    'occasions >= $expansion_purchases and (growth >= $expansion_growth or pace >= $expansion_growth or new_category)',
  phase_commitment: `occasions >= 1 and (contract or wallet_share >= $partner_share or (
    occasions >= $commitment_purchases and tenure_days >= $commitment_days
    and gap_cv <= $commitment_cv and growth between 0.5 and 2))`,
  phase_decline: 'recency_days > active_days or (occasions > $exploration_purchases and growth < $decline_growth)',
  phase_dissolution: `${silent} or closed_on is not null or (contract = false and last_on <= contract_until)`
};
