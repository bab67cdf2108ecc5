import type {Reasoned} from '../../ingest/types';
import {words} from '../../messages/import';
import type {DraftFile} from './draft-file';
import {said} from './said';

type Reason = Reasoned<unknown>['reason'];

/** What is as it mostly is, and needs no words but where a person asks. */
const usual = new Set([
  'encoding.ascii',
  'encoding.ascii-so-far',
  'encoding.valid',
  'dialect.fits',
  'dialect.mostly',
  'region.named',
  'written'
]);

/** Why the file is what it is, and what of its bytes is out of the ordinary, in words. */
export const told = (file: DraftFile): string =>
  inWords(file, [...reasons([file.mapping?.reason]), ...bytesOf(file).filter((reason) => !isUsual(reason))]);

/** What was understood of the bytes, as far as it is as usual, in words. */
export const toldLater = (file: DraftFile): string => inWords(file, bytesOf(file).filter(isUsual));

/** Sheets and tables have rows where texts have lines. */
function inWords({source}: DraftFile, all: readonly Reason[]): string {
  return all
    .map((reason) => {
      const key = `rows.${reason.key}`;
      return source.origin?.written && words.has(key) ? words.t(key, reason.values) : said(reason);
    })
    .join(' ');
}

function bytesOf({source, inspection}: DraftFile): Reason[] {
  const {encoding, dialect, region} = inspection ?? {};
  return reasons([encoding?.reason, dialect?.reason, region?.reason, ...(source.origin?.notes ?? [])]);
}

/** Each once, without what the person chose. */
function reasons(all: readonly (Reason | undefined)[]): Reason[] {
  const found = all.flatMap((reason) => (reason && reason.key !== 'chosen' ? [reason] : []));
  return [...new Map(found.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** The first line names the columns, and nothing stands above, below or between. */
function isUsual({key, values = {}}: Reason): boolean {
  if (usual.has(key) || key.startsWith('written')) return true;
  const {preamble = 0, footer = 0, below = 0, comment = 'none'} = values;
  return (
    key.startsWith('region.header') &&
    !key.startsWith('region.headers') &&
    preamble === 0 &&
    footer === 0 &&
    below === 0 &&
    comment === 'none'
  );
}
