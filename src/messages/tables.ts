import en from './en/tables';
import {translator, type Words} from './translator';

export const tables = translator(en, import.meta.glob<Words>('./*/tables.ts', {eager: true, import: 'default'}));
