import * as Plot from '@observablehq/plot';
import {hatch, hatching} from '../../charts/hatch';
import {colors, frame, label, tip} from '../../charts/theme';
import {count, decimal, share} from '../../messages/format';
import {days, stepName} from './names';
import type {StepRow} from './parts';
import type {State} from './selection';
import {words} from './words';

/** What became of the leads of a step: a piece of its bar. */
export interface Piece {
  row: StepRow;
  /** `passed`: they went on, or are won */
  state: State;
  from: number;
  to: number;
}

/** How much of the drawing each step takes, in pixels: its words, and its bar below them. */
const height = 64;

/** So much paper around words that the hatching below them doesn't run into the letters. */
const plate = {strokeWidth: 12, strokeLinejoin: 'round'} as const;

/** A bar for each step: who went on, who is still there (hatched), who was lost there. Its words stand above it. */
export function funnel(rows: readonly StepRow[], width: number): Plot.PlotOptions {
  const all = rows[0]?.people ?? 0;
  const pieces = rows.flatMap(piecesOf);
  const piece = {
    x1: 'from',
    x2: 'to',
    y: (one: Piece) => one.row.place,
    insetTop: 28,
    insetBottom: 4,
    title: (one: Piece) => title(one, rows),
    tip: {...tip, anchor: 'bottom'},
    className: 'points'
  } as const;
  const line = {y: (row: StepRow) => row.place, dy: 12 - height / 2, ...label};
  return {
    ...frame(width, {left: 4, right: 12, top: 8, bottom: 8, height: Math.max(1, rows.length) * height + 16}),
    x: {axis: null, domain: [0, Math.max(1, all)]},
    y: {type: 'band', axis: null, domain: rows.map(({place}) => place), padding: 0},
    marks: [
      hatching,
      Plot.barX(pieces, {...piece, fill: fillOf, stroke: strokeOf}),
      ...(['start', 'middle', 'end'] as const).map((textAnchor) =>
        Plot.text(
          rows.flatMap((row) => wordsBeside(row, all, width)).filter((one) => one.textAnchor === textAnchor),
          {
            x: 'x',
            y: 'place',
            dx: {start: 8, middle: 0, end: -8}[textAnchor],
            dy: 12,
            text: 'text',
            ...label,
            ...{textAnchor, fontWeight: 400, ...plate}
          }
        )
      ),
      Plot.text(rows, {...line, x: 0, text: stepName, textAnchor: 'start', fontWeight: 600}),
      Plot.text(rows, {
        ...{...line, x: Math.max(1, all), textAnchor: 'end', fontWeight: 400},
        text: (row: StepRow) => numbers(row, width)
      })
    ]
  };
}

function piecesOf(row: StepRow): Piece[] {
  const {people, open, lost} = row;
  const on = people - open - lost;
  const pieces: Piece[] = [
    {row, state: 'passed', from: 0, to: on},
    {row, state: 'open', from: on, to: on + open},
    {row, state: 'lost', from: on + open, to: people}
  ];
  return pieces.filter(({from, to}) => to > from);
}

function fillOf({state, row}: Piece): string {
  if (state === 'open') return hatch;
  if (state === 'lost') return colors.lost;
  return row.step === 'won' ? colors.new : colors.mark;
}

const strokeOf = ({state}: Piece): string => (state === 'open' ? colors.grey : 'none');

/** Words that say how many leads a step has lost, or keeps. */
interface Gone {
  place: number;
  x: number;
  text: string;
  textAnchor: 'start' | 'middle' | 'end';
}

/** Beside the bar where there is room, else within its pieces, else before them. */
function wordsBeside({place, people, lost, open}: StepRow, all: number, width: number): Gone[] {
  const pixels = (leads: number): number => (leads / Math.max(1, all)) * (width - 16);
  const on = people - open - lost;
  const [lostText, openText] = [lostWords(lost), openWords(open)];
  const text = [lostText, openText].filter((words) => words !== '').join(' · ');
  if (text === '') return [];
  if (pixels(all - people) >= 140) return [{place, x: people, text, textAnchor: 'start'}];
  const within = {place, textAnchor: 'middle'} as const;
  if (lost > 0 && open > 0 && pixels(Math.min(lost, open)) >= 80) {
    return [
      {...within, x: on + open / 2, text: openText},
      {...within, x: people - lost / 2, text: lostText}
    ];
  }
  if (pixels(Math.max(lost, open)) >= 140)
    return [{...within, x: open > lost ? on + open / 2 : people - lost / 2, text}];
  return [{place, x: on, text, textAnchor: 'end'}];
}

const lostWords = (lost: number): string => (lost > 0 ? words.t('chart.funnel.lost', {lost: count(lost)}) : '');
const openWords = (open: number): string => (open > 0 ? words.t('chart.funnel.open', {open: count(open)}) : '');

/** `857 · 43.3% of all · 94.1% of the step before · 9 days`, as much of it as there is room for. */
function numbers(row: StepRow, width: number): string {
  const people = count(row.people);
  if (row.start_share === null) return people;
  const fill = {people, start: share(row.start_share), step: share(row.step_share)};
  const time = row.median_days === null ? null : days(row.median_days, decimal(row.median_days, 1));
  if (width < 560) {
    return time === null
      ? words.t('chart.funnel.numbers shorter', fill)
      : words.t('chart.funnel.numbers short', {...fill, days: time});
  }
  return time === null
    ? words.t('chart.funnel.numbers no days', fill)
    : words.t('chart.funnel.numbers', {...fill, days: time});
}

function title({row, state, from, to}: Piece, rows: readonly StepRow[]): string {
  const number = to - from;
  return [
    words.t('chart.funnel.tip', {step: stepName(row), people: count(row.people)}),
    words.t('chart.funnel.tip state', {
      state: state === 'passed' && row.step === 'won' ? 'won' : state,
      number: count(number),
      share: share(number / row.people)
    }),
    ...sharesOf(row, rows),
    ...timesOf(row)
  ].join('\n');
}

function sharesOf({people: number, place, step_share, start_share}: StepRow, rows: readonly StepRow[]): string[] {
  const before = rows.find((other) => other.place === place - 1);
  const [first] = rows;
  if (!before || !first) return [];
  const people = count(number);
  return [
    words.t('chart.funnel.tip share', {people, before: count(before.people), share: share(step_share)}),
    words.t('chart.funnel.tip all', {people, all: count(first.people), share: share(start_share)})
  ];
}

function timesOf(row: StepRow): string[] {
  if (row.place === 0 || row.median_days === null || row.p75_days === null) return [];
  const since = words.t('chart.funnel.tip days', {
    days: days(row.median_days, decimal(row.median_days, 1)),
    most: days(row.p75_days, decimal(row.p75_days, 1)),
    timed: count(row.timed)
  });
  if (row.step_median_days === null || row.place === 1) return [since];
  const between = words.t('chart.funnel.tip step days', {
    days: days(row.step_median_days, decimal(row.step_median_days, 1)),
    timed: count(row.step_timed)
  });
  return [since, between];
}
