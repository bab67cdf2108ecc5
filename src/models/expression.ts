import {ModelError} from '../engine/errors';
import type {ValueType} from './relationship/columns';

/** A condition that can't be taken. */
export class ConditionError extends ModelError {
  override name = 'ConditionError';
}

/** The SQL of a person's condition. @throws {ConditionError} if it is anything but a condition on these columns */
export function checkedCondition(text: string, columns: Readonly<Record<string, ValueType>>): string {
  throw new ConditionError(`conditions can't be taken yet: ${text} (${Object.keys(columns).join(', ')})`);
}
