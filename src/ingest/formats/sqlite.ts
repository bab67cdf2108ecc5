import {FormatError, type Converter} from './converter';

export const sqlite: Converter = () => {
  throw new FormatError('sqlite');
};
