import type {Progress} from '../../ingest/types';

/** Seconds until the bytes are read, at the pace so far; null while too little is known, or all are read. */
export function secondsLeft(elapsedMs: number, {stage, bytes, total_bytes}: Progress): number | null {
  if (stage !== 'reading' || bytes === 0 || bytes >= total_bytes || elapsedMs < 500) return null;
  return Math.ceil((elapsedMs * (total_bytes - bytes)) / bytes / 1000);
}
