import {mostCommon} from './column-dates';
import {linesOf} from './records';

/** Marks that may stand beside another one as part of a delimiter. */
const parts = new Set([' ', '|', '~', '^', ':', ';', ',', '*', '!', '§', '¦', '\t']);

/**
 * The whole delimiter that a character is part of, where it is never found without the rest: `, ` `||` `~|~` `|~|` ` | `.
 * The character itself where it stands alone.
 */
export function widened(sample: string, mark: string, quote: string): string {
  const lines = linesOf(sample)
    .filter((line) => line.trim() !== '')
    .slice(0, 200)
    .flatMap((line) => placed(line, mark, quote));
  const used = lines.filter(({places}) => places.length > 0);
  if (used.length < 3 || used.length < lines.length * 0.6) return mark;
  return repeated(used, mark) ?? enclosing(used, mark) ?? extended(used, mark);
}

interface Line {
  line: string;
  /** where the mark stands outside quotes */
  places: number[];
}

/** Nothing of a line on which a quotation begins or ends that doesn't do both. */
function placed(line: string, mark: string, quote: string): Line[] {
  const places: number[] = [];
  let open = false;
  let fresh = true;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at];
    if (letter === quote && (open || fresh)) open = !open;
    if (letter === mark && !open) places.push(at);
    fresh = letter === mark || (fresh && letter === ' ');
  }
  return open ? [] : [{line, places}];
}

/** Nearly each stands beside its like, two by two or more: `a||b||||c`. */
function repeated(lines: readonly Line[], mark: string): string | null {
  if (mark === ' ') return null;
  const runs = lines.flatMap(({places}) => runsOf(places));
  const times = [4, 3, 2].find((count) => runs.filter((run) => run % count === 0).length >= runs.length * 0.9);
  return times === undefined ? null : mark.repeat(times);
}

/** How many stand side by side, for each place where some do. */
function runsOf(places: readonly number[]): number[] {
  const runs: number[] = [];
  let run = 0;
  places.forEach((place, at) => {
    run++;
    if (places[at + 1] === place + 1) return;
    runs.push(run);
    run = 0;
  });
  return runs;
}

/** Between every two of them the same mark: `a|~|b|~|c`. */
function enclosing(lines: readonly Line[], mark: string): string | null {
  const inner = new Set<string>();
  for (const {line, places} of lines) {
    if (places.length % 2 === 1) return null;
    for (let at = 0; at < places.length; at += 2) inner.add(line.slice((places[at] ?? 0) + 1, places[at + 1]));
    if (inner.size > 1) return null;
  }
  const [only = ''] = inner;
  return only.length === 1 && parts.has(only) && only !== ' ' ? mark + only + mark : null;
}

/** With the marks that stand before and behind all of them. */
function extended(lines: readonly Line[], mark: string): string {
  const before = beside(lines, -1);
  const behind = beside(lines, 1);
  return before + mark + behind;
}

/** What stands beside nearly all of them. */
function beside(lines: readonly Line[], step: 1 | -1): string {
  const found = lines.flatMap(({line, places}) => places.map((place) => line[place + step] ?? ''));
  const usual = mostCommon(found);
  const often = found.filter((letter) => letter === usual).length;
  return parts.has(usual) && often >= found.length * 0.95 ? usual : '';
}
