import {choicesFor, feeds, type Adding} from '../../ingest/adding/adding';
import type {Known} from '../../ingest/adding/adding-look';
import {words} from '../../messages/import';
import type {Recipe, Rules} from '../../ingest/types';
import type {TableName} from '../../tables/canonical';

/** Everything that new files can do to a table. */
export const addings = ['append', 'update', 'replace'] as const satisfies readonly Adding[];

/** What can be done with a table that new files feed. */
export interface AddingChoice {
  table: TableName;
  value: Adding;
  options: Adding[];
}

/** The tables that both the loaded files and the new ones feed: only of those is there something to choose. */
export function addingChoices(loaded: Recipe, fresh: Recipe, how: Partial<Record<TableName, Adding>>): AddingChoice[] {
  const there = feeds(loaded);
  return feeds(fresh)
    .filter((table) => there.includes(table))
    .map((table) => {
      const options = choicesFor(table, fresh);
      const value = how[table] ?? 'append';
      return {table, options, value: options.includes(value) ? value : 'append'};
    });
}

/** What the first rows say of what is loaded already; null where it is nothing. */
export function evidence({transactions, known, same}: Known): string | null {
  return known === 0 ? null : words.t('adding.known', {transactions, known, same});
}

/** What is best for purchases whose first rows are loaded already: the same ones are overlap, others are corrections. */
export function proposal({known, same}: Known): {adds: Adding; rules: Partial<Rules>} | null {
  if (known === 0) return null;
  return same >= known / 2 ? {adds: 'append', rules: {overlaps: 'set aside'}} : {adds: 'update', rules: {}};
}
