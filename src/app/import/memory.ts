import type {MemoryError} from '../../ingest/memory/memory';
import {mayBeLeftOut} from '../../ingest/memory/memory-columns';
import type {Draft} from './draft.svelte';

/** Something that makes an import smaller: a key of the `import` messages, and what fills it. */
export interface WayOut {
  key: 'memory.attributes' | 'memory.column' | 'memory.months' | 'memory.sample';
  values: {column?: string; months?: number; of?: number};
  /** of the text that was read */
  share?: number;
  take: () => void;
}

/** What can be left out of an import that found not enough memory; what is left out already is not offered again. */
export function waysOut(draft: Draft, error: MemoryError): WayOut[] {
  const {rules, recipe} = draft;
  const hasAttributes = recipe.files.some(({table, attributes}) => table === 'customer' && attributes.length > 0);
  return [
    ...columnsOut(draft, error),
    ...(hasAttributes && rules.attributes !== 'leave out'
      ? [{key: 'memory.attributes' as const, values: {}, take: () => draft.setRules({attributes: 'leave out'})}]
      : []),
    ...[24, 12]
      .filter((months) => months < (rules.months ?? Infinity))
      .map((months) => ({key: 'memory.months' as const, values: {months}, take: () => draft.setRules({months})})),
    ...[10]
      .filter((of) => of > (rules.sample ?? 1))
      .map((of) => ({key: 'memory.sample' as const, values: {of}, take: () => draft.setRules({sample: of})}))
  ];
}

/** The widest columns that nothing needs. */
function columnsOut(draft: Draft, {widest}: MemoryError): WayOut[] {
  return widest.flatMap(({file, column, share, attribute}) => {
    if (attribute) return [];
    const found = draft.files.find(({source}) => source.name === file);
    const profile = found?.inspection?.columns.find(({name}) => name === column);
    if (!found?.mapping || !profile || !mayBeLeftOut(found.mapping, profile.index)) return [];
    const take = (): void => draft.setRole(found.source.id, profile, null);
    return [{key: 'memory.column' as const, values: {column}, share, take}];
  });
}
