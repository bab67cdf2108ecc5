import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, rule, shareTick, ticks, tip} from '../../charts/theme';
import {count, money, share} from '../../messages/format';
import type {Phase} from '../../models/relationship/states';
import {withLeaving} from './leaving';
import type {PhaseRow} from './parts';
import {phaseColor, phaseName} from './phases';
import {words} from './words';

const kinds = ['customers', 'sales'] as const;
type Kind = (typeof kinds)[number];

/** Below this width bars bear their share alone, from it on what it is a share of, too. */
const wide = 720;
const labelWidth = 140;

/** One bar: what a phase makes of all customers, or of all net sales. */
export interface Bar {
  phase: Phase;
  of: Kind;
  share: number;
  row: PhaseRow;
}

const lineHeight = 40;
const left = 108;

/** The phases in order, a line each: their share of customers and, beside it on the same scale, of net sales. */
export function chart(rows: readonly PhaseRow[], width: number): Plot.PlotOptions {
  const bars = rows.flatMap(barsOf);
  const panels = kinds.filter((of) => of === 'customers' || bars.some((bar) => bar.of === of));
  const all = rows.reduce((sum, {customers}) => sum + (customers ?? 0), 0);
  const panel = (width - left) / panels.length;
  const xTicks = ticks(panel, 80);
  const narrow = width < wide;
  const domain = domainOf(bars, narrow ? 1.5 : 1 / (1 - labelWidth / panel));
  return withLeaving({
    ...frame(width, {left, right: 8, top: 56, bottom: 8, height: 64 + lineHeight * Math.max(1, rows.length)}),
    fx: {
      type: 'band',
      domain: panels,
      axis: null,
      padding: 0.06
    },
    x: {
      type: 'linear',
      domain,
      axis: 'top',
      label: null,
      tickFormat: (value: number) => (value > Math.min(1, 0.9 * domain[1]) ? '' : shareTick(value)),
      ticks: xTicks
    },
    y: {
      type: 'band',
      domain: rows.map(({phase}) => phase),
      label: null,
      tickSize: 0,
      padding: 0.18,
      tickFormat: phaseName
    },
    marks: [
      Plot.gridX({...grid, ticks: xTicks}),
      Plot.text(panels, {
        fx: (of: Kind) => of,
        frameAnchor: 'top-left',
        dy: -40,
        text: (of: Kind) => words.t(`chart.phases.${of}`),
        fill: colors.ink,
        fontWeight: 600
      }),
      Plot.barX(bars, {
        className: 'points',
        fx: 'of',
        x: 'share',
        y: 'phase',
        fill: ({phase}: Bar) => phaseColor(phase),
        stroke: ({phase}: Bar) => (phase === 'dissolution' ? colors.loss : 'none'),
        title: (bar: Bar) => titleOf(bar, all),
        tip
      }),
      Plot.text(bars, {
        fx: 'of',
        x: (bar: Bar) => Math.max(0, bar.share),
        y: 'phase',
        text: (bar: Bar) => labelOf(bar, narrow),
        textAnchor: 'start',
        dx: 6,
        ...label
      }),
      Plot.text(
        rows.filter(({observable}) => !observable),
        {
          fx: () => 'customers',
          x: 0,
          y: 'phase',
          text: () => words.t(narrow ? 'chart.phases.unseen short' : 'chart.phases.unseen'),
          textAnchor: 'start',
          dx: 6,
          fill: colors.quiet
        }
      ),
      Plot.ruleX([0], rule)
    ]
  });
}

function barsOf(row: PhaseRow): Bar[] {
  const {phase, customers, customers_share, sales_share} = row;
  if (customers === null) return [];
  return [
    {phase, of: 'customers', share: customers_share ?? 0, row},
    ...(sales_share === null && customers > 0 ? [] : [{phase, of: 'sales' as const, share: sales_share ?? 0, row}])
  ];
}

function labelOf({of, share: part, row}: Bar, narrow: boolean): string {
  if (narrow) return share(part);
  return `${of === 'customers' ? count(row.customers) : count(row.net_sales)} · ${share(part)}`;
}

/** Up to the longest bar, and so many times its length for what is written behind it. */
function domainOf(bars: readonly Bar[], times: number): [number, number] {
  const values = bars.map((bar) => bar.share);
  const most = Math.max(0.05, ...values);
  return [Math.min(0, ...values), most * times];
}

function titleOf({of, phase, share: part, row}: Bar, all: number): string {
  const fill = {phase: `${phaseName(phase)}: ${words.t(`chart.phases.what.${phase}`)}`, share: share(part)};
  return of === 'customers'
    ? words.t('chart.phases.tip customers', {...fill, customers: count(row.customers), all: count(all)})
    : words.t('chart.phases.tip sales', {
        ...fill,
        sales: money(row.net_sales),
        each: money(row.per_customer),
        customers: count(row.customers)
      });
}
