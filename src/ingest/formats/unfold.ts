import {QueryError, type FileError} from '../../engine/errors';
import {refuse} from '../look/container';
import {isBomb} from '../scan/scan-bytes';
import type {Origin, Source} from '../types';
import {cancelled, convert} from './convert';
import {FormatError} from './converter';
import {gunzip} from './gunzip';
import {kindOf, zipKind, type Kind} from './kind';
import {libraries} from './libraries';
import {membersOf, type Member} from './zip';

export interface UnfoldOptions {
  /** gives each source the name that SQL knows it by */
  nextId: () => string;
  /** ends it at once */
  signal?: AbortSignal | undefined;
  /** told how many rows of a table are read; of text, which is read later, it's told nothing */
  onprogress?: (progress: Unfolding) => void;
}

/** How far the unfolding of a file is. */
export interface Unfolding {
  /** the part that is read now; empty while that's the file */
  part: readonly string[];
  rows: number;
}

/** The tables that a file holds, and its parts that can't be read. */
export interface Unfolded {
  sources: Source[];
  refused: {name: string; error: FileError}[];
}

/**
 * The tables in a file, each as a source: the file itself where it's text, packed or not, members of a zip, sheets, tables
 * and keys of other formats. What can't be read spoils nothing else.
 *
 * @throws {QueryError} with reason `cancelled`
 */
export async function unfold(
  file: File,
  {nextId, signal, onprogress = () => undefined}: UnfoldOptions
): Promise<Unfolded> {
  const leaves = await guarded([], () => open(file, {part: [], depth: 0, signal, onprogress}));
  const names = distinct(leaves.map(({label}) => [file.name, ...label].join(' › ')));
  const unfolded: Unfolded = {sources: [], refused: []};
  leaves.forEach((leaf, at) => {
    const name = names[at] ?? file.name;
    if ('refused' in leaf) unfolded.refused.push({name, error: inWords(name, leaf.refused)});
    else unfolded.sources.push({id: nextId(), name, ...sourceOf(file, leaf)});
  });
  return unfolded;
}

/** A table, or a part that can't be read. */
type Leaf = (Table | {refused: FormatError}) & {
  /** what tells it from the other parts of the file */
  label: readonly string[];
};

interface Table extends Omit<Origin, 'file'> {
  blob: Blob;
}

interface Place extends Pick<UnfoldOptions, 'signal'> {
  part: readonly string[];
  /** packages around it */
  depth: number;
  onprogress: (progress: Unfolding) => void;
}

/** Packages inside one another: three zips, each packed once more. Further down they hide something. */
const deepest = 6;

const headBytes = 64 * 1024;

async function open(blob: Blob, place: Place): Promise<Leaf[]> {
  if (place.signal?.aborted) throw cancelled();
  if (place.depth > deepest) throw new FormatError('nested');
  if (blob.size === 0) throw new FormatError('empty');
  const first = kindOf(await startOf(blob));
  if (first.is !== 'gzip') return openAs(first, blob, place);
  const kind = kindOf(await unpackedStart(blob));
  const stays = kind.is === 'text' || (kind.is === 'format' && kind.format === 'json');
  if (stays || kind.is === 'foreign') return openAs(kind, blob, place);
  return open(await unpacked(blob, place.signal), {...place, depth: place.depth + 1});
}

async function openAs(kind: Kind, blob: Blob, place: Place): Promise<Leaf[]> {
  if (kind.is === 'foreign') throw new FormatError(kind.kind);
  if (kind.is === 'text') {
    const text = {blob, format: 'csv', part: place.part, written: false, named: false, notes: []} as const;
    return [{...text, notes: [], label: []}];
  }
  if (kind.is === 'format') return tables(kind, blob, place);
  const inside = await zipKind(blob);
  return inside.is === 'zip' ? members(blob, place) : openAs(inside, blob, place);
}

async function tables({format, library}: Extract<Kind, {is: 'format'}>, blob: Blob, place: Place): Promise<Leaf[]> {
  const {signal, onprogress} = place;
  const leaves: Leaf[] = [];
  const onrows = (rows: number): void => onprogress({part: place.part, rows});
  try {
    for await (const found of convert(blob, libraries[library], {signal, onrows})) {
      const part = [...place.part, ...found.part];
      if ('refused' in found) leaves.push({refused: found.refused, label: found.part});
      else {
        const {text, named, notes} = found;
        const origin = {format: found.format ?? format, part, written: true, named, notes};
        leaves.push({blob: text, ...origin, label: found.part});
      }
    }
  } catch (error) {
    if (!(error instanceof FormatError) || leaves.length === 0) throw error;
    leaves.push({refused: error, label: []});
  }
  if (leaves.length === 0) throw new FormatError('no-tables');
  return labelled(leaves);
}

