import {MappingError} from '../engine/errors';
import {ingest} from '../messages/ingest';
import {listed} from './check';
import type {FileMapping, Inspection, Recipe, RoleMapping} from './types';

/** Whether a mapping is a whole recipe. */
export const isRecipe = (mapping: object): mapping is Recipe =>
  'version' in mapping && 'files' in mapping && Array.isArray(mapping.files);

/**
 * A recipe of an earlier import on the files at hand: each takes the mapping of the file with its name, else of one with
 * its columns; others keep their guess. Columns are found by name, wherever they are now.
 *
 * @throws {MappingError} if no file fits, or one lacks a column that plays a role
 */
export function withRecipe(guessed: Recipe, inspections: readonly Inspection[], recipe: Recipe): Recipe {
  const found = inspections.map((inspection) => mappingFor(inspection, recipe));
  if (found.every((mapping) => mapping === undefined)) throw noFile(inspections, recipe);
  const files = guessed.files.map((own, index) => {
    const [mapping, inspection] = [found[index], inspections[index]];
    return mapping && inspection ? moved(mapping, inspection, own) : own;
  });
  return {version: 1, files, rules: {...recipe.rules}};
}

function mappingFor({source, columns}: Inspection, {files}: Recipe): FileMapping | undefined {
  const shape = shapeOf(columns.map(({name}) => name));
  return files.find(({file}) => file === source.name) ?? files.find(({header}) => shapeOf(header) === shape);
}

const shapeOf = (header: readonly string[]): string => JSON.stringify(header.map((name) => name.toLowerCase()).sort());

function noFile(inspections: readonly Inspection[], {files}: Recipe): MappingError {
  const name = inspections.map(({source}) => source.name);
  return new MappingError(
    ingest.t('mapping.file', {name: listed(files.map(({file}) => file)), known: listed(name)}),
    name[0] ?? ''
  );
}

/** The mapping with the columns where the file has them now, and the bytes read as they were inspected. */
function moved(mapping: FileMapping, inspection: Inspection, own: FileMapping): FileMapping {
  const place = (column: number): number => placeOf(mapping.header[column], column, inspection);
  const roles = Object.entries(mapping.roles).map(([role, one]): [string, RoleMapping] => [
    role,
    {...one, column: place(one.column)}
  ]);
  const names = new Set(mapping.header.map((name) => name.toLowerCase()));
  const used = new Set(roles.map(([, {column}]) => column));
  const kept = mapping.attributes.map((column) => find(mapping.header[column], inspection));
  const fresh = own.attributes.filter((index) => !names.has((inspection.columns[index]?.name ?? '').toLowerCase()));
  const attributes =
    mapping.table === 'customer' ? [...kept, ...fresh].filter((index) => index >= 0 && !used.has(index)) : [];
  const {file, encoding, dialect, region, header} = own;
  return {...mapping, file, encoding, dialect, region, header, roles: Object.fromEntries(roles), attributes};
}

function placeOf(name: string | undefined, column: number, inspection: Inspection): number {
  const isNamed = inspection.region.value.header === 1;
  const at = isNamed ? find(name, inspection) : column;
  if (at >= 0 && at < inspection.columns.length) return at;
  const fill = {
    file: inspection.source.name,
    name: name ?? String(column),
    known: listed(inspection.columns.map((one) => one.name))
  };
  throw new MappingError(ingest.t('mapping.header', fill), inspection.source.name);
}

function find(name: string | undefined, {columns}: Inspection): number {
  return columns.find((column) => column.name.toLowerCase() === name?.toLowerCase())?.index ?? -1;
}
