import {describe, expect, it} from 'vitest';
import type {Grid, GridCell, GridMean} from './grid';
import {moved, nearest} from './places';

const cell = {} as GridCell;
const mean = {} as GridMean;
/** Three ages: the first cohort has seen all, the second two, the average is over for two. */
const grid: Grid = {
  ages: [0, 1, 2],
  rows: [row([cell, cell, cell]), row([cell, cell])],
  averages: [mean, mean],
  room: 'full',
  top: 1,
  above: false
};

describe('the keys of the matrix', () => {
  it('go a step, ten rows, or to an end', () => {
    expect(moved(grid, {row: 1, column: 1}, 'ArrowRight')).toEqual({row: 1, column: 2});
    expect(moved(grid, {row: 1, column: 1}, 'ArrowUp')).toEqual({row: 0, column: 1});
    expect(moved(grid, {row: 0, column: 2}, 'PageDown')).toEqual({row: 3, column: 2});
    expect(moved(grid, {row: 1, column: 2}, 'Home')).toEqual({row: 1, column: 0});
    expect(moved(grid, {row: 2, column: 0}, 'End')).toEqual({row: 2, column: 2});
    expect(moved(grid, {row: 1, column: 1}, 'a')).toBeUndefined();
  });

  it('stop at what is observed, and at the edges', () => {
    expect(moved(grid, {row: 1, column: 3}, 'ArrowDown')).toEqual({row: 2, column: 2});
    expect(moved(grid, {row: 2, column: 2}, 'ArrowRight')).toEqual({row: 2, column: 2});
    expect(moved(grid, {row: 0, column: 0}, 'ArrowUp')).toEqual({row: 0, column: 0});
    expect(nearest(grid, {row: 9, column: 9})).toEqual({row: 3, column: 2});
    expect(nearest({...grid, rows: [], averages: []}, {row: 1, column: 4})).toEqual({row: 1, column: 0});
  });
});

function row(cells: GridCell[]): Grid['rows'][number] {
  return {key: '', label: '', size: '', cells};
}
