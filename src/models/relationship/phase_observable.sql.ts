import type {ModelContext} from '../compile';
import {observableSql} from './observable';

/** Which phases the loaded data can show at all. */
export function model(context: ModelContext): string {
  const {needs, sql} = observableSql(context, 'phase');
  return `-- Whether the loaded data can show a phase at all; where it can't, no one can be told to be in it, nor that no one is.
-- needs: ${needs.join(', ')}
-- one row per phase
${sql}`;
}
