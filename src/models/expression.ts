import {longestCondition} from './definitions';
import {columnTypes, type ValueType} from './relationship/columns';
import {ConditionError, refuse} from './expression/error';
import {Parser} from './expression/parser';
import {Reader} from './expression/reader';

export {ConditionError, type ConditionReason} from './expression/error';
export {conditionWords} from './expression/words';

/**
 * The SQL of a person's condition, written anew from what was understood, so that nothing else can come of it: columns,
 * numbers, texts, comparisons, `and`, `or`, `not` and a few functions. It is true, false or null for every row; it never
 * fails, whatever the values.
 *
 * @param columns the names that it may use; or the kinds of their values by name
 * @throws {ConditionError} naming the word that can't be taken, and what can
 */
export function checkedCondition(
  text: string,
  columns: readonly string[] | Readonly<Record<string, ValueType>>
): string {
  const types = Array.isArray(columns) ? typesOf(columns as readonly string[]) : (columns as Record<string, ValueType>);
  if (text.trim() === '') throw refuse('empty', '');
  if (text.length > longestCondition) throw refuse('long', '');
  const reader = new Reader(text);
  const condition = new Parser(reader, types).condition();
  if (!reader.ended) throw refuse('unexpected', reader.next.text);
  if (condition.type !== 'flag' && condition.type !== 'null') throw refuse('no condition', text.trim());
  return condition.sql;
}

/** Why a condition can't be taken; undefined where it can. */
export function conditionProblem(
  text: string,
  columns: readonly string[] | Readonly<Record<string, ValueType>>
): ConditionError | undefined {
  try {
    checkedCondition(text, columns);
    return undefined;
  } catch (error) {
    if (error instanceof ConditionError) return error;
    throw error;
  }
}

const typesOf = (columns: readonly string[]): Record<string, ValueType> =>
  Object.fromEntries(columns.map((name) => [name, columnTypes[name] ?? 'number']));
