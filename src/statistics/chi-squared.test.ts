import {describe, expect, it} from 'vitest';
import {chiSquaredUpper, lnGamma, upperGamma} from './chi-squared';

/** Relative distance, for values far below 1. */
const apart = (value: number, from: number): number => Math.abs(value / from - 1);

describe('the upper tail of χ²', () => {
  // R: pchisq(x, df, lower.tail = FALSE)
  it.each([
    [16.8, 1, 4.15333028667767e-5],
    [3.8414588206941, 1, 0.0500000000000002],
    [22.7627570646, 3, 4.52521122055048e-5],
    [0.001, 1, 0.97477287936996],
    [122.249125573, 1, 2.03598322229186e-28],
    [400, 5, 2.96664465908289e-84],
    [5, 10, 0.891178018914151],
    [60, 60, 0.47571698610632],
    [1, 2, 0.606530659712633]
  ])('of %d with %d degrees of freedom is R’s %d', (statistic, degrees, p) => {
    expect(apart(chiSquaredUpper(statistic, degrees), p)).toBeLessThan(1e-12);
  });

  it('is exp(−x ÷ 2) with two degrees of freedom', () => {
    for (const x of [0.1, 1, 3.9, 4.1, 50, 700])
      expect(apart(chiSquaredUpper(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-12);
  });

  it('falls from 1 to 0 and never leaves them', () => {
    expect(chiSquaredUpper(0, 3)).toBe(1);
    expect(chiSquaredUpper(-1, 3)).toBe(1);
    expect(chiSquaredUpper(Infinity, 3)).toBe(0);
    expect(chiSquaredUpper(1, 0)).toBeNaN();
    expect(chiSquaredUpper(NaN, 1)).toBeNaN();
    const values = Array.from({length: 400}, (_, place) => chiSquaredUpper(place / 4, 5));
    values.slice(1).forEach((value, place) => expect(value).toBeLessThanOrEqual(values[place] ?? 0));
  });
});

it('continues the incomplete gamma function smoothly where series and fraction meet', () => {
  for (const a of [0.5, 1, 2.5, 10, 100]) {
    const step = 1e-9 * (a + 1);
    expect(apart(upperGamma(a, a + 1 - step), upperGamma(a, a + 1 + step))).toBeLessThan(1e-7);
  }
});

it('knows factorials and the root of π', () => {
  expect(lnGamma(1)).toBeCloseTo(0, 13);
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(lnGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 13);
  expect(lnGamma(11)).toBeCloseTo(Math.log(3628800), 12);
});
