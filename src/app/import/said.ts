import type {Reasoned} from '../../ingest/types';
import {unmatchedReason} from '../../ingest/plan/plan-problems';
import {ingest} from '../../messages/ingest';

/** A reason or assumption of `ingest/` in words. */
export function said({key, values}: Reasoned<unknown>['reason']): string {
  if (key.startsWith(unmatchedReason)) return ingest.t('no match', {file: key.slice(unmatchedReason.length)});
  if (!ingest.has(key)) throw new Error(`unknown message: ${key}`);
  return ingest.t(key, values);
}
