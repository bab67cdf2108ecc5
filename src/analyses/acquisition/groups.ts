import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, shareTick, tip} from '../../charts/theme';
import {count, decimal, share} from '../../messages/format';
import {days, groupName} from './names';
import type {GroupRow, Summary} from './parts';
import {words} from './words';

/** How many groups are drawn; the others are in the table. */
export const drawnGroups = 12;

/** The share won of the leads of each of the largest groups, the highest first: a dot on its 95 % interval; a line where that of all is. */
export function groups(rows: readonly GroupRow[], summary: Summary | undefined, width: number): Plot.PlotOptions {
  const drawn = rows.slice(0, drawnGroups).sort((a, b) => b.share - a.share || b.leads - a.leads);
  const narrow = width < 520;
  const most = Math.max(
    0.01,
    ...drawn.map(({high, leads}) => (leads >= 5 ? high : 0)),
    ...drawn.map((row) => row.share)
  );
  const y = (row: GroupRow): string => row.lead_group;
  return {
    ...frame(width, {
      ...{left: narrow ? 8 : 176, right: narrow ? 24 : 152, top: 28, bottom: 40},
      height: drawn.length * (narrow ? 48 : 32) + 76
    }),
    x: {
      label: words.t('chart.groups.x'),
      labelArrow: false,
      domain: [0, Math.min(1, most)],
      clamp: true,
      tickFormat: shareTick,
      ticks: narrow ? 4 : 6
    },
    y: {type: 'band', axis: null, domain: drawn.map(y)},
    marks: [
      Plot.gridX({...grid, ticks: narrow ? 4 : 6}),
      ...(summary ? average(summary) : []),
      Plot.ruleY(drawn, {
        y,
        x1: 'low',
        x2: (row: GroupRow) => Math.min(row.high, most),
        stroke: colors.grey,
        strokeWidth: 2
      }),
      Plot.dot(drawn, {
        ...{y, x: 'share', r: 5, fill: colors.mark, stroke: colors.paper, className: 'points'},
        ...{title, tip}
      }),
      Plot.text(drawn, {
        ...{y, text: (row: GroupRow) => clipped(groupName(row.lead_group), narrow ? 28 : 24), ...label},
        ...(narrow
          ? {frameAnchor: 'left', dy: -16, textAnchor: 'start'}
          : {frameAnchor: 'left', dx: -8, textAnchor: 'end'})
      }),
      Plot.text(drawn, {
        ...{y, text: worded, ...label, fontWeight: 400, frameAnchor: 'right'},
        ...(narrow ? {dy: -16, textAnchor: 'end'} : {dx: 8, textAnchor: 'start'})
      })
    ]
  };
}

function average({share: all}: Summary): Plot.Markish[] {
  return [
    Plot.ruleX([all], {stroke: colors.ink, strokeDasharray: '2 3'}),
    Plot.text([all], {
      ...{x: (value: number) => value, frameAnchor: 'top', dy: -16, ...label, fontWeight: 400},
      text: () => words.t('chart.groups.all', {share: share(all)})
    })
  ];
}

const worded = (row: GroupRow): string =>
  words.t('chart.groups.label', {share: share(row.share), won: count(row.won), leads: count(row.leads)});

function title(row: GroupRow): string {
  const first = words.t('chart.groups.tip', {
    group: groupName(row.lead_group),
    won: count(row.won),
    leads: count(row.leads),
    share: share(row.share),
    low: share(row.low),
    high: share(row.high),
    lost: count(row.lost),
    open: count(row.open)
  });
  if (row.median_days === null) return first;
  return `${first}\n${words.t('chart.groups.tip days', {days: days(row.median_days, decimal(row.median_days, 1))})}`;
}

/** Ids of owners are long: their beginning is enough to tell them apart. */
export const clipped = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
