import type {PlotOptions} from '@observablehq/plot';
import type {Component} from 'svelte';
import type {Row, Value} from '../engine/rows';
import type {Scalar} from '../engine/sql';
import type {DefinitionName} from '../models/definitions';
import {has, type Loaded, type Need} from '../models/loaded';
import type {Scope, Window} from '../models/scope';

export type {Need, Loaded} from '../models/loaded';
export type {Scope, Window} from '../models/scope';

/** The groups of the navigation, each a question; in this order. */
export const groups = ['overview', 'carries', 'stays', 'close', 'pays', 'comes', 'act'] as const;
export type Group = (typeof groups)[number];

/** Where the control of a parameter stands: in the row above the picture, or where the view itself draws it. */
interface Placed {
  in?: 'view';
}

/** A number that the person may set. `unit` is a message key `unit.UNIT` of the analysis. */
export interface NumberParam extends Placed {
  kind: 'number';
  unit: string;
  initial: number;
  min: number;
  max: number;
  step: number;
}

/** One of several options, worded `param.NAME.OPTION`. `needs` says which options take more than the analysis itself. */
export interface ChoiceParam extends Placed {
  kind: 'choice';
  initial: string;
  options: readonly string[];
  needs?: Readonly<Record<string, readonly Need[]>>;
}

/**
 * By what customers are grouped: 'none', or one of what the loaded data has (`models/grouping.ts`). The parameter is
 * called `split`: the model `customer_group` reads it.
 */
export interface GroupingParam extends Placed {
  kind: 'grouping';
  initial: string;
  /** whether rungs and phases are among them */
  withStates?: true;
}

/** A day, `YYYY-MM-DD`; '' leaves it to the analysis. */
export interface DayParam extends Placed {
  kind: 'day';
  initial: '';
}

/** A text: the id of a customer, the name of a group. */
export interface TextParam extends Placed {
  kind: 'text';
  initial: string;
  /** in characters */
  longest: number;
}

/** A parameter of an analysis. Its label is worded in the analysis's messages as `param.NAME`. */
export type ParamSpec = NumberParam | ChoiceParam | GroupingParam | DayParam | TextParam;
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
export type ParamValues<P extends ParamSpecs> = {readonly [K in keyof P]: ValueOf<P[K]>};
type ValueOf<S extends ParamSpec> = S extends ChoiceParam
  ? S['options'][number]
  : S extends NumberParam
    ? number
    : string;

/** How a column is shown: money in the file's currency, share as per cent, class as a word `class.VALUE` … */
export type Unit = 'text' | 'money' | 'count' | 'share' | 'number' | 'date' | 'month' | 'class' | 'flag';

/** A column of a result, worded `column.NAME`. `type` is DuckDB's. */
export interface ResultColumn {
  type: string;
  unit: Unit;
}
export type ResultColumns = Readonly<Record<string, ResultColumn>>;

/** A model and its rows. `order` lists columns, `desc` allowed; by all columns, left to right, where it's empty. */
export interface Source {
  model: string;
  columns: ResultColumns;
  order: readonly string[];
}

/** A source whose rows are read with every answer; a `late` one after the others, when the first picture stands. */
export interface Part extends Source {
  late?: true;
}

/** A sentence in parts; `strong` parts are emphasised. */
export type Sentence = {text: string; strong: boolean}[];

/**
 * What an analysis's SQL gave: of its main model the number of rows, of its parts the rows themselves.
 * A late part isn't there at first.
 */
export interface Results {
  count: number;
  parts: Readonly<Record<string, Row[]>>;
}

/** What a view may know beside its results. `window` is the days that the results cover. */
export interface ViewContext {
  /** as the file names it; null where it names none, or several */
  currency: string | null;
  window: Window;
  loaded: Loaded;
}

/** What a click on a mark or class asks for: whose rows, and what they are called. Handed to `customersBehind`. */
export interface Selection {
  title: string;
  /** fills the parameters of the analysis's `behind` model */
  params: Readonly<Record<string, Scalar>>;
}

export interface ViewProps<P extends ParamSpecs = ParamSpecs> {
  results: Results;
  params: ParamValues<P>;
  scope: Scope;
  context: ViewContext;
  /** changes some parameters; the app runs the analysis again and writes the URL */
  set: (patch: Partial<ParamValues<P>>) => void;
  /** changes shared definitions, for every analysis; null brings one back to what it was at first */
  define: (patch: Readonly<Partial<Record<DefinitionName, number | string | null>>>) => void;
  onselect: (selection: Selection) => void;
}

/** The words of an analysis, from its `messages/`. */
export interface Words {
  t(key: string, fill?: Readonly<Record<string, string | number | boolean | Date>>): string;
  rich(key: string, fill?: Readonly<Record<string, string | number | boolean | Date>>): Sentence;
  has(key: string): boolean;
}

