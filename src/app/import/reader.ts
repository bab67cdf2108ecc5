import type {Engine} from '../../engine/engine';
import type {MappingError} from '../../engine/errors';
import {applyMapping, checkRecipe, type PersonsMapping} from '../../ingest/apply';
import {guess, mapAs} from '../../ingest/guess';
import {inspect, type Overrides} from '../../ingest/inspect';
import {previewRows, type Preview} from '../../ingest/preview';
import type {Unfolded, UnfoldOptions} from '../../ingest/formats/unfold';
import type {FileMapping, Inspection, Recipe, Source} from '../../ingest/types';

import type {TableName} from '../../tables/canonical';

export type {Overrides, Preview, Unfolded, UnfoldOptions};

/** What a draft needs of `ingest/`; tests of its timing pass their own. */
export interface Reader {
  /** the tables that a file holds. @throws {QueryError} with reason `cancelled` */
  unfold(file: File, options: UnfoldOptions): Promise<Unfolded>;
  /** @throws {FileError} */
  inspect(source: Source, asked: Overrides): Promise<Inspection>;
  /** the recipe of the files, in their order */
  guess(inspections: readonly Inspection[]): Recipe;
  /** the file as the table that the person says it is */
  mapAs(inspection: Inspection, table: TableName | null): FileMapping;
  /** the recipe with what a person says in its place. @throws {MappingError} */
  apply(recipe: Recipe, inspections: readonly Inspection[], mapping: PersonsMapping): Recipe;
  /** what is missing before the recipe can be used */
  check(recipe: Recipe): MappingError[];
  /** the first rows as the mapping reads them. @throws {AppError} */
  preview(inspection: Inspection, mapping: FileMapping): Promise<Preview>;
}

/** The real one. */
export function reader(engine: Engine): Reader {
  return {
    unfold: async (...given) => (await import('../../ingest/formats/unfold')).unfold(...given),
    inspect,
    guess,
    mapAs,
    apply: applyMapping,
    check: checkRecipe,
    preview: (inspection, mapping) => previewRows(engine, inspection, mapping)
  };
}
