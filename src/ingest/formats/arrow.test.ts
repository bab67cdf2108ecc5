import {
  bool,
  columnFromArray,
  dateDay,
  dateMillisecond,
  decimal,
  dictionary,
  duration,
  field,
  fixedSizeList,
  float16,
  float32,
  float64,
  binary,
  int64,
  int8,
  list,
  map,
  struct,
  tableFromColumns,
  tableToIPC,
  timeMicrosecond,
  timestamp,
  TimeUnit,
  uint64,
  utf8,
  type DataType
} from '@uwdata/flechette';
import {RecordBatchStreamWriter, tableFromIPC} from 'apache-arrow';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {arrow} from './arrow';
import type {Cell, Note} from './converter';

interface Read {
  names: readonly string[];
  rows: (readonly Cell[])[];
  notes: Note[];
}

async function readTable(blob: Blob): Promise<Read | null> {
  let read: Read | null = null;
  for await (const {part, names, batches, notes} of arrow(blob)) {
    expect(part).toEqual([]);
    const rows: (readonly Cell[])[] = [];
    for await (const batch of batches) rows.push(...batch);
    read = {names: names ?? [], rows, notes};
  }
  return read;
}

const formats = ['file', 'stream'] as const;

function ipc(
  columns: Record<string, {type: DataType; values: unknown[]}>,
  format: (typeof formats)[number],
  maxBatchRows = 100
): Blob {
  const options = {useBigInt: true, useDecimalInt: true, useBigIntTimestamp: true, maxBatchRows};
  const made = Object.entries(columns).map(([name, {type, values}]) => [name, columnFromArray(values, type, options)]);
  const bytes = tableToIPC(tableFromColumns(made as Parameters<typeof tableFromColumns>[0]), {format});
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}

