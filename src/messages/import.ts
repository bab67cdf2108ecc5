import en from './en/import';
import {translator, type Words} from './translator';

/** The words of the screens between a drop and the analyses: preparing an import, its receipt, what is loaded. */
export const words = translator(en, import.meta.glob<Words>('./*/import.ts', {eager: true, import: 'default'}));
