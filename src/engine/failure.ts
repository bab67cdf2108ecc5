import {QueryError} from './errors';

/** What the worker threw, as an error that says what became of the statement. DuckDB's text is kept with its caret line. */
export function failure(error: unknown, sql: string): QueryError {
  const text = error instanceof Error ? error.message : String(error);
  if (isTrap(error, text)) return new QueryError(`the engine stopped: ${text}`, sql, 'lost', {cause: error});
  const {type, message} = described(text);
  return new QueryError(message, sql, reasonOf(type, message), {cause: error});
}

const trapNames = new Set(['RuntimeError', 'RangeError', 'LinkError', 'CompileError', 'InternalError']);
const trapText =
  /memory access out of bounds|table index is out of bounds|function signature mismatch|null function|indirect call|unreachable executed|call stack size exceeded|^Aborted\(|database has been invalidated|"exception_type":"FATAL"/;

/** True where wasm itself broke down, or DuckDB says that its state can't be trusted any more. */
function isTrap(error: unknown, text: string): boolean {
  return (error instanceof Error && trapNames.has(error.name)) || trapText.test(text);
}

/** DuckDB-Wasm throws JSON: `{"exception_type": "Parser", "exception_message": "…"}`. */
function described(text: string): {type: string; message: string} {
  const {exception_type: type, exception_message: message} = parsed(text);
  if (typeof type !== 'string' || typeof message !== 'string') return {type: '', message: text};
  return {type, message: `${type} Error: ${message}`};
}

function parsed(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function reasonOf(type: string, message: string): QueryError['reason'] {
  if (type === 'Out of Memory' || /out of memory|failed to allocate|malloc of size/i.test(message)) return 'memory';
  return type.toLowerCase() === 'interrupt' ? 'cancelled' : 'refused';
}
