import {translator, type WordFiles} from '../../messages/translator';
import en from './messages/en';

export const words = translator(en, import.meta.glob('./messages/*.ts', {eager: true, import: 'default'}) as WordFiles);