describe.each(formats)('an Arrow %s', (format) => {
  it('has numbers exactly and moments as they are written', async () => {
    const columns: Record<string, {type: DataType; values: unknown[]; text: Cell[]}> = {
      int64: {type: int64(), values: [9007199254740993n, null, -1n], text: ['9007199254740993', null, '-1']},
      uint64: {type: uint64(), values: [18446744073709551615n, 0n, null], text: ['18446744073709551615', '0', null]},
      int8: {type: int8(), values: [-128, 7, null], text: ['-128', '7', null]},
      half: {type: float16(), values: [1.5, -0.25, null], text: ['1.5', '-0.25', null]},
      single: {type: float32(), values: [0.1, 16777216, null], text: ['0.1', '16777216', null]},
      double: {type: float64(), values: [17850, 1e-7, Number.NaN], text: ['17850', '0.0000001', null]},
      decimal: {
        type: decimal(38, 4, 128),
        values: [-123456789012345678901234567n, 5n, null],
        text: ['-12345678901234567890123.4567', '0.0005', null]
      },
      bool: {type: bool(), values: [true, false, null], text: ['true', 'false', null]},
      text: {type: utf8(), values: ['00123', 'Čačak "ü"\n😀', ''], text: ['00123', 'Čačak "ü"\n😀', '']},
      coded: {type: dictionary(utf8()), values: ['a', null, 'a'], text: ['a', null, 'a']},
      day: {
        type: dateDay(),
        values: [new Date('2024-02-29'), null, new Date('1582-10-04')],
        text: ['2024-02-29', null, '1582-10-04']
      },
      dayMs: {type: dateMillisecond(), values: [new Date('2024-02-29'), null, null], text: ['2024-02-29', null, null]},
      time: {type: timeMicrosecond(), values: [47_100_250_000n, null, 0n], text: ['13:05:00.25', null, '00:00:00']},
      naive: {
        type: timestamp(TimeUnit.MICROSECOND),
        values: [new Date(1_709_211_900_123), new Date(-1), null],
        text: ['2024-02-29 13:05:00.123', '1969-12-31 23:59:59.999', null]
      },
      zoned: {
        type: timestamp(TimeUnit.SECOND, 'Europe/Stockholm'),
        values: [new Date(1_709_211_900_000), null, null],
        text: ['2024-02-29 13:05:00', null, null]
      },
      length: {type: duration(TimeUnit.SECOND), values: [95_400n, -1n, null], text: ['26:30:00', '-00:00:01', null]},
      bytes: {type: binary(), values: [Uint8Array.of(255, 0), null, new Uint8Array()], text: ['ff00', null, '']}
    };
    const read = await readTable(ipc(columns, format));
    expect(read?.names).toEqual(Object.keys(columns));
    for (const [index, [name, {text}]] of Object.entries(columns).entries()) {
      expect([name, read?.rows.map((row) => row[index])]).toEqual([name, text]);
    }
    expect(read?.notes).toEqual([
      {key: 'column.utc', values: {columns: 'zoned', count: 1}},
      {key: 'column.bytes', values: {columns: 'bytes', count: 1}}
    ]);
  });

  it('has records as columns, lists and maps as JSON', async () => {
    const address = struct([field('city', utf8()), field('tags', list(int64()))]);
    const read = await readTable(
      ipc(
        {
          a: {type: address, values: [{city: 'Köln', tags: [9007199254740993n, null]}, null, {city: null, tags: []}]},
          m: {
            type: map(utf8(), int8()),
            values: [
              [
                ['__proto__', 1],
                ['10', 2],
                ['9', null]
              ],
              null,
              []
            ]
          },
          f: {type: fixedSizeList(float64(), 2), values: [[1, 2.5], null, [0, -1]]},
          l: {
            type: list(struct({day: dateDay(), ok: bool()})),
            values: [[{day: new Date('2024-02-29'), ok: true}, null], [], null]
          }
        },
        format
      )
    );
    expect(read?.names).toEqual(['a.city', 'a.tags', 'm', 'f', 'l']);
    expect(read?.rows).toEqual([
      [
        'Köln',
        '[9007199254740993,null]',
        '{"__proto__":1,"10":2,"9":null}',
        '[1,2.5]',
        '[{"day":"2024-02-29","ok":true},null]'
      ],
      [null, null, null, null, '[]'],
      [null, '[]', '{}', '[0,-1]', null]
    ]);
  });

  it('comes batch by batch, dictionaries too', async () => {
    const values = Array.from({length: 10_000}, (_, n) => (n % 3 === 0 ? null : `value ${n % 700}`));
    const columns = {
      t: {type: dictionary(utf8()), values},
      n: {type: int64(), values: values.map((_, n) => BigInt(n))}
    };
    const read = await readTable(ipc(columns, format, 512));
    expect(read?.rows).toEqual(values.map((value, n) => [value, `${n}`]));
  });

  it('leaves out a table without rows, and refuses what breaks off', async () => {
    expect(await readTable(ipc({a: {type: utf8(), values: []}}, format))).toBeNull();
    const blob = ipc({a: {type: utf8(), values: ['long enough to be cut']}}, format);
    await expect(readTable(blob.slice(0, blob.size - 90))).rejects.toMatchObject({kind: 'damaged-arrow'});
  });

  it('is read back whatever it holds and however its columns are called', async () => {
    const column = fc.oneof(
      fc.record({
        type: fc.constant(int64()),
        values: fc.array(fc.option(fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n})), {minLength: 6, maxLength: 6})
      }),
      fc.record({
        type: fc.constant(utf8()),
        values: fc.array(fc.option(fc.string({unit: 'grapheme'})), {minLength: 6, maxLength: 6})
      }),
      fc.record({type: fc.constant(bool()), values: fc.array(fc.option(fc.boolean()), {minLength: 6, maxLength: 6})})
    );
    const table = fc.dictionary(fc.oneof(fc.constantFrom('', 'a.b', 'constructor'), fc.string()), column, {
      minKeys: 1,
      maxKeys: 4
    });
    await fc.assert(
      fc.asyncProperty(table, async (columns) => {
        const read = await readTable(ipc(columns, format, 4));
        expect(read?.names).toEqual(Object.keys(columns));
        const cells = Object.values(columns).map(({values}) =>
          values.map((value) => (value === null ? null : String(value)))
        );
        expect(read?.rows).toEqual(Array.from({length: 6}, (_, row) => cells.map((column) => column[row])));
      }),
      {numRuns: 50}
    );
  });
});

