/** An error that is meant for a person to read. Anything else is a bug and reaches the window's handler. */
export class AppError extends Error {
  override name = 'AppError';
}

/** Where in a file something is wrong; `line` counts physical lines from 1. */
export interface Place {
  file: string;
  line?: number;
  column?: string;
  value?: string;
}

/** This file can't be read. `remedy` says what the person can do. */
export class FileError extends AppError {
  override name = 'FileError';
  readonly place: Place;
  readonly remedy: string;

  constructor(message: string, place: Place, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.place = place;
    this.remedy = remedy;
  }
}

/** A required role has no column, or a column doesn't fit its role. */
export class MappingError extends AppError {
  override name = 'MappingError';
  readonly file: string;
  readonly role: string | undefined;

  constructor(message: string, file: string, role?: string, options?: ErrorOptions) {
    super(message, options);
    this.file = file;
    this.role = role;
  }
}

/** DuckDB refused a statement, or it was cancelled or ran out of time or memory. Carries the statement. */
export class QueryError extends AppError {
  override name = 'QueryError';
  readonly sql: string;
  readonly reason: 'refused' | 'cancelled' | 'deadline' | 'memory' | 'lost' | 'too many rows';

  constructor(message: string, sql: string, reason: QueryError['reason'], options?: ErrorOptions) {
    super(message, options);
    this.sql = sql;
    this.reason = reason;
  }
}

/** Our own SQL or declaration is wrong: a bug of ours, not of the person. */
export class ModelError extends AppError {
  override name = 'ModelError';
}
