import en from './en/ingest';
import {translator, type Words} from './translator';

/** The words of reading files: what is wrong with a file, and the reasons and assumptions behind what was understood. */
export const ingest = translator(en, import.meta.glob<Words>('./*/ingest.ts', {eager: true, import: 'default'}));
