/** What a stretch of SQL text is. `broken` is a string, name or comment that isn't closed: it reaches to the end. */
export type TokenKind =
  'space' | 'comment' | 'string' | 'name' | 'word' | 'number' | 'parameter' | 'semicolon' | 'symbol' | 'broken';

export interface Token {
  kind: TokenKind;
  text: string;
}

/**
 * Cuts SQL into tokens as DuckDB's lexer does; the texts of all tokens together are the input again.
 * Knows `'…'`, `e'…\'…'`, `$tag$…$tag$`, `"…"`, `-- …` and nested block comments, so that what stands inside them is never taken for SQL.
 */
export function* tokens(sql: string): Generator<Token, void, undefined> {
  for (let start = 0; start < sql.length;) {
    const {kind, end} = next(sql, start);
    yield {kind, text: sql.slice(start, end)};
    start = end;
  }
}

/** The statements of a text, without the `;` between them; stretches of spaces and comments alone are no statement. */
export function split(sql: string): string[] {
  const statements: string[] = [];
  let text = '';
  let filled = false;
  for (const token of [...tokens(sql), {kind: 'semicolon', text: ''} as const]) {
    if (token.kind !== 'semicolon') {
      text += token.text;
      filled ||= token.kind !== 'space' && token.kind !== 'comment';
      continue;
    }
    if (filled) statements.push(text.trim());
    text = '';
    filled = false;
  }
  return statements;
}

interface End {
  kind: TokenKind;
  end: number;
}

const space = /[\s\u0085\u180e]+/y;
const word = /[\p{L}_\u0080-\u{10ffff}][\p{L}\p{N}_$\u0080-\u{10ffff}]*/uy;
const number = /(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const parameter = /\$[\p{L}_\u0080-\u{10ffff}\d][\p{L}\p{N}_\u0080-\u{10ffff}]*/uy;
const dollarQuote = /\$(?:[\p{L}_\u0080-\u{10ffff}][\p{L}\p{N}_\u0080-\u{10ffff}]*)?\$/uy;

function next(sql: string, start: number): End {
  const two = sql.slice(start, start + 2);
  if (two === '--') return {kind: 'comment', end: lineEnd(sql, start)};
  if (two === '/*') return comment(sql, start);
  if (two === "e'" || two === "E'") return string(sql, start + 2, true);
  const one = two.charAt(0);
  if (one === "'") return string(sql, start + 1, false);
  if (one === '"') return closed('name', sql, start + 1, '"');
  if (one === ';') return {kind: 'semicolon', end: start + 1};
  if (one === '$') return dollar(sql, start);
  return (
    match('space', space, sql, start) ??
    match('word', word, sql, start) ??
    match('number', number, sql, start) ?? {kind: 'symbol', end: start + 1}
  );
}

function match(kind: TokenKind, pattern: RegExp, sql: string, start: number): End | undefined {
  pattern.lastIndex = start;
  return pattern.test(sql) ? {kind, end: pattern.lastIndex} : undefined;
}

function lineEnd(sql: string, start: number): number {
  const rest = /[\n\r]/g;
  rest.lastIndex = start;
  return rest.exec(sql)?.index ?? sql.length;
}

function comment(sql: string, start: number): End {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  let depth = 0;
  for (let found = edge.exec(sql); found; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return {kind: 'comment', end: edge.lastIndex};
  }
  return {kind: 'broken', end: sql.length};
}

function string(sql: string, start: number, backslash: boolean): End {
  if (!backslash) return closed('string', sql, start, "'");
  const edge = /\\|'/g;
  edge.lastIndex = start;
  for (let found = edge.exec(sql); found; found = edge.exec(sql)) {
    if (found[0] === "'" && sql[edge.lastIndex] !== "'") return {kind: 'string', end: edge.lastIndex};
    edge.lastIndex += 1;
  }
  return {kind: 'broken', end: sql.length};
}

/** To the quote that closes; a doubled one doesn't. */
function closed(kind: TokenKind, sql: string, start: number, quote: string): End {
  for (let end = sql.indexOf(quote, start); end >= 0; end = sql.indexOf(quote, end + 2)) {
    if (sql[end + 1] !== quote) return {kind, end: end + 1};
  }
  return {kind: 'broken', end: sql.length};
}

function dollar(sql: string, start: number): End {
  const quote = match('string', dollarQuote, sql, start);
  if (!quote) return match('parameter', parameter, sql, start) ?? {kind: 'symbol', end: start + 1};
  const tag = sql.slice(start, quote.end);
  const end = sql.indexOf(tag, quote.end);
  return end < 0 ? {kind: 'broken', end: sql.length} : {kind: 'string', end: end + tag.length};
}
