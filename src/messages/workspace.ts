import en from './en/workspace';
import {translator, type Words} from './translator';

/** The words of what is kept and saved. */
export const words = translator(en, import.meta.glob<Words>('./*/workspace.ts', {eager: true, import: 'default'}));
