import type {ModelContext} from '../compile';
import {observableSql} from './observable';

/** Which rungs the loaded data can show at all. */
export function model(context: ModelContext): string {
  const {needs, sql} = observableSql(context, 'rung');
  return `-- Whether the loaded data can show a rung at all; where it can't, no one can be told to stand on it, nor that no one does.
-- needs: ${needs.join(', ')}
-- one row per rung
${sql}`;
}
