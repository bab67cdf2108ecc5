import fc from 'fast-check';
import {beforeAll, expect, it} from 'vitest';
import {anyKind, scalarKinds, type Kind} from '../../test/engine/cells';
import {testEngine} from '../../test/engine';
import type {Engine} from './engine';
import type {Value} from './rows';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 250);
const seed = Number(process.env['PROPERTY_SEED'] ?? 2);

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

it('reads every type that holds no other as the engine writes it', async () => {
  for (const kind of scalarKinds) await fc.assert(fc.asyncProperty(column(kind), holds), {seed: 1, numRuns: 3});
});

it('reads nested types as the engine writes them', async () => {
  await fc.assert(fc.asyncProperty(anyKind.chain(column), holds), {seed, numRuns: runs});
});

interface Sample {
  kind: Kind;
  cells: string[];
}

function column(kind: Kind): fc.Arbitrary<Sample> {
  return fc
    .array(fc.option(kind.cell, {freq: 6, nil: 'NULL'}), {minLength: 12, maxLength: 24})
    .map((cells) => ({kind, cells, [fc.toStringMethod]: () => `${kind.sql}\n${cells.join('\n')}`}));
}

/** The text is the engine's own, and what the value says is, in the engine's eyes, the cell again. */
async function holds({kind: {sql, encode}, cells}: Sample): Promise<void> {
  const typed = sql ? cells.map((cell) => `${cell}::${sql}`) : cells;
  const given = `(${typed.map((cell, i) => `select ${i} as i, ${cell} as v`).join(' union all ')})`;
  const rows = await engine.query(`select v, v::varchar as text from ${given} order by i`);
  expect(rows.length).toBe(cells.length);
  for (let i = 0; i < rows.length; i++) expect(rows.text(i, 0)).toBe(rows.value(i, 1));
  if (!encode) return;
  const again = rows.objects<{v: Value}>().map(({v}, i) => `select ${i} as i, ${v === null ? 'NULL' : encode(v)} as v`);
  const changed = await engine.query(
    `select a.i, a.v::varchar as given, b.v::varchar as again
     from ${given} a join (${again.join(' union all ')}) b using (i) where a.v is distinct from b.v`
  );
  expect(changed.objects()).toEqual([]);
}
