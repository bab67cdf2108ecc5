import type {TableName} from '../../tables/canonical';
import {meaningOf} from './dictionary';
import type {Concept} from './lexicon';
import {roleRules, type RoleRule} from './roles';
import type {ColumnProfile} from '../types';

/** A column for a role, and how surely: 1 beyond doubt. `byName` is false where only its values speak for it. */
export interface Choice {
  role: string;
  column: ColumnProfile;
  sure: number;
  byName: boolean;
  /** other columns have such values too */
  several?: boolean;
}

const least = 0.35;

/** The best column for each role of the table: no column twice, no role twice, the surest first. */
export function assign(table: TableName, columns: readonly ColumnProfile[]): Map<string, Choice> {
  const chosen = new Map<string, Choice>();
  const taken = new Set<number>();
  for (const choice of choices(table, columns)) {
    if (chosen.has(choice.role) || taken.has(choice.column.index)) continue;
    chosen.set(choice.role, choice);
    taken.add(choice.column.index);
  }
  return chosen;
}

/** Whether a column is called as the role itself is in the app's own tables: `incurred_on`. */
export const isCalled = ({name}: ColumnProfile, role: string): boolean => name.trim().toLowerCase() === role;

/** How surely the column plays the role by its name and the look of its values; 0 where it can't. */
export function fitness(column: ColumnProfile, rule: RoleRule, role: string): number {
  const looks = rule.looks[column.looks] ?? 0;
  if (isCalled(column, role) && (looks > 0 || column.looks === 'empty')) return Math.max(least, looks);
  if (looks === 0) return 0;
  const {concepts, unknown} = meaningOf(column.name);
  if (rule.never?.some((concept) => concepts.includes(concept))) return 0;
  if (rule.differs && column.filled >= 10 && column.distinct < column.filled * 0.5) return 0;
  const named = rule.says.map(([sure, ...needed]) => saying(sure, needed, {concepts, unknown}));
  return Math.max(0, ...named) * looks;
}

function choices(table: TableName, columns: readonly ColumnProfile[]): Choice[] {
  const rules = Object.entries(roleRules[table]);
  const named = columns.filter(
    (column) => meaningOf(column.name).concepts.length > 0 || rules.some(([role]) => isCalled(column, role))
  );
  const all = named.flatMap((column) =>
    rules.map(([role, rule]) => ({role, column, sure: fitness(column, rule, role), byName: true}))
  );
  return all.filter(({sure}) => sure >= least).sort((a, b) => b.sure - a.sure);
}

/** Words beyond those that name the role make it less sure. */
function saying(
  sure: number,
  needed: readonly Concept[],
  said: {concepts: readonly Concept[]; unknown: number}
): number {
  if (!needed.every((concept) => said.concepts.includes(concept))) return 0;
  const further = said.concepts.filter((concept) => !needed.includes(concept)).length;
  return sure - 0.07 * further - 0.04 * Math.min(3, said.unknown);
}
