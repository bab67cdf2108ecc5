/** The least distance between places, and where they may lie. */
export interface Lines {
  least: number;
  from: number;
  to: number;
}

/** The places moved as little as needed to lie `least` apart, in the order they were in; squeezed where there is no room. */
export function placed(wanted: readonly number[], {least, from, to}: Lines): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const apart = Math.min(least, (to - from) / Math.max(1, wanted.length - 1));
  const spots = wanted.map(() => 0);
  let before = from - apart;
  for (const index of order) spots[index] = before = Math.max(wanted[index] ?? 0, before + apart);
  let after = to + apart;
  for (const index of order.toReversed()) spots[index] = after = Math.min(spots[index] ?? 0, after - apart);
  return spots;
}
