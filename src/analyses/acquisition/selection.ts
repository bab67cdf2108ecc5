import {month} from '../../messages/format';
import type {Row, Selection} from '../analysis';
import {groupName, stepName} from './names';
import type {GroupRow, MonthRow, ReasonRow, StepRow} from './parts';
import {words} from './words';

/** What became of leads at a step: they came to it, or are lost or open there. */
export type State = 'passed' | 'lost' | 'open';

const anyone = {lead_step: null, lead_state: null, lead_in: null, lead_month: null, lead_reason: null} as const;

/** The leads of a step, or those who went no further. */
export function ofStep(row: Pick<StepRow, 'place' | 'step' | 'stage'>, state: State = 'passed'): Selection {
  const title = words.t(`select.${state}`, {step: stepName(row)});
  return {title, params: {...anyone, lead_step: row.place, lead_state: state === 'passed' ? null : state}};
}

/** The leads of a row of the table twin. */
export const ofRow = (row: Row): Selection => ofStep(row as unknown as StepRow);

export const ofGroup = ({lead_group}: Pick<GroupRow, 'lead_group'>): Selection => ({
  title: groupName(lead_group),
  params: {...anyone, lead_in: lead_group}
});

export const ofMonth = (row: MonthRow): Selection => ({
  title: words.t('select.month', {month: month(row.month)}),
  params: {...anyone, lead_month: row.month}
});

export const ofReason = ({reason}: ReasonRow): Selection => ({
  title: words.t('select.reason', {reason: reason === '' ? words.t('reason.none') : reason}),
  params: {...anyone, lead_state: 'lost', lead_reason: reason}
});
