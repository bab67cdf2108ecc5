import type {Scalar} from '../../engine/sql';
import type {Phase} from '../../models/relationship/states';
import {day} from '../../messages/format';
import type {Row, Selection} from '../analysis';
import type {MomentRow} from '../states/composition';
import type {Move} from '../states/states';
import {silenceName, timesName} from './bands';
import type {CellRow} from './parts';
import {phaseName, type List} from './phases';
import {words} from './words';

const nothing = {
  phase: null,
  list: null,
  past: null,
  times_from: null,
  times_to: null,
  silent_from: null,
  silent_to: null,
  moved_from: null,
  moved_to: null
} as const satisfies Readonly<Record<string, Scalar>>;

/** The customers of a phase. */
export const ofPhase = (phase: Phase): Selection => ({title: phaseName(phase), params: {...nothing, phase}});

/** The customers who were in a phase on the day of the test. */
export const ofPast = (phase: Phase, at: string | null): Selection => ({
  title: words.t('select.moment', {phase: phaseName(phase), day: day(at)}),
  params: {...nothing, past: phase}
});

/** The customers of a row of the table twin. */
export const ofRow = (row: Row): Selection => ofPhase(row['phase'] as Phase);

/** The customers of a list to watch. */
export const ofList = (list: List): Selection => ({title: words.t(`list.${list}`), params: {...nothing, list}});

/** The customers who had bought so often, so long ago. */
export function ofCell(cell: CellRow): Selection {
  const {times_from, times_to, silent_from, silent_to} = cell;
  return {
    title: words.t('select.cell', {times: timesName(cell), silence: silenceName(cell)}),
    params: {...nothing, times_from, times_to, silent_from, silent_to}
  };
}

/** The customers who were in one phase at the first moment and in another at the second. */
export function ofMove({from_state, to_state}: Move): Selection {
  return {
    title: words.t('select.move', {
      from: from_state === null ? words.t('newcomers') : phaseName(from_state),
      to: phaseName(to_state ?? '')
    }),
    params: {...nothing, moved_from: from_state ?? 'new', moved_to: to_state}
  };
}

/** The customers who were in a phase at a moment. */
export const ofMoment = ({moment, state}: MomentRow): Selection => ({
  title: words.t('select.moment', {phase: phaseName(state), day: day(moment)}),
  params: {...nothing, moved_to: state, then_from: moment, then_to: moment}
});
