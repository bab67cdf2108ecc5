import {FormatError} from './converter';

/**
 * What is read, with every failure as a FormatError: of the given kind, or of a file that went away meanwhile, or of one
 * that is too large for this reader.
 */
export async function* refusing<T>(kind: string, read: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* read;
  } catch (cause) {
    throw refusal(kind, cause);
  }
}

/** A failure as a FormatError. */
export function refusal(kind: string, cause: unknown): FormatError {
  if (cause instanceof FormatError) return cause;
  if (cause instanceof DOMException && gone.has(cause.name)) return new FormatError('unreadable', {cause});
  const tooLarge = cause instanceof RangeError && /allocation|string length/i.test(cause.message);
  return new FormatError(tooLarge ? 'too-large' : kind, {cause});
}

const gone = new Set(['NotReadableError', 'NotFoundError']);

/**
 * Batches again after a look at the first one; null where there is none. Where the look fails, so do the batches: what
 * is wrong with one table says nothing of the others.
 */
export async function peeked<T>(batches: AsyncGenerator<T>): Promise<AsyncGenerator<T> | null> {
  try {
    const first = await batches.next();
    return first.done ? null : chained(() => first.value, batches);
  } catch (error) {
    return chained(() => raise(error), batches);
  }
}

async function* chained<T>(first: () => T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first();
  yield* rest;
}

function raise(error: unknown): never {
  throw error;
}
