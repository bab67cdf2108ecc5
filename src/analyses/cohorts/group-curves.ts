import * as Plot from '@observablehq/plot';
import {placed} from '../../charts/placed';
import {colors, hues, label} from '../../charts/theme';
import {shortened} from '../../charts/words';
import type {Point} from './curves';
import {enough} from './heat';
import {cohortName} from './names';
import type {CohortParams} from './params';
import type {CellRow} from './parts';
import {fewestShare} from './thin';
import {words} from './words';

type CohortPoint = Extract<Point, {kind: 'cohort'}>;

/** The curve of a group that has a colour of its own. */
export interface GroupLine {
  key: string;
  color: string;
  isChosen: boolean;
  points: readonly CohortPoint[];
}

/** Whether a group is one of the largest, which have colours. */
export const hasColour = ({place}: CellRow): boolean => place <= hues.length;

/** The curves of the largest groups, as many as there are colours. */
export function groupLines(over: readonly Point[], chosen: string | undefined): GroupLine[] {
  const lines = new Map<string, CohortPoint[]>();
  for (const point of over) {
    if (point.kind !== 'cohort' || !hasColour(point.cell)) continue;
    const line = lines.get(point.key) ?? [];
    lines.set(point.key, line);
    line.push(point);
  }
  return [...lines].map(([key, points]) => ({
    key,
    color: hues[(points[0]?.cell.place ?? 1) - 1] ?? colors.grey,
    isChosen: key === chosen,
    points
  }));
}

/** Whether so few of a group have been seen that long that each of them weighs heavily. */
export const isFew = ({eligible, size}: CellRow): boolean => eligible < enough || eligible < fewestShare * size;

/** Whole where enough of the group have been seen that long, dashed after. */
export function groupMarks(
  {points, color, isChosen}: GroupLine,
  [bottom, top]: readonly [number, number]
): Plot.Markish[] {
  const end = points.findIndex(({cell}) => isFew(cell));
  const sure = end === -1 ? points : points.slice(0, end);
  const unsure = end === -1 ? [] : points.slice(Math.max(0, end - 1));
  const line = {
    x: 'age',
    y: ({value}: Point) => (value >= bottom && value <= top ? value : NaN),
    stroke: color
  } as const;
  return [
    ...(unsure.length > 1 ? [Plot.line(unsure, {...line, strokeWidth: 1.25, strokeDasharray: '2,4'})] : []),
    Plot.line(sure, {...line, strokeWidth: isChosen ? 3 : 1.75})
  ];
}

interface Room {
  /** of the plot, in pixels */
  height: number;
  /** the values at its lower and upper edge */
  span: readonly [number, number];
  /** the age at its right edge */
  oldest: number;
  /** pixels beside it for the names */
  right: number;
}

/** The names of the groups and of the average, beside the plot in the order in which the curves end, moved apart. */
export function nameMarks(
  lines: readonly GroupLine[],
  mean: readonly Point[],
  params: CohortParams,
  {height, span: [bottom, top], oldest, right}: Room
): Plot.Markish[] {
  const average = mean.at(-1);
  const ends = [
    ...lines.flatMap(({points, color}) => {
      const last = points.at(-1);
      return last ? [{value: last.value, color, text: cohortName(last.cell, params)}] : [];
    }),
    ...(average ? [{value: average.value, color: colors.ink, text: words.t('average')}] : [])
  ];
  const pixel = height / Math.max(1e-9, top - bottom);
  const spots = placed(
    ends.map(({value}) => (top - Math.min(top, Math.max(bottom, value))) * pixel),
    {least: 16, from: 0, to: height}
  );
  return ends.map(({text, color}, place) =>
    Plot.text([text], {
      x: () => oldest,
      y: () => top - (spots[place] ?? 0) / pixel,
      text: (name: string) => shortened(name, Math.floor(right / 8)),
      textAnchor: 'start',
      dx: 8,
      ...label,
      fill: color
    })
  );
}
