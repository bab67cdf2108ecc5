import * as Plot from '@observablehq/plot';
import {colors, frame, grid, hues, label, rule, shareTick, ticks, tip} from '../../charts/theme';
import {count, decimal, share} from '../../messages/format';
import {clipped} from './groups';
import {days, groupName} from './names';
import type {CurveRow} from './parts';
import {words} from './words';

/** The share of leads won within so many days: of all with its 95 % interval, and of the largest groups. */
export function curve(rows: readonly CurveRow[], width: number): Plot.PlotOptions {
  const last = lastDay(rows);
  const all = lineOf(rows, null, last);
  const names = [...new Set(rows.flatMap(({lead_group}) => lead_group ?? []))];
  const lines = names.map((name) => lineOf(rows, name, last));
  const narrow = width < 520;
  const seen = rows.filter(({duration}) => duration <= last);
  const most = Math.max(
    0.01,
    ...rows.map((row) => (row.lead_group === null ? (row.high ?? row.won_share) : row.won_share))
  );
  const stepped = {x: 'duration', curve: 'step-after'} as const;
  return {
    ...frame(width, {left: 52, right: narrow ? 76 : 132, top: 32, bottom: 40, height: 300}),
    x: {
      domain: [0, last],
      label: words.t('chart.curve.x'),
      labelArrow: false,
      ticks: ticks(width - 184),
      tickFormat: (value: number) => count(value)
    },
    y: {
      label: words.t('chart.curve.y'),
      labelArrow: false,
      domain: [0, Math.min(1, most)],
      tickFormat: shareTick,
      ticks: 5
    },
    marks: [
      Plot.gridY({...grid, ticks: 5}),
      Plot.areaY(
        all.filter(({low}) => low !== null),
        {
          ...{...stepped, y1: 'low', y2: 'high', fill: colors.mark, fillOpacity: 0.15}
        }
      ),
      ...lines.map((line, place) =>
        Plot.line(line, {...stepped, y: 'won_share', stroke: hues[place + 1] ?? colors.grey, strokeWidth: 1.5})
      ),
      Plot.line(all, {...stepped, y: 'won_share', stroke: colors.mark, strokeWidth: 2.5}),
      Plot.dot(seen, Plot.pointerX({x: 'duration', y: 'won_share', r: 4, fill: colors.ink})),
      Plot.tip(seen, Plot.pointer({x: 'duration', y: 'won_share', title, ...tip})),
      Plot.text(endsOf([all, ...lines], {apart: (most / 228) * 15, last, most}), {
        ...{x: 'duration', y: 'at', textAnchor: 'start', dx: 6, ...label, fontWeight: 500},
        text: ({row}: End) => clipped(nameOf(row), narrow ? 10 : 18)
      }),
      Plot.ruleY([0], rule)
    ]
  };
}

/** The steps of a group from its first day to the last one drawn, or to that until which it was followed. */
function lineOf(rows: readonly CurveRow[], group: string | null, last: number): CurveRow[] {
  const own = rows.filter(({lead_group}) => lead_group === group);
  const drawn = [start(group), ...own.filter(({duration}) => duration <= last)];
  const end = drawn.at(-1);
  return end && drawn.length <= own.length ? [...drawn, {...end, duration: last}] : drawn;
}

/** Before the first day no one is won. */
const start = (lead_group: string | null): CurveRow => ({
  ...{lead_group, duration: 0, at_risk: 0, won_share: 0, low: 0, high: 0}
});

const nameOf = ({lead_group}: CurveRow): string =>
  lead_group === null ? words.t('chart.curve.all') : groupName(lead_group);

interface End {
  row: CurveRow;
  duration: number;
  /** where its name stands */
  at: number;
}

/** The ends of the lines, from the lowest to the highest, their names far enough apart. */
function endsOf(
  lines: readonly (readonly CurveRow[])[],
  {apart, last, most}: {apart: number; last: number; most: number}
): End[] {
  const rows = lines
    .flatMap((line) => line.findLast(({duration}) => duration <= last) ?? [])
    .sort((a, b) => a.won_share - b.won_share);
  const raised = rows.reduce<End[]>((ends, row) => {
    const below = ends.at(-1)?.at ?? -apart;
    return [...ends, {row, duration: last, at: Math.max(row.won_share, below + apart)}];
  }, []);
  return raised.map((end, place) => ({...end, at: Math.min(end.at, most - (raised.length - 1 - place) * apart)}));
}

/** Half again as long as it takes until 98 % of all that are ever won are won: later there is little to be seen. */
function lastDay(rows: readonly CurveRow[]): number {
  const all = rows.filter(({lead_group}) => lead_group === null);
  const [end, final] = [all.at(-1)?.duration ?? 1, all.at(-1)?.won_share ?? 0];
  const most = all.find(({won_share}) => won_share >= 0.98 * final)?.duration ?? end;
  return Math.max(1, Math.min(end, Math.ceil(most * 1.5)));
}

function title(row: CurveRow): string {
  const fill = {
    group: nameOf(row),
    days: days(row.duration, decimal(row.duration, 0)),
    share: share(row.won_share),
    risk: count(row.at_risk)
  };
  if (row.low === null || row.high === null) return words.t('chart.curve.tip', fill);
  return words.t('chart.curve.tip band', {...fill, low: share(row.low), high: share(row.high)});
}
