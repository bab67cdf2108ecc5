import {MappingError} from '../../engine/errors';
import {ingest} from '../../messages/ingest';
import {listed} from './check';
import {moved, type Change} from './reuse-file';
import {findColumn} from './reuse-columns';
import type {FileMapping, Inspection, Recipe} from '../types';

export type {Change} from './reuse-file';

/** Whether a mapping is a whole recipe. */
export const isRecipe = (mapping: object): mapping is Recipe =>
  'version' in mapping && 'files' in mapping && Array.isArray(mapping.files);

/** What came of an earlier mapping on a file. */
export interface Reuse {
  file: string;
  /** the file that the mapping was made for */
  from: string;
  /** columns of the earlier file that play a part and are there */
  found: number;
  /** what is not as it was; none: all is */
  changes: readonly Change[];
}

/** A recipe on the files at hand, and what came of it: null for files that it says nothing about. */
export interface Reused {
  recipe: Recipe;
  reports: readonly (Reuse | null)[];
}

/** As `reused`, without the reports. @throws {MappingError} if no file fits */
export function withRecipe(guessed: Recipe, inspections: readonly Inspection[], recipe: Recipe): Recipe {
  return reused(guessed, inspections, recipe).recipe;
}

/**
 * A recipe of an earlier import on the files at hand: each takes the mapping of the file with its name, else of one with
 * its columns, else of the one that most of whose columns it has; others keep their guess. Columns are found by name,
 * wherever they are now. What is not there any more is guessed, and said.
 *
 * @throws {MappingError} if no file fits
 */
export function reused(guessed: Recipe, inspections: readonly Inspection[], recipe: Recipe): Reused {
  const least = inspections.length === 1 && recipe.files.length === 1 ? 0 : 0.5;
  const found = inspections.map((inspection) => mappingFor(inspection, recipe, least));
  if (found.every((mapping) => mapping === undefined)) throw noFile(inspections, recipe);
  const results = guessed.files.map((own, index) => {
    const [mapping, inspection] = [found[index], inspections[index]];
    if (!mapping || !inspection) return {mapping: own, report: null};
    const {mapping: next, found: count, changes} = moved(mapping, {inspection, own, inspections, recipe});
    return {mapping: next, report: {file: own.file, from: mapping.file, found: count, changes}};
  });
  return {
    recipe: {version: 1, files: results.map(({mapping}) => mapping), rules: {...recipe.rules}},
    reports: results.map(({report}) => report)
  };
}

/** The names of a file's columns whatever their order and capitals, as one text. */
export const shapeOf = (header: readonly string[]): string =>
  JSON.stringify(header.map((name) => name.trim().toLowerCase()).sort());

/** @param least how many of its columns a file must have, as a share, to be read like one with other columns */
function mappingFor(inspection: Inspection, {files}: Recipe, least: number): FileMapping | undefined {
  const shape = shapeOf(inspection.columns.map(({name}) => name));
  const same =
    files.find(({file}) => file === inspection.source.name) ?? files.find(({header}) => shapeOf(header) === shape);
  if (same) return same;
  const [best] = files
    .map((mapping) => ({mapping, share: shareOf(mapping, inspection)}))
    .filter(({share}) => share > least)
    .sort((a, b) => b.share - a.share);
  return best?.mapping;
}

/** How many of the columns that play roles the file has, by name. */
function shareOf({table, roles, header, region}: FileMapping, {columns}: Inspection): number {
  if (table === null || region.header === 0) return 0;
  const names = Object.values(roles).flatMap(({column}) => header[column] ?? []);
  const there = names.filter((name) => findColumn(name, columns) !== undefined);
  return names.length < 2 ? 0 : there.length / names.length;
}

function noFile(inspections: readonly Inspection[], {files}: Recipe): MappingError {
  const name = inspections.map(({source}) => source.name);
  return new MappingError(
    ingest.t('mapping.file', {name: listed(files.map(({file}) => file)), known: listed(name)}),
    name[0] ?? ''
  );
}
