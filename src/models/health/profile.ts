import type {Engine, QueryOptions} from '../../engine/engine';
import type {Row} from '../../engine/rows';
import {literal} from '../../engine/sql';
import type {Loaded} from '../loaded';
import {binsOf, shownDays, unitOf, type DateUnit, type Spread} from './bins';
import {expression, type FilledColumn} from './columns';

/** A bar of a distribution. `from` is a number or the first day; a date's bar is a day, month or year. */
export interface Bar {
  from: number | string;
  /** the number that the bar ends before; null for dates */
  to: number | null;
  rows: number;
}

/** How values spread. Rows outside the bars are few and far away. */
export interface Distribution {
  unit: DateUnit | null;
  bars: readonly Bar[];
  below: number;
  above: number;
}

/** Something odd among the values of a column, worded `odd.KIND`, and the condition that its rows meet. */
export interface Odd {
  kind: string;
  rows: number;
  where: string;
}

/** What a column holds. */
export interface Profile {
  column: FilledColumn;
  rows: number;
  filled: number;
  distinct: number;
  /** the number of distinct values is an estimate, and values aren't told apart any further */
  approximate: boolean;
  /** as text; of texts, in the order of the alphabet */
  min: string | null;
  max: string | null;
  /** of texts: the number of characters of the longest */
  longest: number | null;
  /** of numbers, as text */
  median: string | null;
  distribution: Distribution | null;
  /** of texts, most frequent first */
  top: readonly {value: string; rows: number}[];
  odd: readonly Odd[];
}

interface Source {
  engine: Engine;
  loaded: Loaded;
  options: Pick<QueryOptions, 'signal'>;
}

/** Above so many rows, distinct values are estimated where there are many. */
const manyRows = 2_000_000;
const manyValues = 300_000;

/** What a column holds. @throws {QueryError} also when the signal stops it */
export async function profile(source: Source, column: FilledColumn): Promise<Profile> {
  if (column.type === 'text') return textProfile(source, column);
  return column.type === 'date' ? dateProfile(source, column) : numberProfile(source, column);
}

async function first({engine, options}: Source, sql: string): Promise<Row> {
  return (await engine.query(sql, {}, options)).objects()[0] ?? {};
}

const number = (row: Row, name: string): number => Number(row[name] ?? 0);
const text = (row: Row, name: string): string | null => (row[name] === null ? null : String(row[name]));

/** What stands for nothing in a text. */
const placeholder =
  '^\\s*([-–—?.*#_]+|x{2,}|n/?a|n\\.a\\.|null|none|nil|nan|unknown|unspecified|not specified|tbd|todo|test|dummy|unbekannt|k\\.?a\\.?|inconnu|okänd|neznano|неизвестно|desconocido|desconhecido|sconosciuto|onbekend|nieznany|brak|undefined|#n/?a|#ref!|#value!)\\s*$';

async function textProfile(source: Source, column: FilledColumn): Promise<Profile> {
  const value = expression(column);
  const rows = source.loaded.rows[column.table];
  if (rows > manyRows) {
    const row = await first(source, `select approx_count_distinct(${value}) as distinct_values from ${column.table}`);
    if (number(row, 'distinct_values') > manyValues) return longProfile(source, column, number(row, 'distinct_values'));
  }
  const row = await first(
    source,
    `with value as materialized (
        select ${value} as value, count(*) as rows from ${column.table} where ${value} is not null group by value
    ),
    top as (select value, rows from value order by rows desc, value limit 8)
    select
        coalesce(sum(rows), 0)::bigint as filled,
        count(*) as distinct_values,
        min(value) as min,
        max(value) as max,
        max(length(value)) as longest,
        coalesce(sum(rows) filter (value <> trim(value)), 0)::bigint as blanks,
        coalesce(sum(rows) filter (regexp_matches(value, ${literal(placeholder)}, 'i')), 0)::bigint as placeholders,
        count(*) - count(distinct lower(trim(value))) as twins,
        (select list([value, rows::varchar] order by rows desc, value) from top) as top
    from value`
  );
  const key = `lower(trim(${value}))`;
  const same = `select ${key} from ${column.table} group by 1 having count(distinct ${value}) > 1`;
  return {
    ...common(column, row, rows),
    longest: number(row, 'longest'),
    top: ((row['top'] ?? []) as string[][]).map(([name = '', count]) => ({value: name, rows: Number(count)})),
    odd: [
      ...odd('blanks', number(row, 'blanks'), `${value} <> trim(${value})`),
      ...odd('placeholders', number(row, 'placeholders'), isPlaceholder(value)),
      ...odd('twins', number(row, 'twins'), `${key} in (${same})`)
    ]
  };
}

const isPlaceholder = (value: string): string => `regexp_matches(${value}, ${literal(placeholder)}, 'i')`;

/** Texts too many to tell apart. */
async function longProfile(source: Source, column: FilledColumn, distinct: number): Promise<Profile> {
  const value = expression(column);
  const row = await first(
    source,
    `select
        count(${value}) as filled,
        min(${value}) as min,
        max(${value}) as max,
        max(length(${value})) as longest,
        count(*) filter (${value} <> trim(${value})) as blanks
     from ${column.table}`
  );
  return {
    ...common(column, {...row, distinct_values: distinct}, source.loaded.rows[column.table]),
    approximate: true,
    longest: number(row, 'longest'),
    odd: odd('blanks', number(row, 'blanks'), `${value} <> trim(${value})`)
  };
}

function common(column: FilledColumn, row: Row, rows: number): Profile {
  return {
    column,
    rows,
    filled: number(row, 'filled'),
    distinct: number(row, 'distinct_values'),
    approximate: false,
    min: text(row, 'min'),
    max: text(row, 'max'),
    longest: null,
    median: null,
    distribution: null,
    top: [],
    odd: []
  };
}