/** A chart and what it says in words; `name` is that of the file it is saved as. */
export interface Picture {
  name: string;
  label: string;
  description: string;
  /** the chart for a width in pixels */
  options(width: number): PlotOptions;
}

/** The pictures of an answer, by name; those that can't be drawn from it aren't among them. */
export type Pictures<P extends ParamSpecs = ParamSpecs> = (
  results: Results,
  params: ParamValues<P>,
  context: ViewContext
) => Readonly<Record<string, Picture>>;

/** What an analysis says of itself in its `index.ts`. Its name is its folder's. */
export interface Definition<P extends ParamSpecs = ParamSpecs> extends Source {
  group: Group;
  /** place within its group */
  place: number;
  /**
   * `title`, `question`, `param.NAME`, `param.NAME.help` if it takes one, `param.NAME.OPTION`, `unit.UNIT` of number parameters, `missing.NEED`,
   * `column.NAME`, or `column.NAME.OPTION` where a column is called after the option that is chosen
   */
  words: Words;
  params: P;
  /** models whose rows are kept between answers while nothing that they depend on changes; costly ones that few parameters touch */
  keep?: readonly string[];
  /** columns without which it can't run */
  needs: readonly Need[];
  /** columns that would add to it; `missing.NEED` says what */
  wants: readonly Need[];
  /** further models, over the main model or over the canonical tables */
  parts: Readonly<Record<string, Part>>;
  /** the customers behind a mark or class; its model is filled by a `Selection` */
  behind: Source;
  /** What a row of the table twin asks for; rows can't be chosen where it isn't given. */
  behindRow?(row: Row, params: ParamValues<P>): Selection;
  /** Makes values fit each other: a second limit below the first … The same values where they do. */
  settle?(params: ParamValues<P>): ParamValues<P>;
  /** Whether purchases without a customer are among what it covers. False where it isn't given. */
  anonymous?(params: ParamValues<P>): boolean;
  /** the column that adds up to the amount covered, while the parameters are as they begin; none where none does */
  addsUp?: string;
  /** The columns that the table twin shows; all where it isn't given. */
  shown?(params: ParamValues<P>, loaded: Loaded): readonly string[];
  /** The answer in one sentence, computed from the results. */
  takeaway(results: Results, params: ParamValues<P>, context: ViewContext): Sentence;
}

/** An analysis as the app meets it. */
export interface Analysis<P extends ParamSpecs = ParamSpecs> extends Definition<P> {
  name: string;
  /** what stands in the place of the picture: the charts, and what belongs to them; loaded when it's first shown */
  view(): Promise<Component<ViewProps<P>>>;
  /** the charts alone, from `pictures.ts`; loaded when they are first drawn */
  pictures(): Promise<Pictures<P>>;
  /** `lesson.md`, loaded when it's first shown */
  lesson(): Promise<string>;
}

/** Declares an analysis, so that its parameters type its takeaway. */
export function defineAnalysis<const P extends ParamSpecs>(definition: Definition<P>): Definition<P> {
  return definition;
}

/** The columns that an analysis lacks: for itself, and, where `params` are given, for the options chosen. */
export function missing(analysis: Definition, loaded: Loaded, params?: ParamValues<ParamSpecs>): Need[] {
  const options = Object.entries(params ?? {}).flatMap(([name, value]) => needsOf(analysis, name, String(value)));
  return [...new Set([...analysis.needs, ...options])].filter((need) => !has(loaded, need));
}

/** The columns that an analysis runs without, but would like. */
export function wanting(analysis: Definition, loaded: Loaded): Need[] {
  const options = Object.values(analysis.params).flatMap((spec) =>
    spec.kind === 'choice' ? Object.values(spec.needs ?? {}).flat() : []
  );
  return [...new Set([...analysis.wants, ...options])].filter((need) => !has(loaded, need));
}

/** The columns that an option lacks; empty where it can be chosen. */
export function missingFor(analysis: Definition, param: string, option: string, loaded: Loaded): Need[] {
  return needsOf(analysis, param, option).filter((need) => !has(loaded, need));
}

/** What a column is called; by the option chosen where the words say so. */
export function columnLabel({words}: Definition, column: string, params: ParamValues<ParamSpecs>): string {
  const keys = Object.values(params).map((value) => `column.${column}.${value}`);
  return words.t(keys.find((key) => words.has(key)) ?? `column.${column}`);
}

/** The columns of the table twin, in order. */
export function shownColumns(analysis: Definition, params: ParamValues<ParamSpecs>, loaded: Loaded): readonly string[] {
  return analysis.shown?.(params, loaded) ?? Object.keys(analysis.columns);
}

function needsOf(analysis: Definition, param: string, option: string): readonly Need[] {
  const spec = analysis.params[param];
  return spec?.kind === 'choice' ? (spec.needs?.[option] ?? []) : [];
}

export type {Component, Row, Value};
