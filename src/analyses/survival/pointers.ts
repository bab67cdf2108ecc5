import * as Plot from '@observablehq/plot';
import {colors, tip} from '../../charts/theme';
import {count, share} from '../../messages/format';
import {ungrouped} from '../../models/grouping';
import {colorOf, type Curve, type Drawn} from './curve';
import {curveName, days} from './names';
import type {SurvivalParams} from './params';
import {words} from './words';

const mostStops = 40;

/** What can be pointed at: every point by mouse, some of them by keyboard. */
export function pointers(curves: readonly Curve[], params: SurvivalParams): Plot.Markish[] {
  const all = curves.flatMap(({drawn}) => drawn.slice(1));
  const stops = curves.flatMap(({drawn}) => thinned(drawn.slice(1)));
  const at = {x: 'duration', y: 'at'} as const;
  return [
    Plot.dot(stops, {...at, r: 3, fill: 'transparent', stroke: 'none', className: 'points'}),
    Plot.dot(all, Plot.pointer({...at, r: 4, fill: (point: Drawn) => colorOf(point, params), stroke: colors.paper})),
    Plot.tip(all, Plot.pointer({...at, title: (point: Drawn) => title(point, params), ...tip}))
  ];
}

/** Evenly many of the points, the last among them: as many as one would want to step through. */
function thinned(points: readonly Drawn[]): Drawn[] {
  const each = Math.ceil(points.length / mostStops);
  return points.filter((_, place) => (points.length - 1 - place) % Math.max(1, each) === 0);
}

function title(point: Drawn, params: SurvivalParams): string {
  return words.t('chart.tip', {
    what: params.what,
    group: params.split === ungrouped ? '' : `${curveName(point, params)}\n`,
    days: days(point.duration),
    share: share(point.at),
    low: share(point.from),
    high: share(point.to),
    events: count(point.events),
    atRisk: count(point.at_risk),
    same: point.from_day === point.duration ? 'yes' : 'no',
    from: count(point.from_day),
    to: count(point.duration),
    censored: point.censored
  });
}
