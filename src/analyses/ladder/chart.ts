import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame, label, tip} from '../../charts/theme';
import {count, decimal, nothing, share} from '../../messages/format';
import type {Fill} from '../../messages/translator';
import type {RungRow, WayRow} from './parts';
import {ladder, rungName} from './rungs';
import {words} from './words';

/** From this width on, steps and days stand in columns at the right; below it, under the bars. */
const wide = 720;
const lineHeight = 46;
const gap = 'gap';

interface Line extends RungRow {
  way: WayRow | undefined;
}

/**
 * The ladder: the highest rung on top, each bar as long as the customers on it, the pale one as all who came at least
 * that far; lapsed apart, below. A rung that the data can't show is an empty hatched box.
 */
export function chart(rows: readonly RungRow[], ways: readonly WayRow[], width: number): Plot.PlotOptions {
  const lines = rows.map((row) => ({...row, way: wayOf(row.rung, rows, ways)}));
  const ladderRows = lines.filter(({rung}) => rung !== 'lapsed').reverse();
  const beside = lines.filter(({rung}) => rung === 'lapsed');
  const most = Math.max(1, ...rows.map(({customers, reached}) => Math.max(customers ?? 0, reached ?? 0)));
  const columns = width >= wide;
  const domain = [...ladderRows.map(({rung}) => rung), ...(beside.length > 0 ? [gap, 'lapsed'] : [])];
  const seen = lines.filter(({observable}) => observable);
  const hidden = lines.filter(({observable}) => !observable);
  const end = most * (columns ? 1.24 : 1.4);
  return {
    ...frame(width, {left: 96, right: columns ? 290 : 8, top: columns ? 44 : 12, bottom: 4}),
    height: (columns ? 48 : 16) + lineHeight * Math.max(1, domain.length - 0.5),
    x: {type: 'linear', domain: [0, end], axis: null},
    y: {
      type: 'band',
      domain,
      label: null,
      tickSize: 0,
      padding: columns ? 0.28 : 0.5,
      tickFormat: (rung: string) => (rung === gap ? '' : rungName(rung))
    },
    marks: [
      hatching,
      Plot.barX(seen, {x: 'reached', y: 'rung', fill: ({rung}: Line) => ladder.color(rung), fillOpacity: 0.22}),
      Plot.barX(seen, {x: 'customers', y: 'rung', fill: ({rung}: Line) => ladder.color(rung)}),
      Plot.barX(hidden, {
        x1: 0,
        x2: end * 0.12,
        y: 'rung',
        fill: hatch,
        stroke: colors.quiet,
        strokeDasharray: '3,3'
      }),
      Plot.text(hidden, {
        x: end * 0.12,
        y: 'rung',
        dx: 8,
        textAnchor: 'start',
        text: hiddenText,
        lineWidth: Math.max(12, (width - 110) / 16),
        fill: colors.quiet
      }),
      Plot.text(seen, {
        x: ({customers, reached}: Line) => Math.max(customers ?? 0, reached ?? 0),
        y: 'rung',
        dx: 8,
        textAnchor: 'start',
        text: (row: Line) =>
          words.t('chart.ladder.bar', {customers: count(row.customers), share: share(row.share_of_all)}),
        ...label
      }),
      ...(columns ? atTheRight(seen) : underneath(seen)),
      Plot.ruleX([0], {stroke: colors.ink}),
      Plot.barX(seen, {
        className: 'points',
        x1: 0,
        x2: end,
        y: 'rung',
        fill: 'transparent',
        title: tipOf,
        tip
      })
    ]
  };
}

const heads = [
  {head: 'step', at: 90},
  {head: 'start', at: 170},
  {head: 'days', at: 278}
] as const;

function atTheRight(lines: readonly Line[]): Plot.Markish[] {
  const texts = {
    step: ({step_share}: Line) => share(step_share),
    start: ({start_share}: Line) => share(start_share),
    days: ({way}: Line) => (way ? daysText(way) : nothing)
  };
  const onLadder = lines.filter(({reached}) => reached !== null);
  return heads.flatMap(({head, at}) => [
    Plot.text([head], {
      frameAnchor: 'top-right',
      dx: at,
      dy: -34,
      textAnchor: 'end',
      text: () => words.t(`chart.ladder.${head}`),
      fill: colors.quiet
    }),
    Plot.text(onLadder, {
      frameAnchor: 'right',
      y: 'rung',
      dx: at,
      textAnchor: 'end',
      text: texts[head],
      fill: colors.ink
    })
  ]);
}

function underneath(lines: readonly Line[]): Plot.Markish[] {
  return [
    Plot.text(
      lines.filter(({step_share}) => step_share !== null),
      {
        x: 0,
        y: 'rung',
        dx: 4,
        dy: 19,
        textAnchor: 'start',
        fontSize: 11,
        fill: colors.quiet,
        text: ({step_share, way}: Line) =>
          words.t('chart.ladder.under', {
            step: share(step_share),
            days: way ? daysText(way) : '',
            known: way !== undefined
          })
      }
    )
  ];
}

const daysText = ({median_days}: WayRow): string =>
  words.t('days', {count: Math.round(median_days), number: decimal(median_days, 1)});

function tipOf(row: Line): string {
  const {rung, customers, share_of_all, reached, step_share, start_share, way} = row;
  const fill = {rung: rungName(rung), customers: count(customers), share: share(share_of_all)};
  if (reached === null) return words.t('chart.ladder.tip beside', fill);
  return words.t('chart.ladder.tip', {
    ...fill,
    reached: count(reached),
    step: share(step_share),
    start: share(start_share),
    first: step_share === null,
    way: way ? worded(`way.${way.rung}`, {days: daysText(way), customers: count(way.customers)}) : '',
    known: way !== undefined
  });
}

/** Days from being known to the first purchase say nothing where no file tells of prospects. */
function wayOf(name: string, rows: readonly RungRow[], ways: readonly WayRow[]): WayRow | undefined {
  const prospects = rows.some(({rung, observable}) => rung === 'prospect' && observable);
  return name === 'customer' && !prospects ? undefined : ways.find(({rung}) => rung === name);
}

function hiddenText({rung, customers}: Line): string {
  const hidden = worded(`hidden.${rung}`);
  return customers === null || customers === 0 ? hidden : words.t('hidden.some', {number: count(customers), hidden});
}

/** A message whose key is made of the name of a rung; nothing where there is none. */
function worded(key: string, fill?: Fill): string {
  return words.has(key) ? words.t(key, fill) : '';
}
