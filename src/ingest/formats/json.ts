import {FormatError} from './converter';
import type {Writing} from './written';

export const json: Writing = () => {
  throw new FormatError('json');
};
