import {foreign} from '../look/foreign';
import type {Origin} from '../types';
import {libraries} from './libraries';
import {isZip, membersOf} from './zip';

/** What bytes are, once unpacked. */
export type Kind =
  | {is: 'text' | 'gzip' | 'zip'}
  | {is: 'format'; format: Origin['format']; library: keyof typeof libraries}
  | {is: 'foreign'; kind: string};

/** Formats by what `foreign` calls them. */
const readable: Record<string, keyof typeof reader> = {
  xls: 'xls',
  spreadsheet: 'xls',
  'flat-ods': 'ods',
  html: 'html',
  parquet: 'parquet',
  arrow: 'arrow',
  sqlite: 'sqlite',
  json: 'json'
};

const reader = {
  xlsx: 'sheets',
  xls: 'sheets',
  ods: 'sheets',
  html: 'sheets',
  parquet: 'parquet',
  arrow: 'arrow',
  sqlite: 'sqlite',
  json: 'json'
} as const;

/** What a file is, by its first bytes alone. */
export function kindOf(head: Uint8Array): Kind {
  if (head[0] === 0x1f && head[1] === 0x8b) return {is: 'gzip'};
  if (isZip(head)) return {is: 'zip'};
  const kind = foreign(head);
  if (kind === null) return {is: 'text'};
  const format = readable[kind];
  return format === undefined ? {is: 'foreign', kind} : formatted(format);
}

/** What a zip is, by what it holds: a workbook, a document, or files. @throws {FormatError} */
export async function zipKind(zip: Blob): Promise<Kind> {
  const names = new Set((await membersOf(zip)).map(({name}) => name));
  const has = (start: string): boolean => [...names].some((name) => name.startsWith(start));
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return formatted('xlsx');
  if (names.has('content.xml') && names.has('mimetype')) return openDocument(zip);
  if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) return {is: 'foreign', kind: 'document'};
  if (has('Index/') && has('Metadata/')) return {is: 'foreign', kind: 'numbers'};
  return {is: 'zip'};
}

/** The first member of an OpenDocument file says in plain ASCII what it is. */
async function openDocument(zip: Blob): Promise<Kind> {
  const start = await zip.slice(0, 200).text();
  return /opendocument\.(text|presentation|graphics)/.test(start)
    ? {is: 'foreign', kind: 'document'}
    : formatted('ods');
}

function formatted(format: keyof typeof reader): Kind {
  return {is: 'format', format, library: reader[format]};
}
