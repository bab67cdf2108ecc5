import {ModelError} from './errors';
import {tokens} from './tokens';

/**
 * What a `$name` can be filled with. A number becomes a numeric literal, a list `['a', 'b']`.
 * Dates travel as text and are cast where they are used: `$from::date`.
 */
export type Scalar = string | number | bigint | boolean | null;
export type Params = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/**
 * Fills every `$name` with its value as a literal: the text is complete, can be shown, and runs in any DuckDB.
 * Strings, quoted names and comments are left as they are. An empty list is `[]`: write `$names::varchar[]`.
 *
 * @throws {ModelError} if the statement names a parameter that isn't given, or the reverse, or a number isn't finite
 */
export function bind(sql: string, params: Params = {}): string {
  const seen = new Set<string>();
  let text = '';
  for (const token of tokens(sql))
    text += token.kind === 'parameter' ? fill(token.text.slice(1), params, seen) : token.text;
  const unused = Object.keys(params).find((name) => !seen.has(name));
  if (unused !== undefined) throw new ModelError(`unused parameter: ${unused}`);
  return text;
}

/** A name in double quotes. @throws {ModelError} if it is empty or holds a NUL, which DuckDB has no way to write */
export function identifier(name: string): string {
  if (name === '' || name.includes('\0')) throw new ModelError(`name that can't be quoted: ${JSON.stringify(name)}`);
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value as SQL. Lone surrogates, which UTF-8 can't hold, become U+FFFD. @throws {ModelError} if a number isn't finite */
export function literal(value: Scalar | readonly Scalar[]): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return string(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return `[${value.map(literal).join(', ')}]`;
  const text = typeof value === 'number' ? number(value) : String(value);
  return value < 0 ? `(${text})` : text;
}

function fill(name: string, params: Params, seen: Set<string>): string {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  if (value === undefined) throw new ModelError(`missing parameter: ${name}`);
  seen.add(name);
  return literal(value);
}

/** DuckDB reads `0.1` as an exact DECIMAL, and `1e-1` as a DOUBLE; a long DECIMAL would lose its last bit on the way to DOUBLE. */
function number(value: number): string {
  if (!Number.isFinite(value)) throw new ModelError(`number that isn't finite: ${value}`);
  const text = String(value);
  return Number.isSafeInteger(value) || text.replace(/\D/g, '').length <= 15 ? text : value.toExponential();
}

/** A NUL would end the statement's text early, so it is spelled `chr(0)`. */
function string(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join('') : `(${parts.join(' || chr(0) || ')})`;
}
