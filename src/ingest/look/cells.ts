import {nothings} from '../values/cast';
import {readDate} from '../values/dates';
import {readNumber} from '../values/numbers';

/** What the text of a cell looks like on its own. */
export type Kind = 'empty' | 'number' | 'date' | 'time' | 'link' | 'code' | 'text';

/** What the text of a cell looks like; spellings of null are empty. */
export function kindOf(cell: string): Kind {
  if (isNull(cell)) return 'empty';
  const text = cell.trim();
  if (text.length > 200) return 'text';
  if (/\d/.test(text)) return readDate(text) ? 'date' : readNumber(text) ? 'number' : wordKind(text);
  return wordKind(text);
}

/** An empty cell, or one that says that there is nothing: `NULL`, `N/A`, `\N`, `-` … */
export function isNull(cell: string): boolean {
  if (cell === '') return true;
  if (cell.length > 40 || startsWithDigit(cell)) return false;
  const text = cell.trim().toLowerCase();
  return text === '' || nulls.has(text);
}

const startsWithDigit = (cell: string): boolean => (cell.charCodeAt(0) - 48) >>> 0 < 10;

const nulls = new Set<string>(nothings);

function wordKind(text: string): Kind {
  if (/^\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(text)) return 'time';
  if (/^(https?:\/\/|www\.)\S+$/i.test(text) || /^[^\s@]{1,64}@[^\s@.]{1,64}\.[^\s@]{2,64}$/.test(text)) return 'link';
  return text.length <= 64 && /\d/.test(text) && /^[\p{L}\d_./#:-]+$/u.test(text) ? 'code' : 'text';
}
