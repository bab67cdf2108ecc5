import {describe, expect, it} from 'vitest';
import {logRank, logRankParts, type Moment} from './log-rank';

/** Two in each group: a ends at 1 and 3, b ends at 2 and is last seen at 3. */
const four: Moment[] = [
  {time: 3, ended: [1, 0], censored: [0, 1]},
  {time: 1, ended: [1, 0], censored: [0, 0]},
  {time: 2, ended: [0, 1], censored: [0, 0]}
];

describe('what the test is made of', () => {
  it('is worked out at each time, in any order of times', () => {
    const {observed, expected, covariance} = logRankParts(four);
    expect(observed).toEqual([2, 1]);
    // a: 2/4 + 1/3 + 1/2; b: 2/4 + 2/3 + 1/2
    expect(expected[0]).toBeCloseTo(4 / 3, 14);
    expect(expected[1]).toBeCloseTo(5 / 3, 14);
    // 1/2 × 1/2 + 1/3 × 2/3 + 1/2 × 1/2
    expect(covariance[0]?.[0]).toBeCloseTo(13 / 18, 14);
    expect(covariance[0]?.[1]).toBeCloseTo(-13 / 18, 14);
  });

  it('varies nothing where one is left', () => {
    expect(logRankParts([{time: 1, ended: [1, 0], censored: [0, 0]}]).covariance).toEqual([
      [0, 0],
      [0, 0]
    ]);
  });
});

describe('the test', () => {
  it('is (O − E)² ÷ V of two groups', () => {
    const test = logRank(logRankParts(four));
    expect(test?.statistic).toBeCloseTo((2 - 4 / 3) ** 2 / (13 / 18), 12);
    expect(test?.degreesOfFreedom).toBe(1);
  });

  it('doesn’t depend on the order of the groups', () => {
    const three: Moment[] = Array.from({length: 9}, (_, time) => ({
      time,
      ended: [Number(time % 2 === 0), Number(time % 3 === 0), Number(time > 5)],
      censored: [1, Number(time < 2), 0]
    }));
    const turned = three.map(({time, ended, censored}) => ({
      time,
      ended: ended.toReversed(),
      censored: censored.toReversed()
    }));
    expect(logRank(logRankParts(turned))?.statistic).toBeCloseTo(logRank(logRankParts(three))?.statistic ?? NaN, 10);
    expect(logRank(logRankParts(three))?.degreesOfFreedom).toBe(2);
  });

  it('leaves out groups of which nothing is expected', () => {
    const withEmpty = four.map(({time, ended, censored}) => ({time, ended: [...ended, 0], censored: [...censored, 0]}));
    expect(logRank(logRankParts(withEmpty))).toEqual(logRank(logRankParts(four)));
  });

  it('says nothing of one group, of none, and where nothing varies', () => {
    expect(logRank(logRankParts([]))).toBeNull();
    expect(logRank(logRankParts([{time: 1, ended: [3], censored: [2]}]))).toBeNull();
    expect(logRank(logRankParts([{time: 1, ended: [0, 0], censored: [1, 1]}]))).toBeNull();
    expect(logRank(logRankParts([{time: 1, ended: [1, 1], censored: [0, 0]}]))).toBeNull();
  });

  it('finds no difference between groups that are alike', () => {
    const alike = Array.from({length: 5}, (_, time) => ({time, ended: [2, 2], censored: [1, 1]}));
    expect(logRank(logRankParts(alike))).toEqual({statistic: 0, degreesOfFreedom: 1, p: 1});
  });
});
