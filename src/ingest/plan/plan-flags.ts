import {isFinerSql, isHiddenSql, isRoundedSql, waysOf} from '../values/cast';
import {isReadBy, saysNothingSql} from './plan-dates';
import {ids, makers, type Field} from './plan-fields';

/** What is noted of a row that is used, as a bit of its `flags`. */
export type Flag =
  | {kind: 'nothing' | 'rounded' | 'hidden' | 'rounded-id'; bit: number}
  | {kind: 'unreadable'; bit: number; column: string}
  /** a day in another way than most of its column: the place of the way among the column's, and the way */
  | {kind: 'way'; bit: number; column: string; role: string; way: number; date: string};

/** Flags are 16 bits; ways that no bit is left for aren't counted. */
const bits = 16;

/** What is noted of the rows of a file. */
export function flagsOf(fields: readonly Field[]): Flag[] {
  const unreadable = fields.filter(isOptional).map(({name}) => ({kind: 'unreadable', column: name}) as const);
  const ofIds = fields.some(isId) ? ([{kind: 'hidden'}, {kind: 'rounded-id'}] as const) : [];
  const all = [{kind: 'nothing'}, {kind: 'rounded'}, ...unreadable, ...ofIds, ...fields.flatMap(waysFlagged)] as const;
  return all.slice(0, bits).map((flag, index) => ({...flag, bit: 1 << index}));
}

/** SQL of the flags that one column sets, each 0 or its bit. */
export function flagSql(field: Field, flags: readonly Flag[]): string[] {
  const {role, type, text, format} = field;
  const places = role === 'unit_price' || role === 'unit_cost' ? 6 : 4;
  return [
    ...(type !== 'text' || ids.includes(role) ? [missingSql(field, flags)] : []),
    ...(type === 'money' ? [bitSql(isFinerSql(text, format, places), 2)] : []),
    ...(isId(field) ? idFlagsSql(field, flags) : []),
    ...flags.flatMap((flag) =>
      flag.kind === 'way' && flag.role === role ? [bitSql(isReadBy(field, flag.way), flag.bit)] : []
    )
  ];
}

const bitSql = (holds: string, bit: number): string => `case when ${holds} then ${bit} else 0 end`;

function missingSql(field: Field, flags: readonly Flag[]): string {
  const {name, role, read, text, type} = field;
  const bit = flags.find((flag) => flag.kind === 'unreadable' && flag.column === name)?.bit ?? 0;
  return `case when ${type === 'date' ? role : read} is null and ${text} is not null
    then case when ${saysNothingSql(field)} then 1 else ${bit} end else 0 end`;
}

function idFlagsSql({role, text, ascii}: Field, flags: readonly Flag[]): string[] {
  const bitOf = (kind: Flag['kind']): number => flags.find((flag) => flag.kind === kind)?.bit ?? 0;
  return [
    ...(ascii ? [] : [bitSql(isHiddenSql(text), bitOf('hidden'))]),
    ...(role === 'transaction_id' ? [] : [bitSql(isRoundedSql(text), bitOf('rounded-id'))])
  ];
}

const isId = ({role, column}: Field): boolean => ids.includes(role) && column !== null;

function waysFlagged({type, column, name, role, format}: Field): Omit<Extract<Flag, {kind: 'way'}>, 'bit'>[] {
  if (type !== 'date' || column === null) return [];
  const further = waysOf(format).map((date, way) => ({kind: 'way', column: name, role, way, date}) as const);
  return further.slice(1);
}

/** Typed, and a row is used without it. */
const isOptional = ({role, type, required}: Field): boolean =>
  type !== 'text' && !required && !(makers as readonly string[]).includes(role);