/** Files of a zip that are opened; the rest is named in one refusal. */
const mostMembers = 1000;

/** Files of a zip that can't be read for the same reason, beyond which they're named in one refusal. */
const mostAlike = 3;

async function members(zip: Blob, place: Place): Promise<Leaf[]> {
  const all = await membersOf(zip);
  if (all.length === 0) throw new FormatError('empty-zip');
  const leaves: Leaf[] = [];
  for (const member of all.slice(0, mostMembers)) {
    const found = await guarded([], () => memberLeaves(member, place));
    const own = all.length > 1 ? [member.name] : [];
    leaves.push(...found.map((leaf) => ({...leaf, label: [...own, ...leaf.label]})));
  }
  const more = all.length - mostMembers;
  if (more > 0) leaves.push({refused: new FormatError('zip-members', {values: {more, most: mostMembers}}), label: []});
  return gathered(leaves);
}

async function memberLeaves(member: Member, place: Place): Promise<Leaf[]> {
  if (member.refused !== null) throw new FormatError(member.refused);
  if (member.size === 0) throw new FormatError('empty');
  const blob = await member.blob();
  return open(blob, {...place, part: [...place.part, member.name], depth: place.depth + 1});
}

/** Many refusals for the same reason become one behind the first ones. */
function gathered(leaves: readonly Leaf[]): Leaf[] {
  const counts = new Map<string, number>();
  const kept = leaves.filter((leaf) => {
    if (!('refused' in leaf)) return true;
    const {kind} = leaf.refused;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return (counts.get(kind) ?? 0) <= mostAlike;
  });
  const more = [...counts.values()].reduce((sum, count) => sum + Math.max(0, count - mostAlike), 0);
  return more === 0 ? kept : [...kept, {refused: new FormatError('more-members', {values: {more}}), label: []}];
}

/** A file with one table has no need to say which. */
const labelled = (leaves: readonly Leaf[]): Leaf[] =>
  leaves.length > 1 ? [...leaves] : leaves.map((leaf) => ({...leaf, label: []}));

/** What can't be read becomes a leaf that says so. */
async function guarded(label: readonly string[], leaves: () => Promise<Leaf[]>): Promise<Leaf[]> {
  try {
    return await leaves();
  } catch (error) {
    if (error instanceof FormatError) return [{refused: error, label}];
    throw error;
  }
}

const startOf = (blob: Blob): Promise<Uint8Array> => bytesOf(blob.slice(0, headBytes));

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new FormatError('unreadable', {cause});
  }
}

async function unpackedStart(blob: Blob): Promise<Uint8Array> {
  const head = new Uint8Array(headBytes);
  let size = 0;
  try {
    for await (const piece of gunzip(blob)) {
      head.set(piece.subarray(0, headBytes - size), size);
      size = Math.min(headBytes, size + piece.length);
      if (size === headBytes) break;
    }
  } catch (cause) {
    throw new FormatError('damaged-gzip', {cause});
  }
  if (size === 0) throw new FormatError('empty');
  return head.subarray(0, size);
}

/** Bytes that are handed from memory to a blob at once. */
const partBytes = 16 * 2 ** 20;

async function unpacked(blob: Blob, signal: AbortSignal | undefined): Promise<Blob> {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let held = 0;
  try {
    for await (const piece of gunzip(blob)) {
      size += piece.length;
      held += piece.length;
      if (isBomb(size, blob.size)) throw new FormatError('bomb');
      if (signal?.aborted) throw cancelled();
      pieces.push(piece);
      if (held < partBytes) continue;
      parts.push(new Blob(pieces));
      [pieces, held] = [[], 0];
    }
  } catch (cause) {
    if (cause instanceof FormatError || cause instanceof QueryError) throw cause;
    throw new FormatError('damaged-gzip', {cause});
  }
  return new Blob([...parts, ...pieces]);
}

function sourceOf(file: File, {blob, format, part, written, named, notes}: Table): Pick<Source, 'blob' | 'origin'> {
  if (!written && part.length === 0) return {blob};
  return {blob, origin: {file, format, part, written, named, notes}};
}

function inWords(name: string, {kind, values, cause}: FormatError): FileError {
  const {line} = values;
  return refuse({name}, kind, {values, cause, line: typeof line === 'number' ? line : undefined});
}

/** The names, numbered where they come twice. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let copy = 2; taken.has(free); copy++) free = `${name} (${copy})`;
    taken.add(free);
    return free;
  });
}
