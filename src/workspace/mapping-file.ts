import {MappingError} from '../engine/errors';
import type {Recipe} from '../ingest/types';
import {words} from '../messages/workspace';
import {checkedRecipe, portable} from './mapping-shape';

/** A larger file is no mapping. */
export const largest = 5 * 2 ** 20;

const format = 'rapport-mapping';

/** Whether a file is called as saved mappings are. */
export const isMappingName = (name: string): boolean => /\.rapport-mapping(?: \(\d+\))?\.json$/i.test(name);

/** What a mapping is saved as, after the first of its files. */
export function mappingName({files}: Recipe): string {
  const stem = (files[0]?.file ?? 'files').replace(/(?:\.[a-z]{1,8}){1,2}$/i, '');
  return `${stem}.rapport-mapping.json`;
}

/** A recipe as a file: names of columns, formats, what a person typed, and the words that rules about rows name; no other value. */
export function mappingText({files, rules}: Recipe): string {
  const recipe = {version: 1, files: files.map(portable), rules};
  return `${JSON.stringify({format, version: 1, recipe}, null, 2)}\n`;
}

/**
 * The recipe in a mapping file.
 *
 * @throws {MappingError} if it is none, was made by a newer version, or has anything in it that a mapping hasn't
 */
export function mappingOf(text: string, file: string): Recipe {
  if (text.length > largest) throw new MappingError(words.t('mapping.large', {file}), file);
  const value = parsed(text, file);
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'format') !== format) {
    throw new MappingError(words.t('mapping.none', {file}), file);
  }
  if (Reflect.get(value, 'version') !== 1) throw new MappingError(words.t('mapping.newer'), file);
  return checkedRecipe(Reflect.get(value, 'recipe'));
}

/** Reads a mapping file. @throws {MappingError} */
export async function readMapping(file: File): Promise<Recipe> {
  if (file.size > largest) throw new MappingError(words.t('mapping.large', {file: file.name}), file.name);
  return mappingOf(await file.text(), file.name);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MappingError(words.t('mapping.none', {file}), file, undefined, {cause});
  }
}
