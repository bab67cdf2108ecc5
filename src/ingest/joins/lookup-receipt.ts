import {lookupReasons, type LookupTable} from './lookup-table';
import {assertEqual} from '../totals';
import type {FileReceipt, LookupReceipt} from '../types';

/** The account of a file of which rows serve other files only. @throws {ModelError} if it doesn't balance */
export function lookedUpReceipt({file, tally, encoding, ...table}: LookupTable): FileReceipt {
  const {source} = file;
  const {records, preamble, header, comments, blank, footer} = tally;
  const counts = Object.entries({
    ...tally.unread,
    [lookupReasons.keyless]: table.keyless,
    [lookupReasons.repeated]: table.repeated
  }).filter(([, rows]) => rows > 0);
  const receipt: FileReceipt = {
    ...{file: source.name, table: null, encoding, bytes: source.blob.size},
    ...{records, preamble, header, comments, blank, footer},
    used: table.keys,
    set_aside: counts.reduce((sum, [, rows]) => sum + rows, 0),
    reasons: Object.fromEntries(counts),
    amount: null,
    assumptions: [],
    looked_up: true
  };
  const around = preamble + header + comments + blank + footer;
  assertEqual(`records of ${source.name}`, records, around + receipt.used + receipt.set_aside);
  return receipt;
}

/** @throws {ModelError} if rows of a file, or of the one in which it looks columns up, are not accounted for */
export function assertLookups(file: string, rows: number, lookups: readonly LookupReceipt[]): void {
  for (const {file: other, matched, unmatched, empty, rows: asked, there} of lookups) {
    assertEqual(`rows of ${file} that ask ${other}`, asked, rows);
    assertEqual(`rows of ${file} that find ${other}`, asked, matched + unmatched + empty);
    assertEqual(`rows of ${other}`, there.rows, there.keys + there.repeated + there.keyless + there.unread);
  }
}
