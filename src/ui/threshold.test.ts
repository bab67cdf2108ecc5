import {describe, expect, it} from 'vitest';
import {partAt, valueAt, valueBy} from './threshold';

const limits = {min: 0, max: 100, step: 0.1};

describe('a threshold', () => {
  it('lies at its part of the axis, and is read from there on its steps', () => {
    expect(partAt(25, limits)).toBe(0.25);
    expect(valueAt(0.2504, limits)).toBe(25);
    expect(valueAt(0.2506, limits)).toBe(25.1);
    expect(valueAt(-0.3, limits)).toBe(0);
    expect(valueAt(1.3, limits)).toBe(100);
    expect(valueAt(0.5, {min: 1, max: 4, step: 1})).toBe(3);
    expect(partAt(1, {min: 1, max: 1, step: 1})).toBe(0);
  });

  it.each([
    ['ArrowRight', false, 21],
    ['ArrowLeft', false, 19],
    ['ArrowUp', false, 21],
    ['ArrowDown', false, 19],
    ['ArrowRight', true, 20.1],
    ['ArrowLeft', true, 19.9],
    ['PageUp', false, 30],
    ['PageDown', false, 10],
    ['Home', false, 0],
    ['End', false, 100],
    ['Enter', false, undefined]
  ])('moves along by %s (shift: %s) to %s', (key, shiftKey, expected) => {
    expect(valueBy({key, shiftKey}, 20, {...limits, axis: 'x'})).toBe(expected);
  });

  it('moves down where its axis does', () => {
    expect(valueBy({key: 'ArrowDown', shiftKey: false}, 20, {...limits, axis: 'y'})).toBe(21);
    expect(valueBy({key: 'ArrowUp', shiftKey: false}, 0, {...limits, axis: 'y'})).toBe(0);
  });

  it('moves by its step where that is more than a hundredth', () => {
    expect(valueBy({key: 'ArrowRight', shiftKey: false}, 1, {min: 0, max: 10, step: 1, axis: 'x'})).toBe(2);
  });
});
