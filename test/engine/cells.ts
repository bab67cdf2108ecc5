import fc, {type Arbitrary} from 'fast-check';
import type {Value} from '../../src/engine/rows';
import {identifier, literal} from '../../src/engine/sql';

/** A type of DuckDB with what its cells can be. */
export interface Kind {
  /** as in `x::TYPE` */
  sql: string;
  /** expressions of that type; null ones come from outside */
  cell: Arbitrary<string>;
  /** from a decoded value back to an expression; undefined where a value doesn't say what it was */
  encode?: ((value: Exclude<Value, null>) => string) | undefined;
}

/** Any type, nested to a depth of three. */
export const anyKind: Arbitrary<Kind> = fc.oneof(
  {weight: 12, arbitrary: castable()},
  {weight: 1, arbitrary: fc.array(castable(), {minLength: 1, maxLength: 3}).map(row)}
);

/** Every type that can be named in a cast. */
function castable(): Arbitrary<Kind> {
  return fc.letrec<{kind: Kind}>((tie) => ({
    kind: fc.oneof(
      {maxDepth: 3, depthIdentifier: 'kind'},
      {weight: 5, arbitrary: scalar()},
      {weight: 2, arbitrary: decimalKind()},
      {weight: 1, arbitrary: enumKind()},
      {weight: 2, arbitrary: tie('kind').map(list)},
      {weight: 1, arbitrary: fc.tuple(tie('kind'), fc.integer({min: 1, max: 3})).map(array)},
      {weight: 2, arbitrary: fc.tuple(names(), fc.array(tie('kind'), {minLength: 1, maxLength: 3})).map(struct)},
      {weight: 1, arbitrary: fc.tuple(scalar(), tie('kind')).map(map)},
      {weight: 1, arbitrary: fc.tuple(names(), fc.array(tie('kind'), {minLength: 1, maxLength: 3})).map(union)}
    )
  })).kind;
}

function scalar(): Arbitrary<Kind> {
  return fc.nat(1000).map((i) => scalarKinds[i % scalarKinds.length] as Kind);
}

/** Every type that holds no other. */
export const scalarKinds: readonly Kind[] = [
  whole('TINYINT', -(2n ** 7n), 2n ** 7n - 1n),
  whole('SMALLINT', -(2n ** 15n), 2n ** 15n - 1n),
  whole('INTEGER', -(2n ** 31n), 2n ** 31n - 1n),
  whole('BIGINT', -(2n ** 63n), 2n ** 63n - 1n),
  whole('HUGEINT', -(2n ** 127n), 2n ** 127n - 1n),
  whole('UTINYINT', 0n, 2n ** 8n - 1n),
  whole('USMALLINT', 0n, 2n ** 16n - 1n),
  whole('UINTEGER', 0n, 2n ** 32n - 1n),
  whole('UBIGINT', 0n, 2n ** 64n - 1n),
  whole('UHUGEINT', 0n, 2n ** 128n - 1n),
  {...whole('BIGNUM', -(10n ** 60n), 10n ** 60n), encode: (value) => `'${String(value)}'::BIGNUM`},
  {sql: 'BOOLEAN', cell: fc.boolean().map(String), encode: String},
  {
    sql: 'DOUBLE',
    cell: fc.double().map((value) => floating(value, 'DOUBLE')),
    encode: (value) => floating(value as number, 'DOUBLE')
  },
  {
    sql: 'FLOAT',
    cell: fc.float().map((value) => floating(value, 'FLOAT')),
    encode: (value) => floating(value as number, 'FLOAT')
  },
  {sql: 'VARCHAR', cell: anyText().map(literal), encode: (value) => literal(value as string)},
  {sql: 'BLOB', cell: fc.uint8Array({maxLength: 12}).map(blob), encode: (value) => blob(value as Uint8Array)},
  written('BIT', fc.string({unit: fc.constantFrom('0', '1'), minLength: 1, maxLength: 20})),
  written('UUID', fc.uuid()),
  written('DATE', fc.constantFrom('infinity', '-infinity', '5877642-06-25 (BC)', '5881580-07-10', '0001-12-31 (BC)')),
  {...written('DATE', fc.constant('')), cell: far(2 ** 31 - 2).map((days) => `(date '1970-01-01' + ${days})`)},
  {...written('DATE', fc.constant('')), cell: far(60_000).map((days) => `(date '1970-01-01' + ${days})`)},
  written('TIME', clock()),
  written('TIME', fc.constantFrom('24:00:00', '00:00:00', '23:59:59.999999')),
  written(
    'TIME WITH TIME ZONE',
    fc.tuple(clock(), offset()).map((parts) => parts.join(''))
  ),
  written(
    'TIMESTAMP WITH TIME ZONE',
    fc.tuple(day(), clock(), offset()).map(([date, time, zone]) => `${date} ${time}${zone}`)
  ),
  ...['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS', 'TIMESTAMP WITH TIME ZONE'].map((type) =>
    written(type, fc.constantFrom('infinity', '-infinity', '1970-01-01 00:00:00', '1969-12-31 23:59:59'))
  ),
  ...['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS'].map((type) => instant(type, 9_223_372_022_400_000_000n)),
  instant('TIMESTAMP', 4_000_000_000_000_000n),
  {
    ...written('TIMESTAMP_NS', fc.constant('')),
    cell: fc.bigInt(-(2n ** 63n) + 2n ** 48n, 2n ** 63n - 2n).map((ticks) => `make_timestamp_ns(${literal(ticks)})`)
  },
  written('INTERVAL', fc.constantFrom('0 days', '1 year', '-1 month', '13 months -1 day', '-00:00:00.5')),
  {
    ...written('INTERVAL', fc.constant('')),
    cell: fc
      .tuple(far(2 ** 31 - 1), far(2 ** 31 - 1), fc.bigInt(-(2n ** 53n), 2n ** 53n))
      .map(([months, days, micros]) => `to_months(${months}) + to_days(${days}) + to_microseconds(${literal(micros)})`)
  }
];

