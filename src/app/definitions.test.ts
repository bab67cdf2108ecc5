import {expect, it} from 'vitest';
import {initialScope} from '../models/scope';
import {Settings} from '../workspace/settings';
import {OwnDefinitions} from './definitions.svelte';

/** The settings are read in a later turn. */
const opened = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const kept = (value: unknown): Settings => new Settings([['definitions', value]], null);

it('hold on the next visit, but for an address that says something else', async () => {
  const settings = kept({client_purchases: 4});
  const own = new OwnDefinitions(Promise.resolve(settings));
  await opened();
  expect(own.within(initialScope).definitions).toEqual({client_purchases: 4});
  const link = {...initialScope, definitions: {client_days: 90}};
  expect(own.within(link)).toBe(link);
});

it('are kept, and can be brought back to what they were', async () => {
  const settings = new Settings([], null);
  const own = new OwnDefinitions(Promise.resolve(settings));
  await own.keep({client_purchases: 5});
  expect(settings.get('definitions')).toEqual({client_purchases: 5});
  await own.keep({});
  expect(settings.get('definitions')).toEqual({});
  expect(own.within(initialScope)).toEqual(initialScope);
});

it('are looked at before use: another version may have kept them', async () => {
  const own = new OwnDefinitions(Promise.resolve(kept({client_purchases: 'many', nothing: 1, client_days: 90})));
  await opened();
  expect(own.within(initialScope).definitions).toEqual({client_days: 90});
});
