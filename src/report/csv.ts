import type {Row, Value} from '../engine/rows';

export interface CsvOptions {
  /** puts `'` before text that a spreadsheet would take for a formula; numbers are never touched */
  neutralise?: boolean;
}

/** Rows as CSV (RFC 4180, CRLF, UTF-8 with BOM so that spreadsheets read it): `columns` name the fields and their order. */
export function csv(
  columns: readonly {name: string; label: string}[],
  rows: readonly Row[],
  {neutralise = true}: CsvOptions = {}
): string {
  const text = neutralise ? harmless : plain;
  const lines = [
    columns.map(({label}) => quoted(text(label))),
    ...rows.map((row) => columns.map(({name}) => quoted(text(row[name] ?? null))))
  ];
  return `\uFEFF${lines.map((fields) => `${fields.join(',')}\r\n`).join('')}`;
}

const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const numeral = /^-?\d+(\.\d+)?$/;

function harmless(value: Value): string {
  const text = plain(value);
  return typeof value === 'string' && formula.test(text) && !numeral.test(text) ? `'${text}` : text;
}

function plain(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object')
    return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part));
  return String(value);
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
