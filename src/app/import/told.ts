import type {Reasoned} from '../../ingest/types';
import type {DraftFile} from './draft-file';

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

/** Why the file is what it is, and what of its bytes is out of the ordinary. */
export const told = (file: DraftFile): Reason[] => [
  ...reasons([file.mapping?.reason]),
  ...bytesOf(file).filter((reason) => !isUsual(reason))
];

/** What was understood of the bytes, as far as it is as usual. */
export const toldLater = (file: DraftFile): Reason[] => bytesOf(file).filter(isUsual);

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
