import type {Dialect, Region} from '../types';

/** What is known of a file before its records are cut apart. */
export interface Layout {
  dialect: Dialect;
  region: Region;
  /** columns of the table */
  width: number;
  /** written by us of another format: lines count records, not the breaks inside them */
  written?: true;
}

/** Bytes. Longer records are set aside; it is also the longest that DuckDB reads without being told. */
export const longestRecord = 2_000_000;

/** The most rows that a scan keeps of each reason for setting aside. All are counted. */
export const mostKept = 1000;

/** Why a row never reaches DuckDB; keys of the `ingest` messages. */
export type UnreadReason = 'too many fields' | 'quote not closed' | 'not utf-8' | 'too long';

/** A row that never reaches DuckDB: on which line, why, and how it begins. */
export interface Unread {
  line: number;
  reason: UnreadReason;
  text: string;
  /** of text that isn't UTF-8: its first bytes, to find out what it is */
  raw?: Uint8Array;
}

/** What a scan counts. Each line above and below the table counts as a record, as each blank line does. */
export interface Tally {
  records: number;
  preamble: number;
  /** with those that come again further down */
  header: number;
  comments: number;
  blank: number;
  footer: number;
  /** handed on to be read */
  rows: number;
  unread: Record<UnreadReason, number>;
  /** rows that lacked fields at their end; those are read as empty */
  short: number;
  /** rows with empty fields too many */
  long: number;
  /** rows with zero bytes, which are left out */
  zero: number;
  /** header lines that came again */
  again: number;
  /** rows with too many fields that could be put right */
  repaired: number;
  /** rows with a quote that was read as text, since nothing closes it */
  stray: number;
  /** rows with characters of more than one byte */
  wide: number;
  /** texts that stand across the place where a column begins, and were cut there; known at the end */
  torn: number;
}

/** Before anything is counted. */
export function emptyTally(): Tally {
  const unread = {'too many fields': 0, 'quote not closed': 0, 'not utf-8': 0, 'too long': 0};
  return {
    records: 0,
    preamble: 0,
    header: 0,
    comments: 0,
    blank: 0,
    footer: 0,
    rows: 0,
    unread,
    short: 0,
    long: 0,
    zero: 0,
    again: 0,
    repaired: 0,
    stray: 0,
    wide: 0,
    torn: 0
  };
}