it('reads what apache-arrow writes', async () => {
  const columns = {
    t: {type: dictionary(utf8()), values: ['a', null, 'b']},
    d: {type: decimal(20, 2, 128), values: [1n, -250n, null]}
  };
  const bytes = new Uint8Array(await ipc(columns, 'stream').arrayBuffer());
  const again = await RecordBatchStreamWriter.writeAll(tableFromIPC(bytes)).toUint8Array();
  expect((await readTable(new Blob([again as Uint8Array<ArrayBuffer>])))?.rows).toEqual([
    ['a', '0.01'],
    [null, '-2.50'],
    ['b', null]
  ]);
});

it('refuses Feather of the first version', async () => {
  await expect(readTable(new Blob(['FEA1', new Uint8Array(64)]))).rejects.toMatchObject({kind: 'feather-1'});
});

/** A table of 100 rows as pyarrow writes Feather: text, decimal(20, 2), timestamp in nanoseconds. */
const feather = {
  lz4:
    'QVJST1cxAAD/////2AAAABAAAAAAAAoADAAGAAUACAAKAAAAAAEEAAwAAAAIAAgAAAAEAAgAAAAEAAAAAwAAAIAAAAA4AAAABAAAAJz///8AAA' +
    'EKEAAAABwAAAAEAAAAAAAAAAIAAABhdAAAAAAGAAgABgAGAAAAAAADAMz///8AAAEHEAAAABwAAAAEAAAAAAAAAAEAAABkAAAACAAMAAQACAAI' +
    'AAAAFAAAAAIAAAAQABQACAAGAAcADAAAABAAEAAAAAAAAQUQAAAAGAAAAAQAAAAAAAAAAgAAAGlkAAAEAAQABAAAAP////8IAQAAFAAAAAAAAA' +
    'AMABgABgAFAAgADAAMAAAAAAMEABwAAABgAwAAAAAAAAAAAAAMABwAEAAEAAgADAAMAAAAmAAAABwAAAAUAAAAZAAAAAAAAAAAAAAABAAEAAQA' +
    'AAAHAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAqwEAAAAAAACwAQAAAAAAADkAAAAAAAAA8AEAAAAAAAAkAAAAAAAAABgCAAAAAAAAFgEAAA' +
    'AAAAAwAwAAAAAAAAAAAAAAAAAAMAMAAAAAAAAvAAAAAAAAAAAAAAADAAAAZAAAAAAAAAAAAAAAAAAAAGQAAAAAAAAAFAAAAAAAAABkAAAAAAAA' +
    'AAAAAAAAAAAAlAEAAAAAAAAEIk0YYECClAEAgAAAAAADAAAABgAAAAkAAAAMAAAADwAAABIAAAAVAAAAGAAAABsAAAAeAAAAIQAAACQAAAAnAA' +
    'AAKgAAAC0AAAAwAAAAMwAAADYAAAA5AAAAPAAAAD8AAABCAAAARQAAAEgAAABLAAAATgAAAFEAAABUAAAAVwAAAFoAAABdAAAAYAAAAGMAAABm' +
    'AAAAaQAAAGwAAABvAAAAcgAAAHUAAAB4AAAAewAAAH4AAACBAAAAhAAAAIcAAACKAAAAjQAAAJAAAACTAAAAlgAAAJkAAACcAAAAnwAAAKIAAA' +
    'ClAAAAqAAAAKsAAACuAAAAsQAAALQAAAC3AAAAugAAAL0AAADAAAAAwwAAAMYAAADJAAAAzAAAAM8AAADSAAAA1QAAANgAAADbAAAA3gAAAOEA' +
    'AADkAAAA5wAAAOoAAADtAAAA8AAAAPMAAAD2AAAA+QAAAPwAAAD/AAAAAgEAAAUBAAAIAQAACwEAAA4BAAARAQAAFAEAABcBAAAaAQAAHQEAAC' +
    'ABAAAjAQAAJgEAACkBAAAsAQAAAAAAAAAAAAAALAEAAAAAAAAEIk0YYECCIgAAABAwAQDwATEwMDIwMDMwMDQwMDUwMDYUAA8VAPtQMDAwMDEA' +
    'AAAAAAAAAAAAAA0AAAAAAAAABCJNGGBAgg0AAIDee++9995777333nsPAAAAAAAAAABABgAAAAAAAAQiTRhgQIL/AAAAGwABADkZ/P8BABsaEA' +
    'AbGBAADDAAC08AHwAwAA0PYAANDFAADzAADQyQAAwwAAxQAA8wAA0PwAANDFAADzAADQyQAAwwAAxQAA8wAA0PwAANDFAADzAADQyQAAwwAAxQ' +
    'AA8wAA0PwAANDFAADzAADQyQAAwwAAxQAA8wAA0PwAANDFAADzAADQyQAAwwAAxQAA8wAA0PwAANDFAADzAADQyQAAwwAAxQAA8wAA0PwAANDF' +
    'AADzAADQyQAAwwAAxQAA8wAA0PwAANDFAADzAADQyQAAwwAAxQAA8wAA0PwAANDFAADzAADQyQAAwwAAxQAA8wAA0PwAAIUP//////AAAAAAAA' +
    'IAMAAAAAAAAEIk0YYECCGAAAAJMVpbrYKle4FxYIAA8QAP//+lDYKle4FwAAAAAA/////wAAAAAQAAAADAAUAAYACAAMABAADAAAAAAABAA0AA' +
    'AAJAAAAAQAAAABAAAA6AAAAAAAAAAQAQAAAAAAAGADAAAAAAAAAAAAAAgACAAAAAQACAAAAAQAAAADAAAAgAAAADgAAAAEAAAAnP///wAAAQoQ' +
    'AAAAHAAAAAQAAAAAAAAAAgAAAGF0AAAAAAYACAAGAAYAAAAAAAMAzP///wAAAQcQAAAAHAAAAAQAAAAAAAAAAQAAAGQAAAAIAAwABAAIAAgAAA' +
    'AUAAAAAgAAABAAFAAIAAYABwAMAAAAEAAQAAAAAAABBRAAAAAYAAAABAAAAAAAAAACAAAAaWQAAAQABAAEAAAAAAEAAEFSUk9XMQ==',
  zstd:
    'QVJST1cxAAD/////2AAAABAAAAAAAAoADAAGAAUACAAKAAAAAAEEAAwAAAAIAAgAAAAEAAgAAAAEAAAAAwAAAIAAAAA4AAAABAAAAJz///8AAA' +
    'EKEAAAABwAAAAEAAAAAAAAAAIAAABhdAAAAAAGAAgABgAGAAAAAAADAMz///8AAAEHEAAAABwAAAAEAAAAAAAAAAEAAABkAAAACAAMAAQACAAI' +
    'AAAAFAAAAAIAAAAQABQACAAGAAcADAAAABAAEAAAAAAAAQUQAAAAGAAAAAQAAAAAAAAAAgAAAGlkAAAEAAQABAAAAP////8QAQAAFAAAAAAAAA' +
    'AMABgABgAFAAgADAAMAAAAAAMEABwAAAAoAgAAAAAAAAAAAAAMAB4AEAAEAAgADAAMAAAAoAAAACQAAAAYAAAAZAAAAAAAAAAAAAAAAAAGAAgA' +
    'BwAGAAAAAAAAAQcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADcAAAAAAAAAOAAAAAAAAAALgAAAAAAAAAQAQAAAAAAAB4AAAAAAAAAMAEAAA' +
    'AAAACkAAAAAAAAANgBAAAAAAAAAAAAAAAAAADYAQAAAAAAAE4AAAAAAAAAAAAAAAMAAABkAAAAAAAAAAAAAAAAAAAAZAAAAAAAAAAUAAAAAAAA' +
    'AGQAAAAAAAAAAAAAAAAAAACUAQAAAAAAACi1L/1glABVBgBGmTEvMHdlDXB3I/Y3Yn8j9jdifyP2N2J/I/Y3Yn8j9jdifyP2W6iuY6CSxkIaC2' +
    'nIlikiACMAIwAb13jGMX5xi1ec4hOXeMQf3vCFJ/zgBR94wG+vffbYX299aT5zmccc5i93ectZvnKVpxzlJzd5yUk+cpGHHOQf93jHOR43nelL' +
    'V3rSkX50oxed6EMXetCB/nOf95znO9d5znF+c5vXHB/E5/AxfAofwmfwEXwCH8Bn+2if7IN9ro/1q1u96lSfutSjDvWnOw0AAAAAACwBAAAAAA' +
    'AAKLUv/WAsAOUAAKgwMDAwMDEwMDIwMDMwMDQwMDUwMDYBAClQnUwAAA0AAAAAAAAAKLUv/SANaQAA3nvvvffee++99957DwAAQAYAAAAAAAAo' +
    'tS/9YEAFlQQAWAAAGfz/GhgZAAAAWajg6WCCEwjmARF0BI7ACZzAEMPFvx9DzLfHSDvZaeYhMeR5tRhpJ2uaeSSGPK8WI63JTjOPxJDn1cJIO9' +
    'lp5pEY8ry0GGknO808EoY8rxYj7WSnmYfEkOfVYqSdrGnmkRjyvFqMtCY7zTwSQ55XCyPtZKeZRzJqPC0QZoPuS/eUbs/JAzIAAAAAIAMAAAAA' +
    'AAAotS/9YCAC5QEAIgcLD9BlOBAR8QKAKhA6fefBATMCKES0bdu2bdu2bdu2bdu2bdu2bdu2GQEUIgZipBDwewbg1wQAGC+lAAD/////AAAAAB' +
    'AAAAAMABQABgAIAAwAEAAMAAAAAAAEADQAAAAkAAAABAAAAAEAAADoAAAAAAAAABgBAAAAAAAAKAIAAAAAAAAAAAAACAAIAAAABAAIAAAABAAA' +
    'AAMAAACAAAAAOAAAAAQAAACc////AAABChAAAAAcAAAABAAAAAAAAAACAAAAYXQAAAAABgAIAAYABgAAAAAAAwDM////AAABBxAAAAAcAAAABA' +
    'AAAAAAAAABAAAAZAAAAAgADAAEAAgACAAAABQAAAACAAAAEAAUAAgABgAHAAwAAAAQABAAAAAAAAEFEAAAABgAAAAEAAAAAAAAAAIAAABpZAAA' +
    'BAAEAAQAAAAAAQAAQVJST1cx'
};

it.each(['lz4', 'zstd'] as const)('reads Feather that pyarrow packed with %s', async (codec) => {
  const read = await readTable(
    new Blob([Uint8Array.from(atob(feather[codec]), (character) => character.charCodeAt(0))])
  );
  expect(read?.names).toEqual(['id', 'd', 'at']);
  expect(read?.rows).toEqual(
    Array.from({length: 100}, (_, n) => [
      `00${n % 7}`,
      n % 5 === 0 ? null : ['-10.00', '-9.99', '-9.98'][n % 3],
      `2024-02-29 13:05:00.${n % 2 ? '12345679' : '123456789'}`
    ])
  );
});
