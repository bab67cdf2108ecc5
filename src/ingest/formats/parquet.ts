import {FormatError, type Converter} from './converter';

export const parquet: Converter = () => {
  throw new FormatError('parquet');
};
