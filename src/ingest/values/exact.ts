import type {Exact} from '../types';

const places = 4;
const pattern = /^(-?)(\d+)(?:\.(\d{1,4}))?$/;

/** An exact amount as a whole number of ten-thousandths. @throws {RangeError} if it is none */
export function tenThousandths(amount: Exact): bigint {
  const found = pattern.exec(amount);
  if (!found) throw new RangeError(`no exact amount: ${amount}`);
  const digits = BigInt((found[2] ?? '') + (found[3] ?? '').padEnd(places, '0'));
  return found[1] === '-' ? -digits : digits;
}

/** A number of ten-thousandths as an exact amount with four decimals. */
export function exact(count: bigint): Exact {
  const digits = (count < 0n ? -count : count).toString().padStart(places + 1, '0');
  return `${count < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** What exact amounts add up to. */
export const total = (amounts: Iterable<Exact>): Exact =>
  exact([...amounts].reduce((sum, one) => sum + tenThousandths(one), 0n));
