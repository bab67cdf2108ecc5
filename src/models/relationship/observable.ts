import type {ModelContext} from '../compile';
import {isCondition} from '../definitions';
import type {Need} from '../loaded';
import {wordsOf} from './assemble';
import {filled} from './base';
import {conditionSql, isOwnCondition} from './conditions';
import {phases, rungs} from './states';

/** What must be loaded for a column to be known of anyone; a column that isn't here comes from purchases. */
const sources: Record<string, Source> = {
  satisfaction: {signals: 'satisfaction is not null'},
  nps: {signals: 'nps is not null'},
  review: {signals: 'review is not null', columns: []},
  referrals: {signals: `signal = 'referral'`, columns: ['customer.referred_by']},
  recommendations: {signals: `signal = 'referral'`},
  open_complaints: {signals: `signal = 'complaint'`},
  contacts: {signals: 'two_way'},
  contract: {columns: ['customer.contract_until']},
  contract_until: {columns: ['customer.contract_until']},
  wallet_share: {columns: ['customer.wallet_per_year']},
  closed_on: {columns: ['customer.closed_on']},
  closed_reason: {columns: ['customer.closed_reason']}
};

interface Source {
  /** a condition on `interaction_signal`: any row shows it */
  signals?: string;
  /** canonical columns: any value shows it */
  columns?: readonly Need[];
}

/** What standard conditions can't do without; one of them is enough. */
const standard: Record<string, readonly string[]> = {
  supporter: ['satisfaction', 'nps'],
  advocate: ['referrals', 'review'],
  partner: ['contract', 'wallet_share']
};

/** Files that tell of people who never bought. */
const people: readonly Need[] = [
  'customer.name',
  'customer.segment',
  'customer.country',
  'customer.acquired_on',
  'customer.acquisition_channel',
  'customer.acquisition_cost',
  'customer.referred_by',
  'customer.contract_until',
  'customer.closed_on',
  'customer.wallet_per_year',
  'interaction.occurred_on'
];

/** SQL of the rungs or phases, in order, and whether each can be seen. */
export function observableSql(context: ModelContext, column: 'rung' | 'phase'): {needs: string[]; sql: string} {
  const states = column === 'rung' ? rungs : phases;
  const rows = states.map((state) => ({state, sql: shownSql(context, column, state)}));
  const needs = rows.some(({sql}) => sql.includes('interaction_signal')) ? ['interaction_signal'] : [];
  return {
    needs,
    sql: rows.map(({state, sql}) => `select '${state}' as ${column}, ${sql} as observable`).join('\nunion all\n')
  };
}

function shownSql(context: ModelContext, column: string, state: string): string {
  if (state === 'prospect' || state === 'awareness') {
    return String(filled(context, ...people) || context.loaded.attributes.length > 0);
  }
  const bought = context.loaded.rows.purchase > 0;
  const name = `${column}_${state}`;
  const own = isCondition(name) && isOwnCondition(context.scope, name);
  const named = own
    ? [...wordsOf([conditionSql(context.scope, name)])].filter((word) => Object.hasOwn(sources, word))
    : (standard[state] ?? []);
  if (!bought || named.length === 0) return String(bought);
  return `(${named.map((word) => sourceSql(context, sources[word] ?? {})).join(' or ')})`;
}

function sourceSql(context: ModelContext, {signals, columns = []}: Source): string {
  const inFile = filled(context, ...columns);
  if (inFile || signals === undefined || context.loaded.rows.interaction === 0) return String(inFile);
  return `exists (select 1 from interaction_signal where ${signals})`;
}
