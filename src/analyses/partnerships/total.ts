import type {Amount} from './parts';

/** An exact sum, of amounts with up to four decimals. */
export const total = (values: readonly Amount[]): number =>
  values.reduce<number>((sum, value) => sum + Math.round(Number(value) * 1e4), 0) / 1e4;
