import {FormatError, type Converter} from './converter';

export const arrow: Converter = () => {
  throw new FormatError('arrow');
};
