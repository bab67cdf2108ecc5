import {FileError} from '../engine/errors';
import {shell} from '../messages/shell';
import {openedMappings} from './remembering';
import type {Effects} from './session.svelte';

const sample = import.meta.glob<string>('../../sample-data/*.csv', {query: '?gzip', import: 'default', eager: true});

/** The real engine, the real reader, and the sample company that ships with the app. All fetched when first asked for. */
export const world: Effects = {
  async start(onLoading) {
    const {openEngine} = await import('../engine/browser');
    return openEngine(onLoading);
  },

  async unfold(...given) {
    const {unfold} = await import('../ingest/formats/unfold');
    return unfold(...given);
  },

  async plan(...given) {
    const {planOf} = await import('./plan');
    return planOf(...given);
  },

  async known(...given) {
    const {knownOf} = await import('../ingest/adding/adding-look');
    return knownOf(...given);
  },

  async draft(engine, nextId) {
    const [{Draft}, {reader}, mappings] = await Promise.all([
      import('./import/draft.svelte'),
      import('./import/reader'),
      openedMappings()
    ]);
    return new Draft(engine, nextId, reader(engine, mappings));
  },

  async remember(recipe) {
    await (await openedMappings()).remember(recipe, new Date());
  },

  async load(...given) {
    const {load} = await import('../ingest/load');
    return load(...given);
  },

  async sample() {
    const files = await Promise.all(Object.entries(sample).map(([path, url]) => fetched(nameOf(path), url)));
    return {label: shell.t('bar.sample.name'), files};
  }
};

async function fetched(name: string, url: string): Promise<File> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new FileError(`not found: ${name}`, {file: name}, shell.t('start.sample.remedy', {name}));
  }
  return new File([await response.blob()], name);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
