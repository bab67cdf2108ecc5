import {DataType, Precision, TimeUnit, type Data, type Decimal, type Field, type Timestamp} from 'apache-arrow';
import {big, bit, bytes, fixed, packed, small, unscaled, view, wide} from './buffers';
import type {Codec} from './decode';
import type {Declared} from './declared';
import {ModelError} from './errors';
import {doubleText, floatText} from './float-text';
import * as text from './text';

const decoder = new TextDecoder('utf-8', {ignoreBOM: true});

/** The codec of a type that holds no other. @throws {ModelError} if DuckDB sends a type that isn't known here */
export function scalar(field: Field, declared: Declared | undefined): Codec {
  if (DataType.isDictionary(field.type)) return enumeration(declared?.values ?? []);
  const found = opaque.get(declared?.name ?? extension(field)) ?? plain(field.type);
  if (!found) throw new ModelError(`type without a decoder: ${String(field.type)}`);
  return found;
}

function plain(type: DataType): Codec | undefined {
  if (DataType.isInt(type)) return integer(type.isSigned, type.bitWidth);
  if (DataType.isFloat(type)) return type.precision === Precision.SINGLE ? float : double;
  if (DataType.isDecimal(type)) return decimal(type);
  if (DataType.isUtf8(type)) return textual('VARCHAR', (data, index) => decoder.decode(bytes(data, index)));
  if (DataType.isDate(type)) return date;
  if (DataType.isTime(type)) return textual('TIME', (data, index) => text.timeText(big(data, index), 6));
  if (DataType.isTimestamp(type)) return timestamp(type);
  if (DataType.isInterval(type)) return textual('INTERVAL', interval);
  if (DataType.isBinary(type)) return blob;
  if (DataType.isBool(type)) return boolean;
  if (DataType.isNull(type)) return {type: '"NULL"', value: () => null, text: () => null};
  return undefined;
}

/** DuckDB's name of a type that Arrow has no name for; else ''. */
function extension({metadata}: Field): string {
  const name = metadata.get('ARROW:extension:name') ?? '';
  const own = /"type_name":"(\w+)"/.exec(metadata.get('ARROW:extension:metadata') ?? '')?.[1] ?? '';
  return extensions.get(own || name) ?? '';
}

const extensions = new Map([
  ['arrow.bool8', 'BOOLEAN'],
  ['arrow.uuid', 'UUID'],
  ['hugeint', 'HUGEINT'],
  ['uhugeint', 'UHUGEINT'],
  ['bignum', 'BIGNUM'],
  ['bit', 'BIT'],
  ['time_tz', 'TIME WITH TIME ZONE']
]);

/** DuckDB 1.4.3 announces bytes (`arrow.bool8`) and sends bits. */
const boolean: Codec = {
  type: 'BOOLEAN',
  value: bit,
  text: (data, index) => String(bit(data, index)),
  number: (data, index) => Number(bit(data, index))
};

/** The types of `extensions`. */
const opaque = new Map<string, Codec>(
  [
    boolean,
    textual('UUID', (data, index) => text.uuidText(fixed(data, index, 16))),
    whole('HUGEINT', (data, index) => wide(data, index, true)),
    whole('UHUGEINT', (data, index) => wide(data, index, false)),
    whole('BIGNUM', (data, index) => text.bignum(bytes(data, index))),
    textual('BIT', (data, index) => text.bitText(bytes(data, index))),
    textual('TIME WITH TIME ZONE', (data, index) => text.timeTzText(packed(data, index)))
  ].map((codec) => [codec.type, codec])
);

function enumeration(values: string[]): Codec {
  return textual('ENUM', (data, index) => values[small(data, index)] ?? '');
}

const double: Codec = {
  type: 'DOUBLE',
  value: small,
  text: (data, index) => doubleText(small(data, index)),
  number: small
};

const float: Codec = {...double, type: 'FLOAT', text: (data, index) => floatText(small(data, index))};

const blob: Codec = {
  type: 'BLOB',
  value: (data, index) => bytes(data, index).slice(),
  text: (data, index) => text.blobText(bytes(data, index))
};

const date: Codec = {
  ...textual('DATE', (data, index) => text.dateText(small(data, index))),
  number: (data, index) => epoch(small(data, index) * 86_400_000, Math.abs(small(data, index)) === text.infiniteDay)
};

const secondDigits = {
  [TimeUnit.SECOND]: 0,
  [TimeUnit.MILLISECOND]: 3,
  [TimeUnit.MICROSECOND]: 6,
  [TimeUnit.NANOSECOND]: 9
};
const timestampNames = {
  [TimeUnit.SECOND]: 'TIMESTAMP_S',
  [TimeUnit.MILLISECOND]: 'TIMESTAMP_MS',
  [TimeUnit.MICROSECOND]: 'TIMESTAMP',
  [TimeUnit.NANOSECOND]: 'TIMESTAMP_NS'
};

function timestamp({unit, timezone}: Timestamp): Codec {
  const digits = secondDigits[unit];
  const zone = timezone ? '+00' : '';
  return {
    ...textual(timezone ? 'TIMESTAMP WITH TIME ZONE' : timestampNames[unit], (data, index) =>
      text.timestampText(big(data, index), digits, zone)
    ),
    number: (data, index) => epoch(Number(big(data, index)) / 10 ** (digits - 3), text.isInfinite(big(data, index)))
  };
}

function epoch(milliseconds: number, infinite: boolean): number {
  return infinite ? Math.sign(milliseconds) * Infinity : milliseconds;
}

const integerNames = new Map([
  [8, 'TINYINT'],
  [16, 'SMALLINT'],
  [32, 'INTEGER'],
  [64, 'BIGINT']
]);

function integer(signed: boolean, width: number): Codec {
  const type = `${signed ? '' : 'U'}${integerNames.get(width) ?? 'INTEGER'}`;
  if (width === 64) return whole(type, big);
  return {type, value: small, text: (data, index) => String(small(data, index)), number: small};
}

/** Integers that may be beyond 2^53. */
function whole(type: string, get: (data: Data, index: number) => bigint): Codec {
  return {
    type,
    value: (data, index) => safe(get(data, index)),
    text: (data, index) => String(get(data, index)),
    number: (data, index) => Number(get(data, index))
  };
}

function safe(value: bigint): number | bigint {
  const short = Number(value);
  return Number.isSafeInteger(short) ? short : value;
}

/** A quotient of two exact doubles is the double nearest to the decimal: so up to 15 digits nothing is lost. */
function decimal({precision, scale}: Decimal): Codec {
  const unit = 10 ** scale;
  const written = (data: Data, index: number) => text.decimalText(unscaled(data, index), precision, scale);
  return {
    type: `DECIMAL(${precision},${scale})`,
    value: (data, index) => {
      const count = unscaled(data, index);
      if (typeof count === 'number' && Math.abs(count) < 1e15 && scale <= 22) return count / unit;
      const exact = text.decimalText(count, precision, scale);
      return text.significantDigits(exact) <= 15 ? Number(exact) : exact;
    },
    text: written,
    number: (data, index) => {
      const count = unscaled(data, index);
      return typeof count === 'number' && scale <= 22 ? count / unit : Number(written(data, index));
    }
  };
}

function textual(type: string, get: (data: Data, index: number) => string): Codec {
  return {type, value: get, text: get};
}

/** Arrow knows no interval of three parts and hands over its 16 bytes as they are: months, days, nanoseconds. */
function interval(data: Data, index: number): string {
  const cell = view(data, index, 16);
  return text.intervalText(cell.getInt32(0, true), cell.getInt32(4, true), cell.getBigInt64(8, true) / 1000n);
}
