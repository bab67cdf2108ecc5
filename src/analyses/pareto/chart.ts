import * as Plot from '@observablehq/plot';
import {colors, countTick, frame, grid, label, moneyTick, rule, shareTick, ticks, tip} from '../../charts/theme';
import {shortened} from '../../charts/words';
import {count, money, share} from '../../messages/format';
import {barName} from './bar-name';
import type {ParetoParams} from './params';
import type {BarRow, ClassRow} from './rows';
import {words} from './words';

export interface BarOptions {
  params: ParetoParams;
  classes: readonly ClassRow[];
  currency: string | null;
}

/** Up to how many bars each has a line of its own, with its name. */
const named = 30;
const lineHeight = 26;
const yTicks = 6;
/** pixels that both labels above the frame take */
const labelled = 150;

/**
 * The ranking as bars, and what they add up to as a line, on one axis: the share of the total. Few bars lie, with names;
 * many stand, from the largest at the left. Without shares (the total isn't above zero) the bars show amounts.
 */
export function chart(rows: readonly BarRow[], options: BarOptions, width: number): Plot.PlotOptions {
  return isLying(rows) ? lying(rows, options, width) : standing(rows, options, width);
}

/** Whether the bars lie, so that ranks run from top to bottom. */
export function isLying(rows: readonly BarRow[]): boolean {
  const single = rows.every(({rank_from, rank_to}) => rank_from === rank_to);
  return single && rows.length > 0 && rows.length <= named;
}

function standing(rows: readonly BarRow[], options: BarOptions, width: number): Plot.PlotOptions {
  const {by, measure} = options.params;
  const value = valueOf(rows);
  const entities = rows.at(-1)?.rank_to ?? 0;
  return {
    ...frame(width, {left: 56, right: 24, top: 48, bottom: 44}),
    x: {
      type: 'linear',
      domain: [0, Math.max(1, entities)],
      label: words.t('chart.bars.x', {by}),
      labelArrow: false,
      tickFormat: (rank: number) => (Number.isInteger(rank) ? countTick(rank) : ''),
      ticks: Math.min(Math.max(1, entities), ticks(width))
    },
    y: {
      type: 'linear',
      domain: domainOf(rows),
      label: hasShares(rows) ? words.t('chart.bars.y', {measure}) : moneyLabel(options),
      labelArrow: false,
      tickFormat: hasShares(rows) ? shareTick : moneyTick,
      ticks: yTicks
    },
    marks: [
      Plot.gridY({...grid, ticks: yTicks}),
      Plot.rectY(rows, {
        x1: (row: BarRow) => row.rank_from - 1,
        x2: 'rank_to',
        y: value,
        inset: entities > 0 && width / rows.length > 4 ? 0.5 : 0,
        fill: colorOf,
        title: (row: BarRow) => title(row, options),
        tip
      }),
      ...limits(options.classes, rows),
      ...curve(rows, entities, isCrowded(options.classes, entities, width)),
      Plot.ruleY([0], rule)
    ]
  };
}

function lying(rows: readonly BarRow[], options: BarOptions, width: number): Plot.PlotOptions {
  const value = valueOf(rows);
  const xTicks = ticks(width - 232);
  const names = new Map(rows.map((row) => [row.bar, shortened(barName(row), 26)]));
  return {
    ...frame(width, {left: 176, right: 56, top: 40, bottom: 8, height: 48 + lineHeight * rows.length}),
    x: {
      type: 'linear',
      domain: domainOf(rows),
      axis: 'top',
      label: hasShares(rows)
        ? words.t('chart.bars.y', {measure: options.params.measure}).replace('↑ ', '')
        : moneyLabel(options).replace('↑ ', ''),
      labelArrow: false,
      tickFormat: hasShares(rows) ? shareTick : moneyTick,
      ticks: xTicks
    },
    y: {
      type: 'band',
      domain: rows.map(({bar}) => bar),
      label: null,
      tickSize: 0,
      tickFormat: (bar: number) => names.get(bar) ?? ''
    },
    marks: [
      Plot.gridX({...grid, ticks: xTicks}),
      Plot.barX(rows, {
        x: value,
        y: 'bar',
        inset: 1,
        fill: colorOf,
        title: (row: BarRow) => title(row, options),
        tip
      }),
      ...(hasShares(rows)
        ? [
            Plot.line(rows, {x: 'cumulative_share', y: 'bar', stroke: colors.ink, strokeWidth: 1.5}),
            Plot.dot(rows, {x: 'cumulative_share', y: 'bar', r: 2.5, fill: colors.ink})
          ]
        : []),
      Plot.text(rows, {
        x: (row: BarRow) => Math.max(0, value(row) ?? 0),
        y: 'bar',
        text: (row: BarRow) => (row.share === null ? money(row.value) : share(row.share)),
        textAnchor: 'start',
        dx: 8,
        ...label
      }),
      Plot.ruleX([0], rule)
    ]
  };
}

