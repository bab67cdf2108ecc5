import type {Params} from '../engine/sql';

/** A number that a behavioural proxy depends on, and within what range a person may set it. */
export interface NumberDefinition {
  /** how it is shown: purchases, days, a share, a factor, a score */
  unit: 'count' | 'days' | 'share' | 'factor' | 'score';
  initial: number;
  min: number;
  max: number;
  step: number;
}

const count = (initial: number, min: number, max: number) => ({unit: 'count', initial, min, max, step: 1}) as const;
const days = (initial: number, min: number, max: number) => ({unit: 'days', initial, min, max, step: 1}) as const;
const share = (initial: number, min: number, max: number) => ({unit: 'share', initial, min, max, step: 0.01}) as const;
const factor = (initial: number, min: number, max: number) => ({unit: 'factor', initial, min, max, step: 0.1}) as const;

/**
 * The numbers that say what a client is, what lapsed means, when a relationship grows … They belong to no single
 * analysis: whoever moves one moves it everywhere. source: methods.md 5
 */
export const numberDefinitions = {
  /** purchase occasions within `client_days` that make a client */
  client_purchases: count(3, 2, 50),
  client_days: days(365, 30, 1095),
  /**
   * share of gaps, by Kaplan–Meier, that are over after the days within which a relationship counts as active; of gaps
   * that end at all where too many never do
   */
  active_quantile: share(0.8, 0.5, 0.95),
  /** the same for the days after which it counts as lapsed */
  lapsed_quantile: share(0.9, 0.5, 0.99),
  /** a frequent buyer's limits are at least this many of its own usual gaps */
  own_gaps: factor(2, 1, 10),
  /** mean score, as a share of its scale, from which a client is satisfied */
  supporter_score: share(0.8, 0.1, 1),
  /** answers on a scale of 0 to 10 from which a client is a supporter */
  supporter_nps: {unit: 'score', initial: 7, min: 1, max: 10, step: 1},
  /** how long a survey, a review, a referral or a complaint says something */
  voice_days: days(730, 30, 3650),
  advocate_referrals: count(1, 1, 20),
  /** score of a public review, as a share of its scale, that recommends */
  advocate_score: share(0.8, 0.1, 1),
  /** share of wallet from which a relationship is a partnership, with bonds */
  partner_share: share(0.5, 0.1, 1),
  partner_bonds: count(2, 1, 3),
  /** purchase occasions up to which a buyer explores */
  exploration_purchases: count(2, 1, 10),
  expansion_purchases: count(3, 2, 20),
  /** net sales of the last half-window ÷ those of the one before, from which a relationship expands */
  expansion_growth: factor(1.1, 1, 5),
  commitment_purchases: count(4, 2, 50),
  commitment_days: days(270, 30, 1095),
  /** standard deviation ÷ mean of a customer's gaps, up to which buying is regular */
  commitment_cv: factor(1, 0.1, 3),
  /** net sales of the last half-window ÷ those of the one before, below which a relationship declines */
  decline_growth: {unit: 'share', initial: 0.5, min: 0.05, max: 0.95, step: 0.05},
  /** days of each half-window; 0: twice the usual gap after the third purchase */
  half_window: days(0, 0, 1095)
} as const satisfies Record<string, NumberDefinition>;

export type NumberDefinitionName = keyof typeof numberDefinitions;

/** Rungs and phases whose rule can be given as a condition in SQL, in place of sliders. */
export const conditionNames = [
  'rung_client',
  'rung_supporter',
  'rung_advocate',
  'rung_partner',
  'rung_lapsed',
  'phase_exploration',
  'phase_expansion',
  'phase_commitment',
  'phase_decline',
  'phase_dissolution'
] as const;
export type ConditionName = (typeof conditionNames)[number];

/** What a person changed of the definitions: numbers, and conditions as SQL text. What isn't there is as it began. */
export type Definitions = Readonly<Partial<Record<NumberDefinitionName, number> & Record<ConditionName, string>>>;
export type DefinitionName = NumberDefinitionName | ConditionName;

export const isNumberDefinition = (name: string): name is NumberDefinitionName =>
  Object.hasOwn(numberDefinitions, name);

export const isCondition = (name: string): name is ConditionName =>
  (conditionNames as readonly string[]).includes(name);

/** The longest condition that is taken. */
export const longestCondition = 500;

/** Definitions as they come, from a link or a store: what is unknown, out of range or as it began is left out. */
export function soundDefinitions(loose: Readonly<Record<string, unknown>>): Definitions {
  const sound = Object.entries(loose).flatMap(([name, value]): [string, number | string][] => {
    if (isCondition(name)) return isConditionText(value) ? [[name, value.trim()]] : [];
    if (!isNumberDefinition(name)) return [];
    const {min, max, initial} = numberDefinitions[name];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    const fits = typeof number === 'number' && number >= min && number <= max && number !== initial;
    return fits ? [[name, number]] : [];
  });
  return Object.fromEntries(sound);
}

/** The value that holds, changed or not. */
export const numberOf = (definitions: Definitions, name: NumberDefinitionName): number =>
  definitions[name] ?? numberDefinitions[name].initial;

/** What definitions fill in models: every number by its name. */
export function definitionParams(definitions: Definitions): Params {
  const names = Object.keys(numberDefinitions) as NumberDefinitionName[];
  return Object.fromEntries(names.map((name) => [name, numberOf(definitions, name)]));
}

const isConditionText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestCondition;
