import type {Window} from '../analysis';
import type {PhasesParams} from './params';

/** The day from which the test looks ahead, as the models count it; null where nothing is loaded. */
export function testDay({to}: Window, {test_days}: PhasesParams): string | null {
  if (to === null) return null;
  return new Date(Date.parse(`${to}T00:00:00Z`) - test_days * 86_400_000).toISOString().slice(0, 10);
}
