import type {ModelContext} from '../compile';
import {assembled, type StateSql} from './assemble';
import {limitPiece, type Looking} from './base';
import {contactPiece, filePiece, walletPiece} from './bonds';
import {conditionSql} from './conditions';
import {categoryPiece, salesPiece} from './growth';

const conditions = [
  'phase_exploration',
  'phase_expansion',
  'phase_commitment',
  'phase_decline',
  'phase_dissolution'
] as const;

/**
 * SQL of the phase of everyone known at each moment.
 *
 * @param all whether all quantities are given, or only those that the conditions name
 */
export function phaseCtes(context: ModelContext, looking: Looking, {all}: {all: boolean}): StateSql {
  const texts = conditions.map((name) => conditionSql(context.scope, name));
  const [exploration = '', expansion = '', commitment = '', decline = '', dissolution = ''] = texts;
  return assembled({
    looking,
    all,
    conditions: texts,
    name: 'phase',
    state: phaseSql({exploration, expansion, commitment, decline, dissolution}),
    pieces: [
      limitPiece(looking),
      salesPiece(looking),
      categoryPiece(context, looking),
      contactPiece(context),
      filePiece(context),
      walletPiece(context)
    ]
  });
}

type Texts = Readonly<Record<'exploration' | 'expansion' | 'commitment' | 'decline' | 'dissolution', string>>;

/** Warnings first, then the latest phase whose condition holds. */
const phaseSql = ({exploration, expansion, commitment, decline, dissolution}: Texts): string => `case
        when (${dissolution}) then 'dissolution'
        when (${decline}) then 'decline'
        when (${commitment}) then 'commitment'
        when (${expansion}) then 'expansion'
        when (${exploration}) then 'exploration'
        when occasions = 0 then 'awareness'
        else 'plateau' end`;
