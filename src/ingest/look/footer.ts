import {isNull, kindOf} from './cells';
import {recordsOf} from './records';
import {filledIn, type Body} from './region';
import type {Dialect} from '../types';

/** More lines than this below a table are no footer that a first look dares to leave out. */
const mostLines = 30;

/** How many of the last lines of a file are totals, notes, and blanks between and above them; 0 where the table goes on to the end. */
export function footerLines(ending: readonly string[], dialect: Dialect, body: Body): number {
  let footer = 0;
  for (let back = 1; back <= Math.min(mostLines, ending.length); back++) {
    const kind = lineKind(ending[ending.length - back] ?? '', dialect, body);
    if (kind === 'row') return footer === 0 ? 0 : back - 1;
    if (kind === 'footer') footer = back;
  }
  return footer;
}

type LineKind = 'row' | 'footer' | 'blank';

function lineKind(line: string, dialect: Dialect, body: Body): LineKind {
  if (isInsideQuotes(line, dialect)) return 'row';
  const cells = recordsOf(line, dialect)[0]?.cells ?? [];
  const filled = filledIn(cells);
  if (filled === 0) return 'blank';
  if (isTotal(cells, body)) return 'footer';
  return isNote(cells, filled, body) ? 'footer' : 'row';
}

/** A quotation begins or ends on the line that doesn't do both. */
function isInsideQuotes(line: string, {quote}: Dialect): boolean {
  return quote !== '' && line.split(quote).length % 2 === 0;
}

/** Says that it is a total, where rows have something else, and leaves fields empty that rows fill. */
function isTotal(cells: readonly string[], body: Body): boolean {
  const first = cells.findIndex((cell) => !isNull(cell));
  const label = (cells[first] ?? '').trim();
  if (!totals.test(label) || label.length > 60) return false;
  const misplaced = body.kinds[first] !== 'text' && body.kinds[first] !== 'empty';
  return misplaced || filledIn(cells) < body.filled || isWordAlone(label);
}

const isWordAlone = (label: string): boolean => label.replace(totals, '').replace(/[\s:.]/g, '') === '';

const totals =
  /^(?:grand |sub)?(?:total|totals|totaal|totale|totales|totalt|totaux|sum|sums|summe|summa|suma|soma|somme|somma|gesamt\p{L}*|gesammt\p{L}*|zwischensumme|insgesamt|eindtotaal|итог\p{L}*|всего|сумма|razem|ogółem|łącznie|skupaj|vsota|skupno|celkem|összesen|subtotal|sous-total|average|mittelwert|durchschnitt)(?![\p{L}\d])/iu;

/** One text in the line of a table of several columns: a note, a count of rows, a date of export. */
function isNote(cells: readonly string[], filled: number, body: Body): boolean {
  if (body.width < 3 || body.filled < 3 || body.lone > 0.02 || filled !== 1) return false;
  const note = cells.find((cell) => cell.trim() !== '') ?? '';
  return kindOf(note) === 'text' && /\p{L}/u.test(note) && note.trim().length >= 3;
}
