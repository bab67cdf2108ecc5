/** @typedef {string | number | null} Cell null: an empty field */

/**
 * RFC 4180 with a header, commas and line feeds; quotes only where a field needs them.
 * @param {readonly string[]} header
 * @param {readonly (readonly Cell[])[]} rows
 */
export function csv(header, rows) {
  return [header, ...rows].map((row) => row.map(field).join(',') + '\n').join('');
}

/** Cents as an amount with two decimals. @param {number} cents */
export function amount(cents) {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** @param {Cell} cell */
function field(cell) {
  const text = cell === null ? '' : String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
