/** The ends of an interval of a share, 0 to 1. */
export interface Interval {
  low: number;
  high: number;
}

/** The point of the standard normal distribution that leaves 2.5 % above it. */
export const z95 = 1.959963984540054;

/**
 * Wilson's interval of a share: what shares the data is compatible with. Null of nothing.
 *
 * source: Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927)
 *
 * @param part how many of them, 0 to `all`
 */
export function wilson(part: number, all: number, z = z95): Interval | null {
  if (all <= 0) return null;
  const middle = part + (z * z) / 2;
  const half = z * Math.sqrt((part * (all - part)) / all + (z * z) / 4);
  const whole = all + z * z;
  return {low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole)};
}

/**
 * The exact interval of a share by Clopper and Pearson: never too narrow, often too wide. Null of nothing.
 *
 * source: Clopper & Pearson, The use of confidence or fiducial limits, Biometrika 26 (1934)
 *
 * @param outside how likely a share outside of it may be, both sides together
 */
export function clopperPearson(part: number, all: number, outside = 0.05): Interval | null {
  if (all <= 0) return null;
  return {
    low: part === 0 ? 0 : shareAt(outside / 2, part, all - part + 1),
    high: part === all ? 1 : shareAt(1 - outside / 2, part + 1, all - part)
  };
}

/** The point below which a part of a beta distribution lies; by halving, to the last bits. */
function shareAt(part: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The regularised incomplete beta function I_x(a, b), for a, b > 0 and x from 0 to 1.
 *
 * source: Press et al., Numerical Recipes, 6.4: Lentz's continued fraction
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a;
  return front * fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
] as const;

/** ln Γ(x) for x ≥ 0.5, to some 14 digits, by Lanczos. */
function logGamma(x: number): number {
  const [first, ...rest] = lanczos;
  const base = x + 6.5;
  const sum = rest.reduce<number>((total, coefficient, place) => total + coefficient / (x + place), first);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}
