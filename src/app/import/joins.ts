import {linksOf} from '../../ingest/joins/join-keys';
import {freightOf, deliveryOf} from '../../ingest/joins/join-costs';
import type {AlsoMapping, FileMapping, Inspection, Lookup, LookupReceipt} from '../../ingest/types';
import {list} from '../../messages/format';
import {words} from '../../messages/import';
import {tables} from '../../messages/tables';
import type {DraftFile} from './draft-file';

/** A file that was looked into. */
export type Looked = DraftFile & {inspection: Inspection; mapping: FileMapping};

/** The files in which columns of a file can be looked up. */
export function otherFiles(file: DraftFile, files: readonly DraftFile[]): Looked[] {
  return files.filter(
    (other): other is Looked => other.source !== file.source && other.inspection !== null && other.mapping !== null
  );
}

/** A lookup in another file by the keys that most likely are the same; the first columns of both where none are alike. */
export function proposed(file: Looked, other: Looked): Lookup {
  const [link] = linksOf(0, [file.inspection, other.inspection]);
  const [from, key] = [link?.from.index ?? 0, link?.key.index ?? 0];
  return {file: other.source.name, from, key, columns: [], names: [], several: 'first'};
}

/** The lookup with a column more or less. */
export function withColumn(lookup: Lookup, column: number, {columns}: Inspection): Lookup {
  const all = lookup.columns.includes(column)
    ? lookup.columns.filter((other) => other !== column)
    : [...lookup.columns, column];
  const {label, ...rest} = lookup;
  const kept = label === undefined || !all.includes(label) ? {} : {label};
  return {...rest, ...kept, columns: all, names: all.map((index) => columns[index]?.name ?? `${index + 1}`)};
}

/** What a lookup finds, in words; the first sentence says the most. */
export function foundWords({file, rows, matched, empty, unmatched, examples, there}: LookupReceipt): string[] {
  const missing = list(examples.map(({key, rows}) => words.t('joins.example', {key, rows})));
  return [
    words.t('joins.found', {matched, rows, file}),
    ...(unmatched > 0 ? [words.t('joins.unmatched', {rows: unmatched, file, examples: missing})] : []),
    ...(empty > 0 ? [words.t('joins.empty', {rows: empty})] : []),
    ...(there.unused > 0 ? [words.t('joins.unused', {keys: there.unused, of: there.keys, file})] : []),
    ...(there.keyless > 0 ? [words.t('joins.keyless', {rows: there.keyless, file})] : [])
  ];
}

/** That a file has several rows of some keys, and what taking them all would do; null where it has not. */
export function fanOut({file, columns, rows, fanned, there}: LookupReceipt, several: Lookup['several']): string | null {
  const [most] = there.examples;
  if (!most) return null;
  const differing = columns.length === 0 ? there.repeated : there.differing;
  const fill = {file, key: most.key, most: most.rows, keys: there.several, rows, fanned, differing};
  return words.t(several === 'first' ? 'joins.several' : 'joins.several.refused', fill);
}

/** What else the rows of a file tell, in words. */
export function alsoWords({table, roles, constants = {}}: AlsoMapping, names: readonly string[]): string {
  const day = names[roles['occurred_on']?.column ?? -1];
  if (table === 'interaction' && day !== undefined) {
    const stage = constants['stage'] ?? names[roles['stage']?.column ?? -1] ?? constants['kind'] ?? '';
    return words.t('joins.also.interaction', {column: day, table: tables.t(table), stage});
  }
  const amount = names[roles['amount']?.column ?? -1] ?? '';
  const category = constants['category'] ?? names[roles['category']?.column ?? -1] ?? '';
  return words.t('joins.also', {column: amount, table: tables.t(table), category});
}

/** Costs of delivery that a file could feed and doesn't; undefined where there are none. */
export function freeDelivery({inspection, mapping}: Looked): AlsoMapping | undefined {
  const freight = mapping.table === 'purchase' && !mapping.also ? freightOf(inspection) : undefined;
  const isFree = freight && !Object.values(mapping.roles).some(({column}) => column === freight.index);
  return isFree ? deliveryOf(mapping, freight) : undefined;
}
