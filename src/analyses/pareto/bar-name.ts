import {count} from '../../messages/format';
import type {BarRow} from './rows';
import {words} from './words';

/** What a bar is called: its name, else its id, or its ranks where it holds several. */
export function barName({id, name, rank_from, rank_to}: BarRow): string {
  if (rank_from !== rank_to) return words.t('select.ranks', {from: count(rank_from), to: count(rank_to)});
  return name ?? id ?? words.t('chart.bars.none given');
}
