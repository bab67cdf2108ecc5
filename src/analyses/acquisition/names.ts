import type {StepRow} from './parts';
import {words} from './words';

/** What a step is called: as the file calls its stage, else in our words. */
export function stepName({step, stage}: Pick<StepRow, 'step' | 'stage'>): string {
  return stage ?? words.t(step === 'won' ? 'step.won' : 'step.start');
}

/** What a group of leads is called. */
export const groupName = (group: string): string => (group === '' ? words.t('group.none') : group);

/** `1 day`, `14 days`; halves as such. */
export const days = (count: number, number: string): string => words.t('days', {count, number});
