import type {Engine} from '../../engine/engine';
import type {MappingError} from '../../engine/errors';
import {applyMapping, checkRecipe, type PersonsMapping} from '../../ingest/mapping/apply';
import {guess, mapAs, recognised, withoutPreset} from '../../ingest/guess/guess';
import type {Overrides} from '../../ingest/look/inspect';
import {matches} from '../../ingest/joins/keys';
import type {LookupFile} from '../../ingest/joins/lookup-table';
import {LookupTables} from '../../ingest/joins/lookup-tables';
import {previewRows, type Preview} from '../../ingest/preview';
import type {Unfolded, UnfoldOptions} from '../../ingest/formats/unfold';
import {reused, type Reused} from '../../ingest/mapping/reuse';
import type {FileMapping, Inspection, LookupReceipt, Recipe, Rules, Source} from '../../ingest/types';
import type {TableName} from '../../tables/canonical';
import type {Mappings, Remembered} from '../../workspace/mappings';
import {Looking} from './looking';

export type {Overrides, Preview, Unfolded, UnfoldOptions};

/** What a draft needs of `ingest/`; tests of its timing pass their own. */
export interface Reader {
  /** the tables that a file holds. @throws {QueryError} with reason `cancelled` */
  unfold(file: File, options: UnfoldOptions): Promise<Unfolded>;
  /** @throws {FileError} */
  inspect(source: Source, asked: Overrides): Promise<Inspection>;
  /** the recipe of the files, in their order */
  guess(inspections: readonly Inspection[]): Recipe;
  /** the file as the table that the person says it is, among all files */
  mapAs(inspection: Inspection, table: TableName | null, inspections: readonly Inspection[]): FileMapping;
  /** the recipe with what a person says in its place. @throws {MappingError} */
  apply(recipe: Recipe, inspections: readonly Inspection[], mapping: PersonsMapping): Recipe;
  /** the recipe of an earlier import on files, and what changed. @throws {MappingError} if none fits */
  reuse?(guessed: Recipe, inspections: readonly Inspection[], recipe: Recipe): Reused;
  /** the mapping that was last used for a file with these columns */
  recall?(header: readonly string[]): Remembered | null;
  /** the file as the preset reads it that knows its columns, or without one; null: none does */
  withPreset?(inspection: Inspection, on: boolean): FileMapping | null;
  /** what is missing before the recipe can be used */
  check(recipe: Recipe): MappingError[];
  /** the first rows as the mapping reads them, with what it looks up in other files. @throws {AppError} */
  preview(inspection: Inspection, mapping: FileMapping, files: readonly LookupFile[], rules?: Rules): Promise<Preview>;
  /** what the lookups of a file would find in all of its rows. @throws {AppError} */
  matches(file: LookupFile, files: readonly LookupFile[], signal: AbortSignal): Promise<LookupReceipt[]>;
  /** forgets what was read of files for others */
  close(): Promise<void>;
}

/** The real one. */
export function reader(engine: Engine, mappings?: Mappings): Reader {
  const tables = new LookupTables(engine);
  const looking = new Looking();
  return {
    unfold: async (...given) => (await import('../../ingest/formats/unfold')).unfold(...given),
    inspect: (source, asked) => looking.look(source, asked),
    guess,
    mapAs,
    apply: applyMapping,
    reuse: reused,
    recall: (header) => mappings?.find(header) ?? null,
    withPreset: (inspection, on) => (on ? recognised(inspection) : withoutPreset(inspection)),
    check: checkRecipe,
    preview: (inspection, mapping, files, rules) =>
      previewRows(engine, inspection, mapping, {files, tables, ...(rules ? {rules} : {})}),
    matches: (file, files, signal) => matches(engine, file, {files, tables, signal}),
    close: () => {
      looking.close();
      return tables.close();
    }
  };
}
