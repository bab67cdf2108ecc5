import type {FileMapping, Inspection, Recipe} from '../../ingest/types';
import type {DraftFile} from './draft-file';
import type {Reader} from './reader';

/** What a file becomes by the mapping that was last used for its columns; null: none was, or it says what is guessed. */
export function recalledOf(
  {source}: DraftFile,
  inspection: Inspection,
  {reader, guessed, looked}: {reader: Reader; guessed: Recipe; looked: readonly Inspection[]}
): Pick<DraftFile, 'mapping' | 'recalled' | 'reuse'> | null {
  if (!reader.recall || !reader.reuse || inspection.region.value.header === 0) return null;
  const known = reader.recall(inspection.columns.map(({name}) => name));
  const own = guessed.files[looked.indexOf(inspection)];
  if (!known || !own) return null;
  const earlier = {version: 1 as const, files: [{...lasting(known.mapping), file: source.name}], rules: guessed.rules};
  const {recipe, reports} = reader.reuse({...guessed, files: [own]}, [inspection], earlier);
  const [moved] = recipe.files;
  const [report] = reports;
  if (!moved || !holdsLookups(moved, looked) || says(moved) === says(own)) return null;
  const values = {file: known.mapping.file};
  const roles = Object.entries(moved.roles).map(([role, one]) => {
    return [role, {...one, reason: one.reason ?? {key: 'role.reused', values}}];
  });
  const mapping: FileMapping = {
    ...moved,
    roles: Object.fromEntries(roles) as FileMapping['roles'],
    reason: {key: 'table.reused', values}
  };
  return {
    mapping,
    recalled: {file: known.mapping.file, saved: known.saved},
    reuse: report ? {...report, from: known.mapping.file} : null
  };
}

/** What a mapping did to files that were loaded then is said of those, and not of the next ones. */
function lasting({adds: _, ...mapping}: FileMapping): FileMapping {
  return mapping;
}

/** The files in which columns are looked up are there. */
const holdsLookups = ({lookups = []}: FileMapping, looked: readonly Inspection[]): boolean =>
  lookups.every(({file}) => looked.some(({source}) => source.name === file));

/** What a mapping says, without why; the order of its parts makes no difference. */
function says(mapping: FileMapping): string {
  return JSON.stringify(ordered(mapping));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'reason');
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]));
}
