import {FileError, type AppError} from '../../engine/errors';
import type {Reuse} from '../../ingest/mapping/reuse';
import type {FileMapping, Inspection, Source} from '../../ingest/types';
import {words} from '../../messages/import';
import type {Overrides, Preview} from './reader';

/** A file of the import being prepared. Never changed, only replaced. */
export interface DraftFile {
  readonly source: Source;
  /** its tables are being looked for, and how many rows of them are read; null where that's done */
  readonly opening: {readonly rows: number} | null;
  /** null until it was looked into, or where it can't be read */
  readonly inspection: Inspection | null;
  readonly mapping: FileMapping | null;
  /** what the person said of encoding, dialect and region; the rest is detected */
  readonly asked: Overrides;
  /** the person changed the mapping; guesses leave it alone */
  readonly edited: boolean;
  /** why it can't be read, or not in the way last asked for */
  readonly error: AppError | null;
  /** the newest preview there is: not of the newest mapping while that one is on its way */
  readonly preview: DraftPreview | null;
  /** why there is no preview of the newest mapping */
  readonly failure: AppError | null;
  /** the mapping is one that was used before for such a file: when, and for which */
  readonly recalled?: {readonly file: string; readonly saved: string} | null;
  /** what came of a mapping that was made for another file */
  readonly reuse?: Reuse | null;
}

/** The first rows of a file as a mapping reads them. */
export interface DraftPreview {
  readonly inspection: Inspection;
  readonly mapping: FileMapping;
  readonly result: Preview;
}

/** A file that was not looked into yet. */
export function unread(source: Source): DraftFile {
  const nothing = {inspection: null, mapping: null, error: null, preview: null, failure: null};
  return {source, opening: null, asked: {}, edited: false, ...nothing};
}

/** A file whose tables are not known yet. */
export const opening = (source: Source): DraftFile => ({...unread(source), opening: {rows: 0}});

/** A file, or a part of one, that can't be read. */
export const unreadable = (source: Source, error: AppError): DraftFile => ({...unread(source), error});

/** A file that is here already, and would count double. */
export function twin(source: Source): DraftFile {
  const {name} = source;
  return unreadable(source, new FileError(words.t('twin', {file: name}), {file: name}, words.t('twin.remedy')));
}

/** Whether the others are of the same file: same name, size and date. */
export function isTwin(file: File, others: readonly Source[]): boolean {
  return others.some((other) => {
    const {name, size, lastModified} = fileOf(other);
    return name === file.name && size === file.size && lastModified === file.lastModified;
  });
}

/** What the person gave. */
function fileOf({name, blob, origin}: Source): Pick<File, 'name' | 'size' | 'lastModified'> {
  if (origin) return origin.file;
  return {name, size: blob.size, lastModified: blob instanceof File ? blob.lastModified : 0};
}

/** The name, or `orders (2).csv` where another file has it: mappings and receipts tell files apart by their names. */
export function freeName(name: string, others: readonly Source[]): string {
  const taken = new Set(others.map((other) => other.name));
  const [, stem = name, ending = ''] = /^(.+?)((?:\.[a-z]{1,5}){1,2})?$/i.exec(name) ?? [];
  let free = name;
  for (let copy = 2; taken.has(free); copy++) free = `${stem} (${copy})${ending}`;
  return free;
}

/** The file after a look. What the person said of its columns stays if they are still as many; else it's guessed anew. */
export function seen(file: DraftFile, inspection: Inspection, asked: Overrides): DraftFile {
  const {mapping} = file;
  const stays = file.edited && mapping?.header.length === inspection.columns.length;
  const next = stays ? {...mapping, ...readingOf(inspection)} : null;
  return {...file, inspection, asked, mapping: next, edited: stays, error: null};
}

/** What was said of the bytes, and what is said of them now. */
export function merged(asked: Overrides, change: Overrides): Overrides {
  return {
    ...asked,
    ...change,
    ...(asked.dialect || change.dialect ? {dialect: {...asked.dialect, ...change.dialect}} : {}),
    ...(asked.region || change.region ? {region: {...asked.region, ...change.region}} : {})
  };
}

/** Whether two mappings say the same. */
export function same(a: FileMapping, b: FileMapping | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function readingOf(inspection: Inspection): Pick<FileMapping, 'encoding' | 'dialect' | 'region' | 'header'> {
  return {
    encoding: inspection.encoding.value,
    dialect: inspection.dialect.value,
    region: inspection.region.value,
    header: inspection.columns.map(({name}) => name)
  };
}
