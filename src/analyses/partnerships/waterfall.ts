import * as Plot from '@observablehq/plot';
import {colors, frame, grid, label, moneyTick, rule, ticks, tip} from '../../charts/theme';
import {inLines} from './lines';
import {money, share as percent} from '../../messages/format';
import {serving} from './categories';
import type {Account} from './parts';
import type {Side} from './sides';
import {words} from './words';

/** A bar of a waterfall: a sum from zero, or a step from where the last one ended. */
export interface Step {
  key: string;
  label: string;
  kind: 'sum' | 'step' | 'result';
  from: number;
  to: number;
  /** of net sales; null where that says nothing */
  share: number | null;
}

const lineHeight = 30;

/** From net sales down to what is left, in the order of the statement; costs of which nothing is known have no bar. */
export function stepsDown({account}: Side): Step[] {
  const sales = Number(account.net_sales);
  const known = serving.filter((name) => account[name] !== null);
  const steps = new Steps(sales > 0 ? sales : null);
  steps.sum('net_sales', sales);
  steps.step('cost_of_goods', -Number(account.cost_of_goods));
  steps.sum('gross_profit', Number(account.gross_profit));
  for (const name of known) steps.step(name, -Number(account[name]));
  steps.sum('profit', Number(account.profit), 'result');
  if (account.acquisition !== null) {
    steps.step('acquisition', -Number(account.acquisition));
    steps.sum('profit_after_acquisition', Number(account.profit) - Number(account.acquisition), 'result');
  }
  return steps.made;
}

/** From the profit of one account to that of another, by line. */
export function stepsBetween(left: Side, right: Side): Step[] {
  const steps = new Steps(null);
  steps.sum('profit', Number(left.account.profit), 'result', left.name);
  steps.step(
    'net_sales',
    change(left, right, ({net_sales}) => net_sales)
  );
  steps.step('cost_of_goods', -change(left, right, ({cost_of_goods}) => cost_of_goods));
  for (const name of serving) {
    if (left.account[name] === null && right.account[name] === null) continue;
    steps.step(name, -change(left, right, (account) => account[name]));
  }
  steps.sum('profit', Number(right.account.profit), 'result', right.name);
  return steps.made.map((step, place) => ({...step, key: `${place} ${step.key}`}));
}

const change = (left: Side, right: Side, value: (account: Account) => unknown): number =>
  Number(value(right.account) ?? 0) - Number(value(left.account) ?? 0);

class Steps {
  readonly made: Step[] = [];
  #at = 0;
  readonly #sales: number | null;

  constructor(sales: number | null) {
    this.#sales = sales;
  }

  sum(key: string, value: number, kind: 'sum' | 'result' = 'sum', name?: string): void {
    this.#add(key, kind, 0, value, name);
  }

  step(key: string, by: number): void {
    this.#add(key, 'step', this.#at, this.#at + by);
  }

  #add(key: string, kind: Step['kind'], from: number, to: number, name?: string): void {
    const part = this.#sales === null ? null : Math.abs(to - from) / this.#sales;
    const text = name ?? words.t(`statement.${key}` as 'statement.net_sales');
    this.made.push({key, label: text, kind, from, to, share: part});
    this.#at = to;
  }
}

/** Bars that lie one below the other, each from where the one above ended. */
export function waterfall(steps: readonly Step[], currency: string | null, width: number): Plot.PlotOptions {
  const names = new Map(steps.map((step) => [step.key, inLines(step.label, width < 500 ? 20 : 34)]));
  const ends = steps.flatMap(({from, to}) => [from, to]);
  const left = width < 500 ? 136 : 224;
  const right = width < 500 ? 84 : 152;
  const count = ticks(width - left - right, 110);
  return {
    ...frame(width, {left, right, top: 40, bottom: 8, height: 48 + lineHeight * steps.length}),
    x: {
      type: 'linear',
      domain: [Math.min(0, ...ends), Math.max(0, ...ends)],
      nice: true,
      axis: 'top',
      label: words.t('chart.waterfall.x', {currency: currency ?? 'none'}),
      labelArrow: false,
      tickFormat: moneyTick,
      ticks: count
    },
    y: {
      type: 'band',
      domain: steps.map(({key}) => key),
      label: null,
      tickSize: 0,
      paddingInner: 0.3,
      tickFormat: (key: string) => names.get(key) ?? ''
    },
    marks: [
      Plot.gridX({...grid, ticks: count}),
      Plot.barX(steps, {
        x1: 'from',
        x2: 'to',
        y: 'key',
        fill: colorOf,
        className: 'points',
        title: (step: Step) => title(step),
        tip
      }),
      ...joints(steps),
      Plot.text(steps, {
        x: ({from, to}: Step) => Math.max(from, to),
        y: 'key',
        text: (step: Step) => amount(step, width),
        textAnchor: 'start',
        dx: 6,
        ...label,
        fontWeight: 400
      }),
      Plot.ruleX([0], rule)
    ]
  };
}

/** Hairlines from the end of a bar to the beginning of the next. */
function joints(steps: readonly Step[]): Plot.Markish[] {
  const pairs = steps.slice(1).flatMap((next, place) => {
    const before = steps[place];
    return before ? [{x: before.to, from: before.key, to: next.key}] : [];
  });
  return [Plot.link(pairs, {x1: 'x', x2: 'x', y1: 'from', y2: 'to', stroke: colors.quiet, strokeOpacity: 0.6})];
}

function colorOf({kind, from, to, share}: Step): string {
  if (kind === 'result') return to < 0 ? colors.loss : colors.profit;
  if (kind === 'sum') return colors.quiet;
  if (to >= from) return colors.profit;
  return share === null ? colors.loss : colors.grey;
}

function amount(step: Step, width: number): string {
  const value = step.kind === 'step' ? step.to - step.from : step.to;
  const text = step.kind === 'step' && value >= 0.005 ? `+${money(value)}` : money(value);
  return step.share === null || width < 500 ? text : `${text} · ${percent(step.share)}`;
}

function title(step: Step): string {
  const value = step.kind === 'step' ? step.to - step.from : step.to;
  return step.share === null
    ? words.t('chart.waterfall.tip', {name: step.label, value: money(value)})
    : words.t('chart.waterfall.tip share', {name: step.label, value: money(value), share: percent(step.share)});
}
