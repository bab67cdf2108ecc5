import type {ConditionName} from '../definitions';

/** What values a column of a condition has. */
export type ValueType = 'number' | 'text' | 'day' | 'flag';

/** What conditions on rungs may name. */
export const rungColumns = {
  occasions: 'number',
  occasions_recent: 'number',
  first_on: 'day',
  last_on: 'day',
  recency_days: 'number',
  tenure_days: 'number',
  active_days: 'number',
  lapsed_days: 'number',
  satisfaction: 'number',
  nps: 'number',
  referrals: 'number',
  recommendations: 'number',
  review: 'number',
  open_complaints: 'number',
  contract: 'flag',
  contract_until: 'day',
  wallet_share: 'number',
  bonds: 'number',
  closed_on: 'day'
} as const satisfies Record<string, ValueType>;
export type RungColumn = keyof typeof rungColumns;

/** What conditions on phases may name. */
export const phaseColumns = {
  occasions: 'number',
  first_on: 'day',
  last_on: 'day',
  recency_days: 'number',
  tenure_days: 'number',
  active_days: 'number',
  lapsed_days: 'number',
  median_gap: 'number',
  gap_cv: 'number',
  sales_recent: 'number',
  sales_before: 'number',
  growth: 'number',
  pace: 'number',
  new_category: 'flag',
  contacts: 'number',
  contract: 'flag',
  contract_until: 'day',
  wallet_share: 'number',
  closed_on: 'day',
  closed_reason: 'text'
} as const satisfies Record<string, ValueType>;
export type PhaseColumn = keyof typeof phaseColumns;

/** The columns that a condition may name, with the kinds of their values. */
export const columnsOf = (name: ConditionName): Readonly<Record<string, ValueType>> =>
  name.startsWith('rung_') ? rungColumns : phaseColumns;

/** The kinds of the values of all columns that conditions may name. */
export const columnTypes: Readonly<Record<string, ValueType>> = {...rungColumns, ...phaseColumns};
