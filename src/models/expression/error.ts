import {ModelError} from '../../engine/errors';
import {conditionWords} from './words';

/**
 * Why a condition can't be taken: a word that means nothing here, one that stands where it can't, one whose kind of value
 * doesn't fit, a text that ends too early, or isn't true or false in the end, is empty, too long or too deep.
 */
export type ConditionReason =
  'unknown' | 'unexpected' | 'kind' | 'unfinished' | 'no condition' | 'empty' | 'long' | 'deep';

/** A condition that can't be taken. `word` is what it is about, '' where it is about all; `offers` what can be used. */
export class ConditionError extends ModelError {
  override name = 'ConditionError';
  readonly reason: ConditionReason;
  readonly word: string;
  readonly offers: readonly string[];

  constructor(reason: ConditionReason, word: string, offers: readonly string[]) {
    super(`${sentences[reason](word)}${offers.length > 0 ? ` Can be used: ${offers.join(', ')}.` : ''}`);
    this.reason = reason;
    this.word = word;
    this.offers = offers;
  }
}

export const refuse = (reason: ConditionReason, word: string, columns: readonly string[] = []): ConditionError =>
  new ConditionError(reason, shortened(word), reason === 'unknown' ? [...columns, ...conditionWords] : columns);

const sentences: Record<ConditionReason, (word: string) => string> = {
  unknown: (word) => `“${word}” means nothing in a condition.`,
  unexpected: (word) => `“${word}” can't stand here.`,
  kind: (word) => `“${word}” doesn't fit what it is compared or reckoned with.`,
  unfinished: () => 'The condition ends too early.',
  'no condition': (word) => `“${word}” is neither true nor false.`,
  empty: () => 'There is no condition.',
  long: () => 'The condition is too long.',
  deep: () => 'The condition has too many brackets within brackets.'
};

const shortened = (word: string): string => (word.length > 60 ? `${word.slice(0, 59)}…` : word);
