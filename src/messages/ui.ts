import en from './en/ui';
import {translator, type Words} from './translator';

/** The words of the components: of buttons, hints and announcements that have no words of the domain. */
export const words = translator(en, import.meta.glob<Words>('./*/ui.ts', {eager: true, import: 'default'}));