/** Text of any code points, with those favoured that mean something in SQL or in a nested value's text. */
export function anyText(): Arbitrary<string> {
  const loaded = fc.constantFrom(
    ...`'"\\,:;()[]{}=<>$/*-_ \t\n\v\u00a0\u202e\ufeff\u0000`,
    'NULL',
    'null',
    '🦆',
    'e',
    '{}',
    "''"
  );
  return fc.oneof(
    fc.string({unit: 'binary', maxLength: 8}),
    fc.array(fc.oneof(loaded, fc.string({maxLength: 2})), {maxLength: 6}).map((parts) => parts.join(''))
  );
}

function far(limit: number): Arbitrary<number> {
  return fc.integer({min: -limit, max: limit});
}

function whole(sql: string, min: bigint, max: bigint): Kind {
  const small = fc.bigInt(min > -1000n ? min : -1000n, 1000n > max ? max : 1000n);
  const cell = fc.oneof(small, fc.bigInt(min, max), fc.constantFrom(min, max));
  return {sql, cell: cell.map((value) => `'${value}'::${sql}`), encode: (value) => `'${String(value)}'::${sql}`};
}

function written(sql: string, cell: Arbitrary<string>): Kind {
  const encode = (value: Value) => `${literal(value as string)}::${sql}`;
  return {sql, cell: cell.map(encode), encode};
}

function instant(sql: string, limit: bigint): Kind {
  const cell = fc.bigInt(-limit, limit).map((micros) => `make_timestamp(${literal(micros)})::${sql}`);
  return {...written(sql, fc.constant('')), cell};
}

function decimalKind(): Arbitrary<Kind> {
  return fc
    .integer({min: 1, max: 38})
    .chain((width) => fc.tuple(fc.constant(width), fc.integer({min: 0, max: width})))
    .map(([width, scale]) => decimal(width, scale));
}

function decimal(width: number, scale: number): Kind {
  const sql = `DECIMAL(${width},${scale})`;
  const limit = 10n ** BigInt(width) - 1n;
  const unscaled = fc.oneof(fc.bigInt(-limit, limit), fc.bigInt(-9n, 9n), fc.constantFrom(limit, -limit));
  const cell = unscaled.map((value) => `'${point(value, scale)}'::${sql}`);
  return {sql, cell, encode: (value) => `'${typeof value === 'number' ? plain(value) : String(value)}'::${sql}`};
}

/** The digits of a decimal, written here apart from the code under test. */
function point(unscaled: bigint, scale: number): string {
  const size = unscaled < 0n ? -unscaled : unscaled;
  const unit = 10n ** BigInt(scale);
  const fraction = scale ? `.${String(size % unit).padStart(scale, '0')}` : '';
  return `${unscaled < 0n ? '-' : ''}${size / unit}${fraction}`;
}

/** A number without an exponent. */
function plain(value: number): string {
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const unscaled = BigInt(whole + fraction);
  const scale = fraction.length - Number(power);
  const text = scale > 0 ? point(unscaled, scale) : String(unscaled * 10n ** BigInt(-scale));
  return value < 0 ? `-${text}` : text;
}

function enumKind(): Arbitrary<Kind> {
  return fc
    .uniqueArray(
      anyText().filter((text) => !text.includes('\0')),
      {minLength: 1, maxLength: 5}
    )
    .map((values) => {
      const members = values.map((value) => wellFormed(value));
      const sql = `ENUM(${[...new Set(members)].map(literal).join(', ')})`;
      return {
        sql,
        cell: fc.constantFrom(...members).map((value) => `${literal(value)}::${sql}`),
        encode: (value) => `${literal(value as string)}::${sql}`
      };
    });
}

/** Field names without doubles, in any case. Arrow takes a U+FEFF off the front of a name. */
function names(): Arbitrary<string[]> {
  const name = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'a b', 'select', 'A', "it's", '"', '\u202e', 'é', '\\'),
    anyText().filter((text) => !/^\ufeff|^$|\0/.test(text))
  );
  return fc.uniqueArray(
    name.map((text) => wellFormed(text)),
    {
      minLength: 3,
      maxLength: 3,
      selector: (text) => text.toLowerCase()
    }
  );
}

