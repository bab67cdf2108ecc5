import en from './en/health';
import {translator, type Words} from './translator';

export const words = translator(en, import.meta.glob<Words>('./*/health.ts', {eager: true, import: 'default'}));
