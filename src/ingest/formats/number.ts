/** Significant digits that a spreadsheet keeps of a number; what a double has beyond them is an artefact of sums. */
const digitsKept = 15;

/**
 * A number of a spreadsheet as text: of at most 15 significant digits, without exponent or thousands marks. Of a
 * whole number that is written in digits only, all of them stay. Null: it is no number.
 *
 * @param written the number as the file has it
 */
export function spreadsheetNumber(written: string): string | null {
  if (isPlain(written)) return written;
  const text = written.trim();
  if (/^-?[1-9]\d*$/.test(text)) return text;
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? null : roundedText(number);
}

/** A number as text of at most 15 significant digits, without exponent. */
export function roundedText(number: number): string {
  const text = String(number);
  if (text.length <= digitsKept && !text.includes('e')) return text === '-0' ? '0' : text;
  return withoutExponent(String(Number(number.toPrecision(digitsKept))));
}

/** The shortest text that a double is read back from, without exponent; null for what is no number. */
export function shortestText(number: number): string | null {
  if (!Number.isFinite(number)) return null;
  return Object.is(number, -0) ? '0' : withoutExponent(String(number));
}

/** The shortest text that a 32-bit float is read back from, without exponent; null for what is no number. */
export function shortestFloat(number: number): string | null {
  if (!Number.isFinite(number)) return null;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(number.toPrecision(digits));
    if (Math.fround(short) === number) return shortestText(short);
  }
  return shortestText(Number(number.toPrecision(9)));
}

/** An exact decimal as text: `-123` with two decimals is `-1.23`. A negative scale adds zeros. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return `${unscaled * 10n ** BigInt(-scale)}`;
  const sign = unscaled < 0n ? '-' : '';
  const digits = `${unscaled < 0n ? -unscaled : unscaled}`.padStart(scale + 1, '0');
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Up to 15 digits, with a point at most, no zero too many: what most cells hold, and needs no work. */
function isPlain(text: string): boolean {
  const {length} = text;
  if (length === 0 || length > digitsKept) return false;
  let point = -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 && point < 0 && at > 0) point = at;
    else if (code < 48 || code > 57) return false;
  }
  if (text.charCodeAt(0) === 48 && point !== 1 && length > 1) return false;
  return point < 0 || (text.charCodeAt(length - 1) !== 48 && point < length - 1);
}

function withoutExponent(text: string): string {
  if (!text.includes('e')) return text;
  const [, sign = '', whole = '', decimals = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  const digits = whole + decimals;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
