import * as Plot from '@observablehq/plot';
import {colors} from '../../charts/theme';
import {shortened} from '../../charts/words';
import {count} from '../../messages/format';
import {colorOf} from './curve';
import {curveName} from './names';
import type {SurvivalParams} from './params';
import type {Summary, Time} from './parts';
import {words} from './words';

/** Pixels that a line of numbers takes, and the axis above them. */
export const lineHeight = 17;
export const axisHeight = 44;

interface Rows {
  times: readonly Time[];
  summaries: readonly Summary[];
}

interface Table {
  moments: readonly number[];
  left: number;
  compared: boolean;
}

/** How many are known that long, in columns below the ticks, as papers print it. */
export function atRisk({times, summaries}: Rows, params: SurvivalParams, {moments, left, compared}: Table) {
  const shownTimes = times.filter(({duration}) => moments.includes(duration));
  const lineOf = (place: number): number => summaries.findIndex((summary) => summary.place === place) + 1;
  const y = (line: number): number => axisHeight + 6 + lineHeight * line;
  return [
    Plot.text([words.t('chart.at risk', {what: params.what})], {
      frameAnchor: 'bottom-left',
      text: (text: string) => text,
      textAnchor: 'start',
      dx: compared ? 8 - left : 0,
      dy: y(0),
      fill: colors.quiet,
      lineAnchor: 'middle'
    }),
    ...summaries.flatMap((summary) => [
      ...(compared
        ? [
            Plot.text([curveName(summary, params)], {
              frameAnchor: 'bottom-left',
              text: (text: string) => shortened(text, Math.floor((left - 32) / 7.4)),
              textAnchor: 'start',
              dx: 8 - left,
              dy: y(lineOf(summary.place)),
              fill: colorOf(summary, params),
              fontWeight: 500,
              lineAnchor: 'middle'
            })
          ]
        : []),
      Plot.text(
        shownTimes.filter(({place}) => place === summary.place),
        {
          x: 'duration',
          frameAnchor: 'bottom',
          text: ({at_risk}: Time) => count(at_risk),
          dy: y(lineOf(summary.place)),
          fill: colors.ink,
          lineAnchor: 'middle'
        }
      )
    ])
  ];
}
