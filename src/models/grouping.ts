import {attributeOf} from './dimension';
import {has, type Loaded, type Need} from './loaded';

/** By what customers can be grouped, beside attributes of the customer file (`attribute:NAME`). */
const fixed = {
  segment: 'customer.segment',
  country: 'purchase.country',
  acquisition_channel: 'customer.acquisition_channel',
  first_channel: 'purchase.channel',
  first_category: 'purchase.category',
  first_promotion: 'purchase.promotion'
} as const satisfies Record<string, Need>;

/** Groupings that rules make of behaviour; an analysis says whether it takes them. */
export const states = ['rung', 'phase'] as const;

export const ungrouped = 'none';

export const isState = (name: string): boolean => (states as readonly string[]).includes(name);

/** Whether customers can be grouped by this name. */
export const isGrouping = (name: string): boolean =>
  name === ungrouped || Object.hasOwn(fixed, name) || isState(name) || attributeOf(name) !== undefined;

/** The groupings that the loaded data allows, 'none' first. */
export function groupingsOf(loaded: Loaded, {withStates = false}: {withStates?: boolean} = {}): string[] {
  const known = Object.entries(fixed).filter(([, need]) => has(loaded, need));
  return [
    ungrouped,
    ...known.map(([name]) => name),
    ...(withStates ? states : []),
    ...loaded.attributes.map((name) => `attribute:${name}`)
  ];
}
