import {count, day} from '../../messages/format';
import type {Row, Selection} from '../analysis';
import type {Move} from '../states/states';
import type {HitRow, MonthRow} from './parts';
import {rungMany, rungName} from './rungs';
import {words} from './words';

/** Who stands on a rung. */
export const ofRung = (rung: string): Selection => ({
  title: rungName(rung),
  params: {of: 'rung', chosen_rung: rung}
});

/** The customers of a row of the table twin. */
export const ofRow = (row: Row): Selection => ofRung(String(row['rung']));

/** Who moved from one rung to another. */
export function ofMove({from_state, to_state}: Move, {from_on, to_on}: {from_on: string; to_on: string}): Selection {
  const from = from_state === null ? words.t('move.new') : rungName(from_state);
  const to = to_state === null ? words.t('move.gone') : rungName(to_state);
  return {
    title: from_state === to_state ? words.t('select.stayed', {rung: from}) : words.t('select.moved', {from, to}),
    params: {of: 'move', from_rung: from_state, to_rung: to_state, from_on, to_on}
  };
}

/** Who stood on a rung on a day. */
export const onDay = ({moment, rung, customers}: MonthRow): Selection => ({
  title: words.t('select.day', {rung: rungMany(rung, customers, count(customers)), day: day(moment)}),
  params: {of: 'day', then_from: moment, then_to: moment, chosen_rung: rung}
});

/** Who stood on a rung when it was tested. */
export const ofHit = ({rung, customers, tested_on}: HitRow): Selection => ({
  title: words.t('select.day', {rung: rungMany(rung, customers, count(customers)), day: day(tested_on)}),
  params: {of: 'past', chosen_rung: rung, again: null}
});
