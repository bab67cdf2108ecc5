import chardet from 'chardet';
import {alphabets, signs, western} from './alphabets';
import {mostCommon} from './column-dates';
import type {Reasoned} from '../types';

/** Bytes look like no text in any encoding: they are full of NULs or of control characters. */
export function isBinary(bytes: Uint8Array): boolean {
  if (wide(bytes) || byteOrder(bytes)) return false;
  const odd = bytes.reduce((count, byte) => count + (byte < 32 && !whitespace.has(byte) ? 1 : 0), 0);
  return odd > Math.max(16, bytes.length / 50);
}

/** The encoding of the first bytes of a file. `whole`: there are no others. */
export function detectEncoding(bytes: Uint8Array, whole = false): Reasoned<string> {
  const mark = byteOrder(bytes);
  if (mark) return {value: mark, reason: {key: 'encoding.mark', values: {encoding: mark}}};
  const pairs = wide(bytes);
  if (pairs) return {value: pairs, reason: {key: 'encoding.zeros', values: {encoding: pairs}}};
  if (isAscii(bytes)) return {value: 'utf-8', reason: {key: whole ? 'encoding.ascii' : 'encoding.ascii-so-far'}};
  return isUtf8(bytes, whole) ? {value: 'utf-8', reason: {key: 'encoding.valid'}} : redetect(bytes);
}

/** The encoding of a file by its beginning, or by its end where the beginning is plain ASCII and the end is not. */
export function encodingOfEnds(head: Uint8Array, tail: Uint8Array, whole: boolean): Reasoned<string> {
  const found = detectEncoding(head, whole);
  if (found.reason.key !== 'encoding.ascii-so-far' || isAscii(tail)) return found;
  const end = detectEncoding(tail.subarray(followersAt(tail)));
  return end.value === 'utf-8' ? found : end;
}

/**
 * The encoding of bytes that are not valid UTF-8, from anywhere in a file: what `load` asks when it meets some behind a
 * beginning of plain ASCII. UTF-8 again where nearly all of it is, with a few broken bytes.
 */
export function redetect(bytes: Uint8Array): Reasoned<string> {
  const {good, bad} = sequences(bytes);
  if (good > 0 && good >= 4 * bad) return {value: 'utf-8', reason: {key: 'encoding.damaged', values: {count: bad}}};
  const places = highPlaces(bytes);
  const [best = unknown, ...others] = bestAlphabets(bytes, places);
  const asian =
    places.length > 0 && best.score < 0.8
      ? asianEncoding(bytes, best.score < 0.1 ? 10 : best.score < 0.45 ? 50 : 90)
      : undefined;
  if (asian) return {value: asian, reason: {key: 'encoding.characters', values: {encoding: asian}}};
  if (best.score < 0.2)
    return {value: 'windows-1252', reason: {key: 'encoding.unsure', values: {encoding: 'windows-1252'}}};
  const {encoding, language} = best;
  const other = others.find((one) => one.score > best.score - closeBy && !rare.has(one.encoding));
  if (other) return {value: encoding, reason: {key: 'encoding.doubt', values: {encoding, other: other.encoding}}};
  return {value: encoding, reason: {key: 'encoding.letters', values: {encoding, language}}};
}

/**
 * The text of bytes that may begin or end in the middle of a character. A byte order mark is left out.
 * Without `stream`, Node before 23 reads windows-1252 as latin1 (nodejs/node#56542).
 */
export function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes, {stream: true});
}

const whitespace = new Set([9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31, 1, 2, 3]);

function byteOrder(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark: its ASCII characters, delimiters and line ends at least, have a NUL on one side only. */
function wide(bytes: Uint8Array): string | undefined {
  let [little, big] = [0, 0];
  const end = Math.min(bytes.length & ~1, 65536);
  for (let at = 0; at < end; at += 2) {
    if (bytes[at + 1] === 0 && bytes[at] !== 0) little++;
    if (bytes[at] === 0 && bytes[at + 1] !== 0) big++;
  }
  const pairs = end / 2;
  if (little > pairs * 0.1 && big < little * 0.05) return 'utf-16le';
  return big > pairs * 0.1 && little < big * 0.05 ? 'utf-16be' : undefined;
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 128);

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: !whole});
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Characters of several bytes that are valid UTF-8, and bytes that are not. A cut character at either end counts as neither. */
function sequences(bytes: Uint8Array): {good: number; bad: number} {
  let [good, bad, at] = [0, 0, followersAt(bytes)];
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 1) good++;
    if (length === 0 && at < bytes.length - 3) bad++;
    at += Math.max(1, length);
  }
  return {good, bad};
}

/** Bytes at the start that belong to a character cut before them. */
function followersAt(bytes: Uint8Array): number {
  let at = 0;
  while (at < Math.min(3, bytes.length) && isFollower(bytes[at])) at++;
  return at;
}

const isFollower = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte < 0xc0;

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) if (!isFollower(bytes[at + next])) return 0;
  return length;
}

interface Fit {
  encoding: string;
  language: string;
  /** how well the letters fit the language, 1 at best */
  score: number;
  /** what the bytes beyond ASCII are in it */
  letters: string;
}

const unknown: Fit = {encoding: 'windows-1252', language: 'german', score: 0, letters: ''};

/** Encodings that hardly any file has without signs of its own. */
const rare = new Set(['macintosh', 'x-mac-cyrillic', 'iso-8859-5', 'iso-8859-6', 'iso-8859-8', 'iso-8859-13']);

/** Another encoding whose letters fit less well by no more than this could be the right one. */
const closeBy = 0.1;

