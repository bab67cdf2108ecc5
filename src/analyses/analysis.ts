import type {Component} from 'svelte';
import type {Row, Value} from '../engine/rows';

/** The groups of the navigation, each a question; in this order. */
export const groups = ['overview', 'carries', 'stays', 'close', 'pays', 'comes', 'act'] as const;
export type Group = (typeof groups)[number];

/** A parameter of an analysis. Label, help and option names are worded in the analysis's messages as `param.NAME…`. */
export type ParamSpec =
  | {kind: 'number'; unit: string; initial: number; min: number; max: number; step: number}
  | {kind: 'choice'; unit?: string; initial: string; options: readonly string[]};
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
export type ParamValues<P extends ParamSpecs> = {[K in keyof P]: P[K] extends {kind: 'number'} ? number : string};

/**
 * What the person looks at, the same for every analysis, all of it in the URL.
 * Dates are `YYYY-MM-DD`; null is "all of it". Filters: dimension → values kept.
 */
export interface Scope {
  /** the last day that is looked at; null: the last day in the data */
  as_of: string | null;
  from: string | null;
  to: string | null;
  filters: Readonly<Record<string, readonly string[]>>;
  cancellations: 'leave out' | 'subtract';
  returns: 'leave out' | 'subtract';
  free: 'leave out' | 'keep';
}

/** A column of the table twin. `unit` says how it is shown: money in the file's currency, share as per cent … */
export interface ResultColumn {
  /** DuckDB's type */
  type: string;
  unit: 'text' | 'money' | 'count' | 'share' | 'number' | 'date' | 'month' | 'class';
}

/** A sentence in parts; `strong` parts are emphasised. */
export type Sentence = {text: string; strong: boolean}[];

/** The rows that an analysis's SQL gave: of its main model a handle to page through, of its parts the rows themselves. */
export interface Results {
  /** rows of the main model */
  count: number;
  parts: Record<string, Row[]>;
}

export type {Component, Value};
