import {applyMapping, checkRecipe, overridesOf} from '../ingest/apply';
import {guess} from '../ingest/guess';
import {inspect} from '../ingest/inspect';
import {load} from '../ingest/load';
import {FileError} from '../engine/errors';
import {shell} from '../messages/shell';
import type {Effects} from './session.svelte';

const sample = import.meta.glob<string>('../../sample-data/*.csv', {query: '?gzip', import: 'default', eager: true});

/** The real engine, the real reader, and the sample company that ships with the app. */
export const world: Effects = {
  async start() {
    const {openEngine} = await import('../engine/browser');
    return openEngine();
  },

  async plan(sources, mapping) {
    const inspections = await Promise.all(sources.map((source) => inspect(source, overridesOf(mapping, source.name))));
    const recipe = applyMapping(guess(inspections), inspections, mapping);
    const [problem] = checkRecipe(recipe);
    if (problem) throw problem;
    return recipe;
  },

  load,

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
