import * as Plot from '@observablehq/plot';
import {colors, frame, tip} from '../../charts/theme';
import {count, share} from '../../messages/format';
import {silenceName, silenceTick, timesName} from './bands';
import type {CellRow} from './parts';
import {words} from './words';

const lineHeight = 44;

/** The share that bought again by number of purchases and days of silence, with the number of customers it rests on. */
export function calibration(rows: readonly CellRow[], width: number): Plot.PlotOptions {
  const silences = [...new Map(rows.map((row) => [row.silent_from, row])).values()].sort(
    (a, b) => a.silent_from - b.silent_from
  );
  const times = [...new Map(rows.map((row) => [row.times_from, row])).values()].sort(
    (a, b) => b.times_from - a.times_from
  );
  const names = new Map(silences.map((row) => [row.silent_from, silenceTick(row)]));
  const left = 64;
  const slanted = (width - left) / Math.max(1, silences.length) < 60;
  return {
    ...frame(width, {left, right: 8, top: slanted ? 72 : 48, bottom: 8}),
    height: (slanted ? 80 : 56) + lineHeight * Math.max(1, times.length),
    x: {
      type: 'band',
      domain: silences.map(({silent_from}) => silent_from),
      axis: 'top',
      label: words.t('chart.cells.x'),
      labelAnchor: 'left',
      labelArrow: false,
      tickSize: 0,
      tickRotate: slanted ? -40 : 0,
      padding: 0.04,
      tickFormat: (from: number) => names.get(from) ?? ''
    },
    y: {
      type: 'band',
      domain: times.map(({times_from}) => times_from),
      label: words.t('chart.cells.y'),
      labelArrow: false,
      tickSize: 0,
      padding: 0.04,
      tickFormat: (from: number) =>
        times.some((row) => row.times_from === from && row.times_to === null) ? `${count(from)}+` : count(from)
    },
    color: {type: 'identity'},
    marks: [
      Plot.cell(rows, {
        className: 'points',
        x: 'silent_from',
        y: 'times_from',
        fill: colors.mark,
        fillOpacity: (row: CellRow) => 0.06 + 0.44 * row.hit_rate,
        title: titleOf,
        tip
      }),
      Plot.text(rows, {
        x: 'silent_from',
        y: 'times_from',
        dy: -7,
        text: (row: CellRow) => share(Math.round(row.hit_rate * 100) / 100),
        fill: colors.ink,
        fontWeight: 600
      }),
      Plot.text(rows, {
        x: 'silent_from',
        y: 'times_from',
        dy: 9,
        text: (row: CellRow) =>
          slanted ? count(row.customers) : words.t('chart.cells.of', {count: count(row.customers)}),
        fill: colors.ink
      })
    ]
  };
}

const titleOf = (row: CellRow): string =>
  words.t('chart.cells.tip', {
    times: timesName(row),
    silence: silenceName(row),
    share: share(row.hit_rate),
    again: count(row.again),
    customers: count(row.customers),
    low: share(row.low),
    high: share(row.high)
  });
