import type {Component} from 'svelte';
import {groups, type Analysis, type Definition, type Pictures, type ViewProps} from './analysis';

const definitions = import.meta.glob<Definition>('./*/index.ts', {eager: true, import: 'default'});
const views = import.meta.glob<Component<ViewProps>>('./*/View.svelte', {import: 'default'});
const pictures = import.meta.glob<Pictures>('./*/pictures.ts', {import: 'pictures'});
const lessons = import.meta.glob<string>('./*/lesson.md', {query: '?raw', import: 'default'});

/** All analyses, by group and place: every folder beside this file that has an `index.ts`. */
export const analyses: readonly Analysis[] = Object.entries(definitions)
  .map(([path, definition]) => assemble(path.split('/')[1] ?? path, definition))
  .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.place - b.place);

/** The analysis of that name; undefined where there is none. */
export function analysisNamed(name: string): Analysis | undefined {
  return analyses.find((analysis) => analysis.name === name);
}

function assemble(name: string, definition: Definition): Analysis {
  return {
    ...definition,
    name,
    view: file(views, `./${name}/View.svelte`),
    pictures: file(pictures, `./${name}/pictures.ts`),
    lesson: file(lessons, `./${name}/lesson.md`)
  };
}

function file<T>(files: Record<string, () => Promise<T>>, path: string): () => Promise<T> {
  return files[path] ?? (() => Promise.reject(new Error(`analysis without a file: ${path}`)));
}
