import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import Papa from 'papaparse';
import {expect, it} from 'vitest';
import {FileError} from '../../src/engine/errors';
import {look} from '../../src/ingest/look/inspect';
import type {Source} from '../../src/ingest/types';
import {corpus, hasCorpus, inputs, sourceOf} from '../corpus';
import {failed, measure, sumOf, type Measures} from './pollock';
import {readRaw, type RawTable} from './read';

it.skipIf(!hasCorpus)('reads Pollock’s files by itself (skipped where ../shared/corpus is absent)', async () => {
  const files = inputs().filter((file) => file.startsWith('pollock/'));
  const scores: Score[] = [];
  for (const file of files) scores.push(await scored(file));
  const weights = JSON.parse(readFileSync(join(corpus, 'pollock/pollock_weights.json'), 'utf8')) as Record<
    string,
    number
  >;
  const weightOf = (file: string): number => weights[file] ?? 0;
  const total = scores.reduce((sum, {file}) => sum + weightOf(file), 0);
  const simpleOf = (sum: (score: Score) => number): number =>
    scores.reduce((all, one) => all + sum(one), 0) / scores.length;
  const weightedOf = (sum: (score: Score) => number): number =>
    scores.reduce((all, one) => all + sum(one) * weightOf(one.file), 0) / total;
  const said = (score: Score): number => score.sum;
  const imported = ({refused, sum}: Score): number => (refused ? 0 : sum);
  const [simple, weighted] = [simpleOf(said), weightedOf(said)];
  const worst = scores.filter(({sum}) => sum < 9.99).sort((a, b) => a.sum - b.sum);
  console.info(
    [
      `Pollock, ${scores.length} files, no hints: simple ${simple.toFixed(3)}, weighted ${weighted.toFixed(3)} of 10,`,
      `  files without rows scored by what their refusal says; with each refusal as a failure, as the paper has it: ` +
        `simple ${simpleOf(imported).toFixed(3)}, weighted ${weightedOf(imported).toFixed(3)}`,
      `  refused: ${scores.flatMap(({file, refused}) => (refused ? file : [])).join(', ')}`,
      ...worst.map(({file, sum, measures}) => `  ${sum.toFixed(3)} ${file} ${detail(measures)}`)
    ].join('\n')
  );
  expect(simple).toBeGreaterThanOrEqual(9.9);
  expect(weighted).toBeGreaterThanOrEqual(9.8);
  expect(simpleOf(imported)).toBeGreaterThanOrEqual(9.65);
  expect(weightedOf(imported)).toBeGreaterThanOrEqual(9.8);
});

interface Score {
  file: string;
  sum: number;
  measures: Measures;
  /** it has no rows, and is not imported */
  refused: boolean;
}

async function scored(file: string): Promise<Score> {
  const clean = Papa.parse<string[]>(readFileSync(join(corpus, 'pollock/clean', basename(file)), 'utf8'), {
    skipEmptyLines: true
  }).data;
  const source = await sourceOf(join(corpus, file));
  const read = await readRaw(source);
  const refused = read instanceof FileError;
  const rows = refused ? await refusedAs(source) : rowsOf(read);
  const measures = rows === null ? failed : measure(clean, rows);
  return {file: basename(file), sum: sumOf(measures), measures, refused};
}

/** What a refusal says is there: nothing in an empty file, names and no rows in a file of names; null: it can't be read. */
async function refusedAs(source: Source): Promise<string[][] | null> {
  if (source.blob.size === 0) return [];
  const {columns, region, sampled} = await look(source);
  return sampled === 0 && region.value.header > 0 ? [columns.map(({name}) => name)] : null;
}

/** What is handed on as text; names only where the file has them. */
function rowsOf({inspection, names, rows}: RawTable): string[][] {
  return inspection.region.value.header > 0 ? [names, ...rows] : rows;
}

const detail = ({header, record, cell}: Measures): string =>
  `header ${header.f1.toFixed(3)} record ${record.f1.toFixed(3)} cell ${cell.f1.toFixed(3)}`;
