import {literal} from '../../engine/sql';
import type {Layout} from './scan-tally';
import {marksOf} from './scan-record';

/**
 * The records of a registered cut as a table of texts, columns `c0`, `c1` … Nothing is guessed: the scan left nothing to
 * guess. Empty fields are NULL. `strict_mode` is off since it refuses line breaks in quotes that differ from those of
 * the lines.
 */
export function readCsvSql(file: string, {dialect, width}: Pick<Layout, 'dialect' | 'width'>): string {
  const {delimiter, rewrite} = marksOf(dialect);
  const quote = literal(String.fromCharCode(rewrite));
  const columns = Array.from({length: width}, (_, index) => `c${index}: 'VARCHAR'`);
  return `read_csv(${literal(`uploads/${file}`)}, auto_detect = false, header = false, strict_mode = false,
    delim = ${literal(String.fromCharCode(delimiter))}, quote = ${quote}, escape = ${quote}, columns = {${columns.join(', ')}})`;
}
