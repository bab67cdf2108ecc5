import {isState} from '../../models/grouping';
import {words} from './words';

/** What a group of customers is called; '' is "none given". */
export function groupName(id: string, split: string): string {
  if (id === '') return words.t('group.none given');
  const key = `class.${id}`;
  return isState(split) && words.has(key) ? words.t(key) : id;
}

/** What a row of accounts is called. */
export const accountName = ({id, name}: {id: string; name: string | null}, split: string): string =>
  name ?? groupName(id, split);
