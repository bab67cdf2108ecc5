/** The shortest text that reads back as the same double. (Of 2^81 and 2^91 DuckDB 1.4.3 writes twice the number.) */
export function doubleText(value: number): string {
  return special(value) ?? engineNotation(value, value.toExponential());
}

/**
 * The shortest text that reads back as the same float. Where it is in doubt (the text lies halfway to a neighbour, or the
 * float halfway between two texts), DuckDB writes the float as the double that it is. (A few powers of two differ in the
 * last digit, 2^87 for one.)
 */
export function floatText(value: number): string {
  const fixed = special(value);
  if (fixed !== undefined) return fixed;
  const [low, high] = halfways(Math.abs(value));
  for (let digits = 0; digits < 9; digits++) {
    const text = value.toExponential(digits);
    const read = Math.abs(Number(text));
    if (read < low || read > high) continue;
    const longer = value.toExponential(digits + 1);
    const doubtful = read === low || read === high || (longer.includes('5e') && Number(longer) === value);
    return doubtful ? doubleText(value) : engineNotation(value, text);
  }
  return doubleText(value);
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  return undefined;
}

/** From `1.5e+3` to what DuckDB writes: plain from 1e-4 to 1e16, else with at least two digits of exponent. */
function engineNotation(value: number, exponential: string): string {
  const [mantissa = '', power = '0'] = exponential.split('e');
  const exponent = Number(power);
  const sign = value < 0 ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  if (exponent < -4 || exponent >= 16) return sign + scientific(digits, exponent);
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

function scientific(digits: string, exponent: number): string {
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${two(Math.abs(exponent))}`;
}

/** The points halfway from a positive float to its neighbours; above the largest one, as far as below. */
function halfways(value: number): [low: number, high: number] {
  const floats = Float32Array.of(value, value);
  const bits = new Int32Array(floats.buffer);
  bits[0] = (bits[0] ?? 0) - 1;
  bits[1] = (bits[1] ?? 0) + 1;
  const [below = 0, above = 0] = floats;
  return [(below + value) / 2, Number.isFinite(above) ? (value + above) / 2 : value + (value - below) / 2];
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
