import {describe, expect, it} from 'vitest';
import {discountPerStep, expectedValue, forecast, powers, transitionShares} from './markov';

/** Pfeifer & Carraway 2000: bought 1, 2, 3, 4 periods ago, lost; a purchase brings 40, mail costs 4. */
const shares = [
  [0.3, 0.7, 0, 0, 0],
  [0.2, 0, 0.8, 0, 0],
  [0.15, 0, 0, 0.85, 0],
  [0.05, 0, 0, 0, 0.95],
  [0, 0, 0, 0, 1]
];
const reward = [36, -4, -4, -4, 0];

const rounded = (values: readonly number[] | null): number[] | undefined =>
  values?.map((value) => Math.round(value * 1000) / 1000 + 0);

describe('transitionShares', () => {
  it('divides each row by its sum', () => {
    expect(transitionShares([[3, 1], [0, 5]])).toEqual([[0.75, 0.25], [0, 1]]); // prettier-ignore
  });

  it('lets a state that no one was in stay as it is', () => {
    expect(transitionShares([[0, 0], [2, 2]])).toEqual([[1, 0], [0.5, 0.5]]); // prettier-ignore
  });
});

describe('powers', () => {
  it('begins with the unit matrix, and every row of every power adds up to 1', () => {
    const all = powers(shares, 6);
    expect(all).toHaveLength(7);
    expect(all[1]).toEqual(shares);
    expect(all[2]?.[0]?.map((value) => Number(value.toFixed(12)))).toEqual([0.23, 0.21, 0.56, 0, 0]);
    for (const row of all.flat()) expect(row.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
  });
});

describe('forecast', () => {
  it('moves everyone and loses no one', () => {
    const all = forecast(shares, [100, 50, 0, 0, 10], 2);
    expect(all[1]?.map((value) => Number(value.toFixed(9)))).toEqual([40, 70, 40, 0, 10]);
    for (const now of all) expect(now.reduce((sum, count) => sum + count)).toBeCloseTo(160, 9);
  });
});

describe('expectedValue', () => {
  it('gives the published values of four periods', () => {
    expect(rounded(expectedValue(shares, reward, 0.2, 4))).toEqual([50.115, 4.22, 0.592, -1.98, 0]);
  });

  it('gives the published values without an end', () => {
    expect(rounded(expectedValue(shares, reward, 0.2, 'infinite'))).toEqual([52.32, 5.554, 1.251, -1.82, 0]);
  });

  it('needs no discount where everyone is lost at last', () => {
    expect(expectedValue(shares, reward, 0, 'infinite')?.[0]).toBeCloseTo(64.25, 2);
  });

  it('approaches the endless value as periods pass', () => {
    const long = expectedValue(shares, reward, 0.2, 400);
    expectedValue(shares, reward, 0.2, 'infinite')?.forEach((value, state) => {
      expect(long?.[state]).toBeCloseTo(value, 9);
    });
  });

  it('is the reward alone where no period follows', () => {
    expect(expectedValue(shares, reward, 0.2, 0)).toEqual(reward);
  });

  it('has no end where rewards never stop and nothing is discounted', () => {
    expect(expectedValue([[1]], [5], 0, 'infinite')).toBeNull();
    expect(expectedValue([[1]], [5], 0.1, 'infinite')?.[0]).toBeCloseTo(55, 9);
    expect(expectedValue([[1]], [0], 0, 'infinite')).toEqual([0]);
    expect(expectedValue([], [], 0, 'infinite')).toEqual([]);
  });
});

describe('discountPerStep', () => {
  it('compounds to the yearly rate', () => {
    expect(discountPerStep(0.1, 365)).toBeCloseTo(0.1, 12);
    expect((1 + discountPerStep(0.1, 73)) ** 5).toBeCloseTo(1.1, 12);
  });
});