const odd = (kind: string, rows: number, where: string): Odd[] => (rows > 0 ? [{kind, rows, where}] : []);

/** Counts distinct values, or estimates how many there are. */
const distinctSql = (value: string, rows: number): string =>
  rows > manyRows ? `approx_count_distinct(${value})` : `count(distinct ${value})`;

/** Exact where there are few enough rows. */
const quantileSql = (rows: number): string => (rows > manyRows ? 'approx_quantile' : 'quantile_cont');

async function numberProfile(source: Source, column: FilledColumn): Promise<Profile> {
  const {table, name} = column;
  const rows = source.loaded.rows[table];
  const row = await first(
    source,
    `select
        count(${name}) as filled,
        ${distinctSql(name, rows)} as distinct_values,
        min(${name})::varchar as min,
        max(${name})::varchar as max,
        bool_and(${name} = round(${name})) as whole,
        count(*) filter (${name} < 0) as negative,
        count(*) filter (${name} = 0) as zero,
        ${quantileSql(rows)}(${name}::double, [0.005, 0.25, 0.5, 0.75, 0.995]) as quantiles
     from ${table}`
  );
  const [low = 0, q1 = 0, middle = 0, q3 = 0, high = 0] = (row['quantiles'] ?? []) as number[];
  const spread = {min: Number(row['min']), max: Number(row['max']), low, high};
  const [under, over] = [q1 - 3 * (q3 - q1), q3 + 3 * (q3 - q1)].map((limit) => Number(limit.toPrecision(12)));
  const far = `${name} < ${decimal(under)} or ${name} > ${decimal(over)}`;
  const outside = q3 > q1 ? await first(source, `select count(*) filter (${far}) as far from ${table}`) : {};
  return {
    ...common(column, row, rows),
    approximate: rows > manyRows,
    median: String(middle),
    distribution: await numbers(source, column, {spread, whole: row['whole'] === true}),
    odd: [
      ...odd('negative', number(row, 'negative'), `${name} < 0`),
      ...odd('zero', number(row, 'zero'), `${name} = 0`),
      ...odd('far', number(outside, 'far'), far)
    ]
  };
}

const decimal = (value = 0): string => `${value}::double`;

async function numbers(
  {engine, options}: Source,
  {table, name}: FilledColumn,
  {spread, whole}: {spread: Spread; whole: boolean}
): Promise<Distribution> {
  const {from, width, count} = binsOf(spread, whole);
  const result = await engine.query(
    `select greatest(-1, least(${count}, floor((${name}::double - ${decimal(from)}) / ${width})))::integer as bin, count(*) as rows
     from ${table} where ${name} is not null group by bin`,
    {},
    options
  );
  const rows = new Map(result.objects().map((row) => [Number(row['bin']), Number(row['rows'])]));
  const place = (bin: number): number => Number((from + bin * width).toPrecision(12));
  return {
    unit: null,
    bars: Array.from({length: count}, (_, bin) => ({from: place(bin), to: place(bin + 1), rows: rows.get(bin) ?? 0})),
    below: rows.get(-1) ?? 0,
    above: rows.get(count) ?? 0
  };
}

const epoch = `date '1970-01-01'`;

async function dateProfile(source: Source, column: FilledColumn): Promise<Profile> {
  const {table, name} = column;
  const rows = source.loaded.rows[table];
  const row = await first(
    source,
    `select
        count(${name}) as filled,
        count(distinct ${name}) as distinct_values,
        min(${name})::varchar as min,
        max(${name})::varchar as max,
        (min(${name}) - ${epoch})::double as first_day,
        (max(${name}) - ${epoch})::double as last_day,
        ${quantileSql(rows)}((${name} - ${epoch})::double, [0.005, 0.995]) as quantiles,
        count(*) filter (month(${name}) = 1 and day(${name}) = 1) as new_year
     from ${table}`
  );
  const [low = 0, high = 0] = (row['quantiles'] ?? []) as number[];
  const spread = {min: number(row, 'first_day'), max: number(row, 'last_day'), low, high};
  const newYear = number(row, 'new_year');
  const many = newYear >= 20 && newYear > number(row, 'filled') / 10;
  return {
    ...common(column, row, rows),
    distribution: await dates(source, column, spread),
    odd: many ? odd('new_year', newYear, `month(${name}) = 1 and day(${name}) = 1`) : []
  };
}

async function dates({engine, options}: Source, {table, name}: FilledColumn, spread: Spread): Promise<Distribution> {
  const unit = unitOf(spread);
  const {low, high} = shownDays(spread);
  const [start, end] = [Math.floor(low), Math.ceil(high)].map((day) => `${epoch} + ${day}`);
  const result = await engine.query(
    `with place as (
        select
            case when ${name} < ${start} then 'below' when ${name} > ${end} then 'above'
                else date_trunc('${unit}', ${name})::date::varchar end as place,
            count(*) as rows
        from ${table} where ${name} is not null group by place
    ),
    unit as (
        select unnest(generate_series(
            date_trunc('${unit}', ${start})::timestamp, date_trunc('${unit}', ${end})::timestamp, interval 1 ${unit}
        ))::date::varchar as place
    )
    select place, coalesce(rows, 0) as rows from unit full join place using (place) order by place`,
    {},
    options
  );
  const all = result.objects().map((row) => ({from: String(row['place']), to: null, rows: Number(row['rows'])}));
  const outside = (side: string): number => all.find(({from}) => from === side)?.rows ?? 0;
  const bars = all.filter(({from}) => from !== 'below' && from !== 'above');
  return {unit, bars, below: outside('below'), above: outside('above')};
}
