import type {Dialect, Origin, Reasoned, Region} from '../types';

/** What is known of a text that we wrote of another format. */
export interface WrittenAs {
  encoding: Reasoned<string>;
  dialect: Reasoned<Dialect>;
  /** null for sheets, whose tables may have titles above them and totals below */
  region: Reasoned<Region> | null;
}

/** How a text is read that we wrote. Nothing of it is a guess. */
export function writtenAs({file, format, part, named}: Origin): WrittenAs {
  const values = {file: file.name, format, part: part.join(' › ')};
  const reason = {key: part.length === 0 ? 'written' : 'written.part', values};
  const region = {value: {preamble: 0, header: 1, footer: 0}, reason: {key: 'region.named'}};
  return {
    encoding: {value: 'utf-8', reason},
    dialect: {value: {delimiter: ',', quote: '"', escape: '"'}, reason},
    region: named ? region : null
  };
}