function orNull({cell, sql}: Kind): Arbitrary<string> {
  return fc.option(cell, {freq: 4, nil: `NULL::${sql}`});
}

function back(kind: Kind, value: Value): string {
  return value === null ? `NULL::${kind.sql}` : (kind.encode?.(value) ?? 'NULL');
}

function codable(...kinds: Kind[]): boolean {
  return kinds.every(({encode}) => encode);
}

function list(item: Kind): Kind {
  const sql = `${item.sql}[]`;
  const of = (items: string[]) => `[${items.join(', ')}]::${sql}`;
  const encode = (value: Value) => of((value as Value[]).map((one) => back(item, one)));
  return {sql, cell: fc.array(orNull(item), {maxLength: 4}).map(of), encode: codable(item) ? encode : undefined};
}

function array([item, size]: [Kind, number]): Kind {
  const sql = `${item.sql}[${size}]`;
  const of = (items: string[]) => `array_value(${items.join(', ')})::${sql}`;
  const encode = (value: Value) => of((value as Value[]).map((one) => back(item, one)));
  return {
    sql,
    cell: fc.array(orNull(item), {minLength: size, maxLength: size}).map(of),
    encode: codable(item) ? encode : undefined
  };
}

function struct([keys, kinds]: [string[], Kind[]]): Kind {
  const fields = kinds.map((kind, i) => ({name: keys[i] ?? '', kind}));
  const sql = `STRUCT(${fields.map(({name, kind}) => `${identifier(name)} ${kind.sql}`).join(', ')})`;
  const of = (cells: string[]) => `{${fields.map(({name}, i) => `${literal(name)}: ${cells[i]}`).join(', ')}}`;
  const encode = (value: Value) =>
    of(fields.map(({name, kind}) => back(kind, (value as Record<string, Value>)[name] ?? null)));
  return {sql, cell: fc.tuple(...kinds.map(orNull)).map(of), encode: codable(...kinds) ? encode : undefined};
}

/** A struct without names has no type that can be written in a cast. */
function row(kinds: Kind[]): Kind {
  const of = (cells: string[]) => `row(${cells.join(', ')})`;
  const encode = (value: Value) => of(kinds.map((kind, i) => back(kind, (value as Value[])[i] ?? null)));
  return {sql: '', cell: fc.tuple(...kinds.map(orNull)).map(of), encode: codable(...kinds) ? encode : undefined};
}

function map([key, value]: [Kind, Kind]): Kind {
  const of = (pairs: (readonly [string, string])[]) =>
    `MAP([${pairs.map(([k]) => k).join(', ')}]::${key.sql}[], [${pairs.map(([, v]) => v).join(', ')}]::${value.sql}[])`;
  const encode = (pairs: Value) => of((pairs as [Value, Value][]).map(([k, v]) => [back(key, k), back(value, v)]));
  const unique = fc.uniqueArray(fc.tuple(key.cell, orNull(value)), {maxLength: 1, selector: ([k]) => k});
  return {sql: `MAP(${key.sql}, ${value.sql})`, cell: unique.map(of), encode: codable(key, value) ? encode : undefined};
}

/** Members that are null are left out: Arrow has one null only, DuckDB writes `NULL` for those. */
function union([keys, kinds]: [string[], Kind[]]): Kind {
  const fields = kinds.map((kind, i) => ({name: keys[i] ?? '', kind}));
  const sql = `UNION(${fields.map(({name, kind}) => `${identifier(name)} ${kind.sql}`).join(', ')})`;
  const members = fields.map(({name, kind}) =>
    kind.cell.map((cell) => `union_value(${identifier(name)} := ${cell})::${sql}`)
  );
  return {sql, cell: fc.oneof(...members)};
}

function clock(): Arbitrary<string> {
  return fc
    .tuple(fc.integer({min: 0, max: 23}), fc.integer({min: 0, max: 59}), fc.integer({min: 0, max: 59}), fc.nat(999_999))
    .map(
      ([hours, minutes, seconds, micros]) =>
        `${[hours, minutes, seconds].map(pad).join(':')}.${String(micros).padStart(6, '0')}`
    );
}

function day(): Arbitrary<string> {
  return fc
    .date({min: new Date('0001-01-01'), max: new Date('9999-12-30'), noInvalidDate: true})
    .map((date) => date.toISOString().slice(0, 10));
}

function offset(): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('+', '-'), fc.integer({min: 0, max: 14}), fc.integer({min: 0, max: 59}))
    .map(([sign, hours, minutes]) => `${sign}${pad(hours)}:${pad(minutes)}`);
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

function floating(value: number, sql: string): string {
  return `'${Object.is(value, -0) ? '-0.0' : String(value)}'::${sql}`;
}

function blob(bytes: Uint8Array): string {
  return `unhex('${Buffer.from(bytes).toString('hex')}')`;
}

/** Lone surrogates have no place in UTF-8. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', {ignoreBOM: true}).decode(new TextEncoder().encode(text));
}
