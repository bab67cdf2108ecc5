import {assign} from '../guess/assign';
import {meaningOf, wordsOf} from '../guess/dictionary';
import {formatFor} from '../guess/role-format';
import type {AlsoMapping, ColumnProfile, FileMapping, Inspection, RoleMapping} from '../types';

/** Stages in which a deal is over, as systems name them. */
const closed = [
  ...['won', 'closed won', 'closed-won', 'closedwon', 'lost', 'closed lost', 'closed-lost', 'closedlost'],
  ...['gewonnen', 'verloren', 'geschlossen und gewonnen', 'geschlossen und verloren', 'vunnen', 'förlorad'],
  ...[
    'gagné',
    'gagnée',
    'perdu',
    'perdue',
    'ganada',
    'ganado',
    'perdida',
    'perdido',
    'ganho',
    'vinto',
    'vinta',
    'perso'
  ],
  ...['persa', 'wygrana', 'przegrana', 'dobljen', 'izgubljen', 'выиграна', 'проиграна', 'успешно', 'закрыта']
];

/**
 * What a list of deals tells of how they were won: each deal with its first day, and with the stage and the day of its end.
 * None where no column has stages, or no stage is an end.
 */
export function stagesOf(mapping: FileMapping, inspection: Inspection): AlsoMapping[] {
  const {customer_id: who, purchased_on: when, transaction_id: deal} = mapping.roles;
  const stage = stageIn(inspection);
  if (!who || !when || !stage) return [];
  const common = {customer_id: who, ...(deal ? {deal} : {}), ...about(mapping, inspection)};
  const reason = {key: 'table.stages', values: {column: stage.name}};
  const end: AlsoMapping = {
    table: 'interaction',
    roles: {...common, occurred_on: when, stage: roleOf(stage, 'text'), ...outcomeIn(inspection)},
    constants: {kind: 'lead'},
    only: [{column: stage.index, keeps: 'values', values: closed}],
    reason
  };
  const beginnings = daysOf(mapping, inspection, stage).map(({column, name}): AlsoMapping => ({
    table: 'interaction',
    roles: {...common, occurred_on: roleOf(column, 'date')},
    constants: {kind: 'lead', ...(name === undefined ? {} : {stage: name})},
    only: [{column: column.index, keeps: 'filled'}],
    reason
  }));
  return [...beginnings, end];
}

function stageIn({columns, preview}: Inspection): ColumnProfile | undefined {
  return columns.find(({name, looks, index}) => {
    const isText = looks === 'text' || looks === 'id';
    if (!isText || !meaningOf(name).concepts.includes('stage')) return false;
    return preview.some((row) => closed.includes((row[index] ?? '').trim().toLowerCase()));
  });
}

/** Who handled the deals, and where they came from. */
function about({roles}: FileMapping, {columns}: Inspection): Record<string, RoleMapping> {
  const owner = assign('interaction', columns).get('owner')?.column;
  return {
    ...(owner ? {owner: roleOf(owner, 'text')} : {}),
    ...(roles['channel'] ? {touchpoint: roles['channel']} : {})
  };
}

function outcomeIn({columns}: Inspection): Record<string, RoleMapping> {
  const reason = columns.find(({name, looks}) => looks === 'text' && meaningOf(name).concepts.includes('reason'));
  return reason ? {outcome: roleOf(reason, 'text')} : {};
}

interface Beginning {
  column: ColumnProfile;
  /** the stage that the day is called after */
  name?: string;
}

/** Days on which a deal began, or came into a stage: `created`, or `engage_date` beside the stage `Engaging`. */
function daysOf({roles}: FileMapping, {columns, preview}: Inspection, stage: ColumnProfile): Beginning[] {
  const stages = [...new Set(preview.map((row) => (row[stage.index] ?? '').trim()))].filter((name) => name !== '');
  const days = columns.filter(({looks, index}) => looks === 'date' && index !== roles['purchased_on']?.column);
  return days.flatMap((column): Beginning[] => {
    const name = stages.find((one) => isNamedAfter(column.name, one));
    if (name !== undefined) return [{column, name}];
    return meaningOf(column.name).concepts.includes('created') ? [{column}] : [];
  });
}

/** A word of the name begins as one of the stage does: the first five letters. */
function isNamedAfter(name: string, stage: string): boolean {
  const beginnings = (text: string): string[] =>
    wordsOf(text).flatMap((word) => (word.length >= 5 ? [word.slice(0, 5)] : []));
  const own = beginnings(stage);
  return !closed.includes(stage.toLowerCase()) && beginnings(name).some((word) => own.includes(word));
}

function roleOf(column: ColumnProfile, type: 'text' | 'date'): RoleMapping {
  return {
    column: column.index,
    format: formatFor(column, type),
    reason: {key: 'role.header', values: reasonOf(column)}
  };
}

function reasonOf({name, distinct, filled}: ColumnProfile): Record<string, string | number> {
  const [language = 'en'] = meaningOf(name).languages;
  return {header: name, language, distinct, filled};
}