/** The languages and encodings in which the bytes beyond ASCII read most like words, the best first, each giving other letters. */
function bestAlphabets(bytes: Uint8Array, places: readonly number[]): Fit[] {
  const hints = new Map(
    chardet.analyse(bytes.subarray(0, 65536)).map(({name, confidence}) => [name.toLowerCase(), confidence])
  );
  const high = Uint8Array.from(new Set(places.map((at) => bytes[at] ?? 0)));
  const fits: Fit[] = [];
  for (const [language, {letters, encodings, weight = 1}] of Object.entries({...alphabets, western})) {
    for (const [rank, encoding] of encodings.entries()) {
      const hint = Math.max(hints.get(encoding) ?? 0, hints.get(chardetTwin[encoding] ?? '') ?? 0);
      const score = weight * fit(bytes, places, encoding, letters) - rank * 0.002 + hint * 0.0008;
      fits.push({encoding, language, score, letters: decode(high, encoding)});
    }
  }
  const sorted = fits.sort((a, b) => b.score - a.score);
  return sorted.filter(({letters}, at) => sorted.findIndex((other) => other.letters === letters) === at);
}

/** Encodings that chardet names otherwise, for their common part. */
const chardetTwin: Record<string, string> = {
  'windows-1250': 'iso-8859-2',
  'windows-1252': 'iso-8859-1',
  'windows-1254': 'iso-8859-9',
  'koi8-u': 'koi8-r'
};

/** Where bytes beyond ASCII stand that don't part fields: 600 places at most, spread over the bytes. */
function highPlaces(bytes: Uint8Array): number[] {
  const all: number[] = [];
  const separators = evenBytes(bytes);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127 && !separators.has(byte)) all.push(at);
  }
  const step = Math.ceil(all.length / 600);
  return all.filter((_, index) => index % step === 0);
}

/** Bytes beyond ASCII that stand on nearly all lines equally often, several times: they part fields, and are no letters. */
function evenBytes(bytes: Uint8Array): ReadonlySet<number> {
  const lines = linesOfBytes(bytes.subarray(0, 16_384)).slice(0, 50);
  const used = new Set(lines.flatMap((line) => line.filter((byte) => byte > 127)));
  const isEven = (byte: number): boolean => {
    const counts = lines.map((line) => line.filter((one) => one === byte).length);
    const usual = mostCommon(counts);
    return usual !== '' && usual > 1 && counts.filter((count) => count === usual).length >= lines.length * 0.8;
  };
  return new Set(lines.length < 3 ? [] : [...used].filter(isEven));
}

/** The bytes of each line that isn't empty. */
function linesOfBytes(bytes: Uint8Array): number[][] {
  const lines: number[][] = [[]];
  for (const byte of bytes) {
    if (byte === 10 || byte === 13) lines.push([]);
    else lines.at(-1)?.push(byte);
  }
  return lines.filter((line) => line.length > 0);
}

function fit(bytes: Uint8Array, places: readonly number[], encoding: string, letters: string): number {
  if (places.length === 0) return 0;
  const table = decode(everyByte, encoding);
  const weights = weightsOf(letters);
  const sum = places.reduce((total, at) => total + weigh(bytes, at, table, weights), 0);
  return sum / places.length;
}

const everyByte = Uint8Array.from({length: 256}, (_, index) => index);

/** Frequent letters weigh up to 1, rare ones 0.7. */
function weightsOf(letters: string): Map<string, number> {
  const all = [...letters];
  return new Map(all.map((letter, index) => [letter, 1 - (0.3 * index) / all.length]));
}

function weigh(bytes: Uint8Array, at: number, table: string, weights: ReadonlyMap<string, number>): number {
  const [before, here, after] = [-1, 0, 1].map((shift) => table[bytes[at + shift] ?? 10] ?? '\n') as [
    string,
    string,
    string
  ];
  const lower = here.toLowerCase();
  const weight = weights.get(lower) ?? weights.get(here);
  if (weight !== undefined && !latin.test(here) && (latin.test(before) || latin.test(after))) return -0.5;
  if (weight !== undefined && !isLetter(before) && !isLetter(after)) return weight * 0.2;
  if (weight !== undefined) return caseFits(before, here, after) ? weight * (here === lower ? 1 : 0.95) : -0.5;
  if (signs.includes(here))
    return isLetter(before) && isLetter(after) ? -0.5 : isDigit(before) || isDigit(after) ? 0.8 : 0.5;
  return isLetter(here) ? 0 : -1;
}

/** A capital doesn't follow a small letter, nor stand between two. */
function caseFits(before: string, here: string, after: string): boolean {
  if (!isUpper(here)) return !(isUpper(before) && isUpper(after));
  return !isLower(before) && !(isUpper(before) && isLower(after));
}

const latin = /\p{Script=Latin}/u;
const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);
const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';
const isUpper = (letter: string): boolean => /\p{Lu}/u.test(letter);
const isLower = (letter: string): boolean => /\p{Ll}/u.test(letter);

/** Encodings of two bytes a character, where all bytes are valid in them and chardet finds their frequent characters. */
function asianEncoding(bytes: Uint8Array, least: number): string | undefined {
  const found = chardet.analyse(bytes.subarray(0, 65536)).filter(({confidence}) => confidence >= least);
  const names = found.map(({name}) => name.toLowerCase().replace('_', '-'));
  const labels: Record<string, string> = {
    gb18030: 'gb18030',
    big5: 'big5',
    'euc-jp': 'euc-jp',
    'euc-kr': 'euc-kr',
    'shift-jis': 'shift_jis'
  };
  return names.flatMap((name) => labels[name] ?? []).find((label) => decodesIn(bytes, label));
}

function decodesIn(bytes: Uint8Array, label: string): boolean {
  const text = decode(bytes, label);
  const broken = text.split('\ufffd').length - 1;
  return broken <= text.length / 1000;
}
