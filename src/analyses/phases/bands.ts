import {count} from '../../messages/format';
import type {CellRow} from './parts';
import {words} from './words';

/** "1 purchase", "5 and more". */
export const timesName = ({times_from, times_to}: Pick<CellRow, 'times_from' | 'times_to'>): string =>
  words.t(times_to === null ? 'band.times more' : 'band.times', {times: count(times_from), number: times_from});

/** "31–60 days", "more than 365 days". */
export const silenceName = ({silent_from, silent_to}: Pick<CellRow, 'silent_from' | 'silent_to'>): string =>
  silent_to === null
    ? words.t('band.silence more', {from: count(silent_from - 1)})
    : words.t('band.silence', {from: count(silent_from), to: count(silent_to)});

/** The same, short enough for an axis. */
export const silenceTick = ({silent_from, silent_to}: Pick<CellRow, 'silent_from' | 'silent_to'>): string =>
  silent_to === null
    ? `> ${count(silent_from - 1)}`
    : silent_from === 0
      ? `≤ ${count(silent_to)}`
      : `${count(silent_from)}–${count(silent_to)}`;
