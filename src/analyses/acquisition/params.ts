import type {Params} from '../../engine/sql';
import type {ParamSpecs, ParamValues} from '../analysis';

const groupings = ['channel', 'owner', 'segment', 'country'] as const;

/** By what leads are grouped. */
export type LeadsBy = (typeof groupings)[number];

export const params = {
  leads_by: {
    kind: 'choice',
    initial: 'channel',
    options: groupings,
    needs: {
      owner: ['interaction.owner'],
      segment: ['customer.customer_id', 'customer.segment'],
      country: ['customer.customer_id', 'customer.country']
    }
  },
  stage_order: {kind: 'text', initial: '', longest: 2000, in: 'view'},
  won_stages: {kind: 'text', initial: '', longest: 1000, in: 'view'},
  lost_stages: {kind: 'text', initial: '', longest: 1000, in: 'view'}
} as const satisfies ParamSpecs;

export type AcquisitionParams = ParamValues<typeof params>;

/** The column by which leads are grouped. @throws {RangeError} for anything but the options */
export function leadsByOf({leads_by}: Params): LeadsBy {
  const found = groupings.find((option) => option === leads_by);
  if (found === undefined) throw new RangeError(`unknown option: ${String(leads_by)}`);
  return found;
}

/** Between the stages that a text lists; stages that contain it can't be put in order by hand. */
const separator = ' | ';

/** The stages that a text lists. */
export const stagesIn = (text: string): string[] => text.split(separator).filter((stage) => stage !== '');

/** A text that lists stages. */
export const listOf = (stages: readonly string[]): string => stages.join(separator);
