/** How well a file was read, each from 0 to 1: the ten measures of the Pollock benchmark (VLDB 2023). */
export interface Measures {
  success: number;
  header: Match;
  record: Match;
  cell: Match;
}

interface Match {
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Compares the rows that a loader hands on, names first where the file has them, with those of the clean file. As in the
 * benchmark's own `metrics.py`: headers and records after normalising, records as one text each, cells as they are.
 */
export function measure(clean: readonly (readonly string[])[], loaded: readonly (readonly string[])[]): Measures {
  if (clean.length === 0) return {success: 1, header: perfect, record: perfect, cell: perfect};
  const texts = (rows: readonly (readonly string[])[]): string[] =>
    rows.slice(1).map((row) => row.map(normal).join(''));
  const names = (rows: readonly (readonly string[])[]): string[] => (rows[0] ?? []).map(normal);
  return {
    success: 1,
    header: match(names(clean), names(loaded)),
    record: match(texts(clean), texts(loaded)),
    cell: match(clean.flat(), loaded.flat())
  };
}

/** Of a file that could not be loaded. */
export const failed: Measures = {success: 0, header: none(), record: none(), cell: none()};

/** The sum of the ten, 10 at best. */
export function sumOf({success, header, record, cell}: Measures): number {
  return [header, record, cell].reduce((sum, {precision, recall, f1}) => sum + precision + recall + f1, success);
}

const perfect: Match = {precision: 1, recall: 1, f1: 1};

function none(): Match {
  return {precision: 0, recall: 0, f1: 0};
}

/** How many of the clean values were loaded, each as often as it is there. */
function match(clean: readonly string[], loaded: readonly string[]): Match {
  if (clean.length === 0) return perfect;
  const left = new Map<string, number>();
  for (const value of clean) left.set(value, (left.get(value) ?? 0) + 1);
  const common = loaded.filter((value) => take(left, value)).length;
  if (common === 0) return none();
  const [precision, recall] = [common / clean.length, common / loaded.length];
  return {precision, recall, f1: (2 * precision * recall) / (precision + recall)};
}

function take(left: Map<string, number>, value: string): boolean {
  const count = left.get(value) ?? 0;
  left.set(value, count - 1);
  return count > 0;
}

/** Numbers by value, words in small letters. The benchmark also makes dates and prices alike; here they must be so. */
function normal(cell: string): string {
  const text = cell.trim();
  return /^[+-]?\d{1,15}(?:\.\d+)?$/.test(text) ? String(Number(text)) : cell.toLowerCase();
}
