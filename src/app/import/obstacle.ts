import type {MappingError} from '../../engine/errors';
import {words} from '../../messages/import';
import type {Draft} from './draft.svelte';
import {roleName} from './names';

/** Why the files can't be used yet, and what to do; null where they can. */
export function obstacle(draft: Draft): string | null {
  if (draft.looking) return words.t('use.wait');
  if (draft.files.length === 0) return words.t('use.no file');
  if (draft.sources.length === 0) return words.t('use.nothing');
  const [first, ...rest] = draft.problems;
  if (!first) return null;
  const more = rest.length === 0 ? '' : ` (${words.t('use.more', {count: rest.length})})`;
  return wordsOf(first, draft) + more;
}

function wordsOf({file, role, message}: MappingError, draft: Draft): string {
  const {files} = draft.recipe;
  if (!files.some(({table}) => table === 'purchase')) return words.t('use.no purchases');
  const table = files.find((mapping) => mapping.file === file)?.table;
  if (role === undefined || !table) return message;
  return words.t('use.missing', {file, role: roleName(table, role)});
}
