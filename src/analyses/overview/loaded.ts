import {count, day} from '../../messages/format';
import {wanting, type Analysis, type Loaded} from '../analysis';
import type {SmallRow} from '../small-row';
import {words} from './words';

const tables = ['purchase', 'customer', 'interaction', 'partnership_cost'] as const;

/** The tables, their rows, and from when to when. */
export function loadedRows({rows, spans}: Loaded): SmallRow[] {
  return tables.map((table) => {
    const {from, to} = spans[table];
    return {cells: [words.t(`loaded.${table}`), count(rows[table]), day(from), day(to)]};
  });
}

/** What other columns would add, by analysis. */
export function lackingOf(analyses: readonly Analysis[], loaded: Loaded): {title: string; what: string[]}[] {
  return analyses
    .map((analysis) => ({
      title: analysis.words.t('title'),
      what: [...analysis.needs.filter((need) => !loaded.filled.has(need)), ...wanting(analysis, loaded)].map((need) =>
        analysis.words.t(`missing.${need}`)
      )
    }))
    .filter(({what}) => what.length > 0);
}
