/**
 * The probability that chance alone makes a χ² at least this large; 1 for 0 and below, NaN without degrees of freedom.
 * Exact to about 14 digits, far into the tail too.
 */
export function chiSquaredUpper(statistic: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0) || Number.isNaN(statistic)) return NaN;
  if (statistic <= 0) return 1;
  return upperGamma(degreesOfFreedom / 2, statistic / 2);
}

/**
 * The regularised upper incomplete gamma function Q(a, x), a and x above 0.
 *
 * source: series and Lentz's continued fraction, Press et al., “Numerical Recipes”, 6.2
 */
export function upperGamma(a: number, x: number): number {
  if (x === Infinity) return 0;
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a));
  return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
}

const smallest = 1e-300;
const mostTerms = 10_000;

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostTerms && term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / smallest;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < mostTerms; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / away(factor * d + b);
    c = away(b + factor / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) break;
  }
  return value;
}

const away = (value: number): number => (Math.abs(value) < smallest ? smallest : value);

/** ln Γ(x) for x above 0. source: Lanczos's approximation, g = 7, nine terms */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const [first = 0, ...rest] = lanczos;
  const sum = rest.reduce((total, term, place) => total + term / (x + place), first);
  const at = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(at) - at + Math.log(sum);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
];
