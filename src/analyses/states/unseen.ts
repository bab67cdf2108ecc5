import {day, list} from '../../messages/format';
import type {Outlook} from './outlook';
import type {States} from './states';
import {words} from './words';

/** What is taken of states that no one was in on the first day; undefined where there are none. */
export function unseenText({unseen}: Outlook, {name}: States, first: string | null): string | undefined {
  if (unseen.length === 0) return undefined;
  return words.t('unseen', {states: list(unseen.map((state) => name(state))), day: day(first)});
}
