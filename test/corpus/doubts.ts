import type {Inspection, Receipt} from '../../src/ingest/types';

/**
 * What a person was told to check: how fields are separated, which letters bytes are, which of two numbers is the day,
 * whether a mark before three digits is of thousands.
 */
export type Doubt = 'layout' | 'letters' | 'days' | 'amounts';

/** Reasons at a file that ask the person to check it. */
const reasons: Record<string, Doubt> = {
  'dialect.doubt': 'layout',
  'dialect.poorly': 'layout',
  'dialect.one-column': 'layout',
  'encoding.unsure': 'letters',
  'encoding.doubt': 'letters'
};

/** What the file's reasons and, once it is loaded, its account say is in doubt. */
export function doubtsOf({dialect, encoding}: Inspection, receipt?: Receipt): ReadonlySet<Doubt> {
  const said = [dialect, encoding].flatMap(({reason}) => reasons[reason.key] ?? []);
  const assumed = receipt?.files.flatMap(({assumptions}) => assumptions.flatMap(doubtOf)) ?? [];
  return new Set([...said, ...assumed]);
}

/** No date, or only some of them, tells day from month; nothing tells the decimal mark, or each number has its own. */
function doubtOf({key, values = {}}: Receipt['files'][number]['assumptions'][number]): Doubt[] {
  if (key === 'assumed.order') return values['deciding'] === 0 ? ['days'] : [];
  if (key === 'assumed.order-ways') return ['days'];
  return key === 'assumed.open' || key === 'assumed.each' ? ['amounts'] : [];
}
