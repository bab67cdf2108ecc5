import {QueryError} from './errors';
import {split, tokens} from './tokens';

/**
 * The single statement of a text that a person wrote. Reading is all it may do.
 * DuckDB is asked again: it must find one statement, and runs it in a read-only transaction.
 *
 * @throws {QueryError} if it is none, several, begins with a word that doesn't read, or calls a function that does more than that
 */
export function readingStatement(sql: string): string {
  const statement = only(sql);
  const [first, ...rest] = words(statement);
  const verb = first === 'explain' ? rest.find((word) => !explainWords.has(word)) : first;
  if (verb === undefined || !readingVerbs.has(verb)) {
    throw new QueryError(`only statements that read are allowed here: ${verb ?? first ?? '(none)'}`, sql, 'refused');
  }
  const call = calls(statement).find((name) => effects.has(name));
  if (call !== undefined) throw new QueryError(`function that isn't allowed here: ${call}`, sql, 'refused');
  return statement;
}

/** @throws {QueryError} if the text is not exactly one statement */
export function only(sql: string): string {
  const [statement, ...more] = split(sql);
  if (statement === undefined) throw new QueryError('no statement', sql, 'refused');
  if (more.length) throw new QueryError(`one statement is allowed, not ${more.length + 1}`, sql, 'refused');
  return statement;
}

/**
 * True where DuckDB itself makes several statements of one: a `pivot` without its values first collects them.
 * Spaces that are not ASCII are left out: DuckDB's parser and its tokenizer take them differently.
 */
export function mayExpand(sql: string): boolean {
  return words(sql).some((word) => /^pivot/.test(word)) && !/[^\S \t\n\r\v\f]/.test(sql);
}

const readingVerbs = new Set('select from with values table describe desc summarize show pivot unpivot'.split(' '));
const explainWords = new Set('analyze verbose format json text html graphviz yaml true false'.split(' '));

/**
 * Functions that a read-only transaction lets change something, or that take SQL as text. `enable_logging` even writes files,
 * wherever it likes, whatever `enable_external_access` says.
 */
const effects = new Set(
  'enable_logging disable_logging truncate_duckdb_logs write_log checkpoint force_checkpoint query arrow_scan arrow_scan_dumb seq_scan'.split(
    ' '
  )
);

function words(sql: string): string[] {
  return [...tokens(sql)].filter(({kind}) => kind === 'word').map(({text}) => text.toLowerCase());
}

/** Names, quoted or not, that are followed by an opening parenthesis. */
function calls(sql: string): string[] {
  const significant = [...tokens(sql)].filter(({kind}) => kind !== 'space' && kind !== 'comment');
  return significant.filter((_, i) => significant[i + 1]?.text === '(').map(({kind, text}) => nameOf(kind, text));
}

function nameOf(kind: string, text: string): string {
  return (kind === 'name' ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
}
