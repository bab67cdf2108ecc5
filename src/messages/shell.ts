import en from './en/shell';
import {translator, type Words} from './translator';

export const shell = translator(en, import.meta.glob<Words>('./*/shell.ts', {eager: true, import: 'default'}));
