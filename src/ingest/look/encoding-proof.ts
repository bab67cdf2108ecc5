import {redetect} from './encoding';
import type {Scanned} from '../scan/scan';
import {joined} from '../scan/scan-cut';

/** How the bytes of a file are read as text. */
export interface Decoding {
  encoding: string;
  /** the line that showed that the file is not in the encoding of its mapping; null where it is */
  redetected: number | null;
}

/** Bytes that aren't UTF-8, and none before them that were more than ASCII: the file is in another encoding, which is given. */
export function disproved({tally, unread}: Scanned, {encoding, redetected}: Decoding): Decoding | null {
  if (!/^utf-?8$/i.test(encoding) || redetected !== null || tally.wide > 0) return null;
  const raw = unread.flatMap((row) => row.raw ?? []);
  if (raw.length === 0) return null;
  const {value} = redetect(joined(raw));
  const line = unread.find((row) => row.raw)?.line ?? 0;
  return value === 'utf-8' ? null : {encoding: value, redetected: line};
}
