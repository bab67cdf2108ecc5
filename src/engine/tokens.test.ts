import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {config, type Instance} from './driver';
import {nodeDriver} from './node';
import {split, tokens} from './tokens';

describe('split', () => {
  it.each([
    ['', []],
    [' ;; -- nothing\n;', []],
    ['select 1', ['select 1']],
    ['select 1;', ['select 1']],
    ['select 1; select 2', ['select 1', 'select 2']],
    [`select ';' ; select ";" ; select $$;$$`, [`select ';'`, 'select ";"', 'select $$;$$']],
    ['select 1 /* ; /* ; */ ; */; select 2 -- ;', ['select 1 /* ; /* ; */ ; */', 'select 2 -- ;']],
    [`select e'\\';' ; select 2`, [`select e'\\';'`, 'select 2']],
    [`select '\\'; select 2`, [`select '\\'`, 'select 2']],
    ['select $a$;$b$;$a$;select 2', ['select $a$;$b$;$a$', 'select 2']]
  ])('of %j', (sql, statements) => {
    expect(split(sql)).toEqual(statements);
  });
});

describe("DuckDB's own tokenizer", () => {
  let duckdb: Instance;
  beforeAll(async () => {
    duckdb = await nodeDriver.start();
    await duckdb.db.open(config);
  });
  afterAll(() => duckdb.terminate());

  it('finds the same semicolons between statements', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string({maxLength: 3})), {maxLength: 12}).map((parts) => parts.join('')),
        async (sql) => {
          const {offsets} = await duckdb.db.tokenize(sql);
          const bytes = new TextEncoder().encode(sql);
          const theirs = offsets.filter((offset) => bytes[offset] === 0x3b);
          const ours = semicolons(sql);
          expect([...tokens(sql)].map(({text}) => text).join('')).toBe(sql);
          // Theirs ends without a word where the text is no SQL; up to there both agree.
          expect(ours.slice(0, theirs.length)).toEqual(theirs);
          if (ours.length > theirs.length) expect(ours[theirs.length]).toBeGreaterThan(offsets.at(-1) ?? -1);
        }
      ),
      {seed: 6, numRuns: 3000}
    );
  });
});

const piece = fc.constantFrom(
  ...[
    ';',
    "'",
    "''",
    '"',
    '""',
    '$',
    '$$',
    '$a$',
    '$b$',
    '/*',
    '*/',
    '--',
    '\n',
    '\r',
    ' ',
    'e',
    "e'",
    "E'",
    "\\'",
    '\\'
  ],
  ...['x', "x'", "b'", 'a', 'é', '\u00a0', '🦆', '1', '1.5', '.', '::', '$1', '$name', 'a$b', '-', '/', '*', '(', ')']
);

/** Offsets in bytes of UTF-8. */
function semicolons(sql: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const {kind, text} of tokens(sql)) {
    if (kind === 'semicolon') found.push(at);
    at += new TextEncoder().encode(text).length;
  }
  return found;
}
