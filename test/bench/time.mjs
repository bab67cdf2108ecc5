// @ts-check

/**
 * Milliseconds until what is done is done.
 *
 * @param {() => Promise<unknown>} act
 */
export async function timed(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/**
 * The middle one; of an even number the upper one; undefined of none.
 *
 * @param {readonly number[]} numbers
 */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
