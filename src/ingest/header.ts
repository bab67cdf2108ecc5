import {isNull, kindOf} from './cells';
import {meaningOf} from './dictionary';
import type {Body} from './region';

/** How much the first row of a table looks like the names of its columns: positive if it does, negative if it is data. */
export function headerVote(cells: readonly string[], body: Body): number {
  if (body.rows.length === 0)
    return cells.some((cell) => kindOf(cell) === 'number' || kindOf(cell) === 'date') ? -1 : 1;
  if (isCount(cells, body)) return 1;
  const votes = cells.map((cell, at) => vote(cell, at, body));
  const sum = votes.reduce((total, one) => total + one, 0);
  return sum === 0 && cells.every((cell) => kindOf(cell) === 'text' || isNull(cell)) ? 0.1 : sum;
}

function vote(cell: string, at: number, body: Body): number {
  const kind = kindOf(cell);
  if (kind === 'empty') return -0.1;
  if (kind === 'number' || kind === 'date' || kind === 'link') return -1;
  const known = meaningOf(cell).concepts.length > 0 ? 0.6 : 0;
  const below = body.kinds[at] ?? 'empty';
  if (below === 'number' || below === 'date' || below === 'time' || below === 'link')
    return kind === 'text' || kind === 'code' ? 1 : 0;
  return known + contrast(cell, at, body);
}

/** Between words above and words below: a value that comes again is data, a length that never comes is a name. */
function contrast(cell: string, at: number, {rows, kinds}: Body): number {
  const values = rows.slice(0, 200).map(({cells}) => cells[at] ?? '');
  if (values.some((value) => value.trim() === cell.trim())) return -0.7;
  if (kinds[at] === 'code') return kindOf(cell) === 'code' ? -0.3 : 0.5;
  const lengths = new Set(values.filter((value) => value !== '').map((value) => value.length));
  return lengths.size === 1 && rows.length > 2 && !lengths.has(cell.length) ? 0.5 : 0;
}

/** Years or other whole numbers in a row, each one more than the one before: `Year,2000,2001,2002`. */
function isCount(cells: readonly string[], body: Body): boolean {
  const numbers = cells.flatMap((cell, at) =>
    /^\d{1,5}$/.test(cell.trim()) && body.kinds[at] !== 'text' ? [Number(cell)] : []
  );
  const rest = cells.filter((cell) => !/^\d{1,5}$/.test(cell.trim()));
  const rising = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return (
    numbers.length >= 3 && rising && rest.length > 0 && rest.every((cell) => kindOf(cell) === 'text' || isNull(cell))
  );
}
