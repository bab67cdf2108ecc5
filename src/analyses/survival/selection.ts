import {count} from '../../messages/format';
import {ungrouped} from '../../models/grouping';
import type {Row, Selection} from '../analysis';
import {curveName, type Named} from './names';
import type {SurvivalParams} from './params';
import type {Point, Summary} from './parts';
import {words} from './words';

/** Whose wait ended in a stretch of a curve; those still waiting, last seen then, where none ended. */
export function ofPoint(point: Point, params: SurvivalParams): Selection {
  return stretch(point, params, {from: point.from_day, to: point.duration, ended: point.events > 0});
}

/** The customers of a curve whose wait is open, the longest first. */
export function stillWaiting(summary: Summary, params: SurvivalParams): Selection {
  return {
    title: words.t('select.waiting', {what: params.what, ...groupOf(summary, params)}),
    params: {of_place: summary.place, days_from: 0, days_to: summary.longest, ended: false}
  };
}

/** The customers of a row of the table twin: those whose wait ended that day, or, where none did, was last seen. */
export function ofRow(row: Row, params: SurvivalParams): Selection {
  const duration = Number(row['duration']);
  const name = row['group_name'];
  const curve = {place: Number(row['place']), group_name: typeof name === 'string' ? name : null};
  return stretch(curve, params, {from: duration, to: duration, ended: Number(row['events']) > 0});
}

const groupOf = (curve: Named, params: SurvivalParams) => ({
  group: curveName(curve, params),
  grouped: params.split === ungrouped ? 'no' : 'yes'
});

interface Stretch {
  from: number;
  to: number;
  ended: boolean;
}

function stretch(curve: Named, params: SurvivalParams, {from, to, ended}: Stretch): Selection {
  return {
    title: words.t(ended ? 'select.ended' : 'select.open', {
      what: params.what,
      ...groupOf(curve, params),
      from: count(from),
      to: count(to),
      same: from === to ? 'yes' : 'no'
    }),
    params: {of_place: curve.place, days_from: from, days_to: to, ended}
  };
}