/** Whether the label of the second limit reaches into that of the line at its right end. */
function isCrowded(classes: readonly ClassRow[], entities: number, width: number): boolean {
  const limit = classes.find((row) => row.class === 'B')?.rank_to ?? 0;
  return (1 - limit / Math.max(1, entities)) * (width - 80) < labelled;
}

function curve(rows: readonly BarRow[], entities: number, isBelow: boolean): Plot.Markish[] {
  if (!hasShares(rows)) return [];
  const points = [{rank_to: 0, cumulative_share: 0}, ...rows];
  const end = {rank_to: entities * 0.985, cumulative_share: rows.at(-1)?.cumulative_share ?? 1};
  return [
    Plot.line(points, {x: 'rank_to', y: 'cumulative_share', stroke: colors.ink, strokeWidth: 1.5}),
    Plot.text([end], {
      x: 'rank_to',
      y: 'cumulative_share',
      text: () => words.t('chart.bars.cumulative'),
      textAnchor: 'end',
      dy: isBelow ? 12 : -9,
      ...label
    })
  ];
}

function limits(classes: readonly ClassRow[], rows: readonly BarRow[]): Plot.Markish[] {
  if (!hasShares(rows)) return [];
  const ends = classes.filter((row) => row.class !== 'C' && row.rank_to !== null);
  return [
    Plot.ruleX(ends, {x: 'rank_to', stroke: colors.quiet, strokeDasharray: '3,3'}),
    ...ends.map((end) =>
      Plot.text([end], {
        x: 'rank_to',
        frameAnchor: 'top',
        dx: end.class === 'A' ? -4 : 4,
        dy: -18,
        textAnchor: end.class === 'A' ? 'end' : 'start',
        text: (row: ClassRow) => words.t('chart.bars.limit', {class: row.class, count: count(row.entities)}),
        ...label
      })
    )
  ];
}

function title(row: BarRow, {params: {measure}, classes}: BarOptions): string {
  const value = money(row.value);
  if (row.share === null) return words.t('chart.bars.tip no share', {name: barName(row), value});
  const fill = {measure, value, share: share(row.share), cumulative: share(row.cumulative_share)};
  return row.rank_from === row.rank_to
    ? words.t('chart.bars.tip', {...fill, name: barName(row), class: row.class ?? ''})
    : words.t(isWithin(row, classes) ? 'chart.bars.tip several' : 'chart.bars.tip mixed', {
        ...fill,
        from: count(row.rank_from),
        to: count(row.rank_to),
        class: row.class ?? ''
      });
}

const isWithin = (bar: BarRow, classes: readonly ClassRow[]): boolean =>
  classes.some(({rank_from, rank_to}) => (rank_from ?? Infinity) <= bar.rank_from && bar.rank_to <= (rank_to ?? 0));

const hasShares = (rows: readonly BarRow[]): boolean => rows.every((row) => row.share !== null);

function valueOf(rows: readonly BarRow[]): (row: BarRow) => number | null {
  return hasShares(rows) ? (row) => row.share : (row) => Number(row.value);
}

function domainOf(rows: readonly BarRow[]): [number, number] {
  const value = valueOf(rows);
  const ends = rows.flatMap((row) => [value(row) ?? 0, ...(hasShares(rows) ? [row.cumulative_share ?? 0] : [])]);
  return [Math.min(0, ...ends), Math.max(hasShares(rows) ? 1 : 0, ...ends)];
}

const colorOf = (row: BarRow): string => {
  if (Number(row.value) < 0) return colors.loss;
  return row.class === 'A' || row.class === null ? colors.mark : colors.grey;
};

const moneyLabel = ({params: {measure}, currency}: BarOptions): string =>
  words.t('chart.bars.y money', {measure, currency: currency ?? 'none'});
