import {describe, expect, it} from 'vitest';
import {clopperPearson, incompleteBeta, wilson} from './interval';

describe('Wilson’s interval', () => {
  it('is what statsmodels and R’s prop.test without correction give', () => {
    expect(wilson(15, 50)).toEqual({low: expect.closeTo(0.1910355, 6), high: expect.closeTo(0.4375035, 6)});
    expect(wilson(324, 885)).toEqual({low: expect.closeTo(0.335, 3), high: expect.closeTo(0.3983, 3)});
  });

  it('of none or all of them touches the end, and is not a point', () => {
    expect(wilson(0, 10)).toEqual({low: 0, high: expect.closeTo(0.2775328, 6)});
    expect(wilson(10, 10)).toEqual({low: expect.closeTo(0.7224672, 6), high: 1});
  });

  it('of nothing is null', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it('is the set of shares that a test at that level keeps', () => {
    for (const [part, all] of [
      [1, 7],
      [40, 900],
      [3, 5]
    ] as const) {
      const {low, high} = wilson(part, all) ?? {low: 0, high: 0};
      for (const share of [low, high]) {
        expect(Math.abs(part / all - share) / Math.sqrt((share * (1 - share)) / all)).toBeCloseTo(1.959964, 5);
      }
    }
  });
});

describe('the interval of Clopper and Pearson', () => {
  it('is what scipy’s beta quantiles give', () => {
    expect(clopperPearson(15, 50)).toEqual({low: expect.closeTo(0.1786178, 6), high: expect.closeTo(0.4460823, 6)});
    expect(clopperPearson(0, 10)).toEqual({low: 0, high: expect.closeTo(0.3084971, 6)});
    expect(clopperPearson(10, 10)).toEqual({low: expect.closeTo(0.6915029, 6), high: 1});
  });

  it('of nothing is null', () => {
    expect(clopperPearson(0, 0)).toBeNull();
  });

  it('holds Wilson’s, or nearly, and stays within 0 and 1 for many', () => {
    const {low, high} = clopperPearson(1_000, 1_000_000) ?? {low: -1, high: 2};
    expect(low).toBeCloseTo(0.0009390012, 9);
    expect(high).toBeCloseTo(0.0010639181, 9);
  });
});

describe('the incomplete beta function', () => {
  it('is a binomial sum for whole numbers', () => {
    expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(0.6875, 14);
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });
});
