import {join} from 'node:path';
import {expect, it} from 'vitest';
import {FileError} from '../src/engine/errors';
import {inspect} from '../src/ingest/look/inspect';
import type {Inspection} from '../src/ingest/types';
import {corpus, hasCorpus, sourceOf, truths, type Truth} from './corpus';

interface Outcome {
  truth: Truth;
  found: Inspection | null;
}

it.skipIf(!hasCorpus)('understands the corpus (skipped where ../shared/corpus is absent)', async () => {
  const outcomes = await Promise.all(truths().map(outcomeOf));
  const read = outcomes.filter((outcome) => outcome.found !== null);
  const scores = {
    delimiter: share(
      read,
      (found) => bare(found.dialect.value.delimiter),
      ({delimiter}) => delimiter && bare(delimiter)
    ),
    encoding: share(
      read,
      (found) => twin(found.encoding.value),
      ({encoding}) => encoding && twin(encoding)
    ),
    quote: share(
      read,
      (found) => found.dialect.value.quote,
      ({quote}) => quote
    ),
    escape: share(
      read,
      (found) => found.dialect.value.escape,
      ({escape}) => escape
    ),
    header: share(
      read,
      (found) => found.region.value.header,
      ({header}) => header
    ),
    preamble: share(
      read,
      (found) => found.region.value.preamble,
      ({preamble}) => preamble
    ),
    columns: share(
      read,
      (found) => found.columns.map(({name}) => name).join('|'),
      ({columns}) => columns?.join('|')
    )
  };
  report(outcomes, scores);
  expect(scores.delimiter.right / scores.delimiter.of).toBeGreaterThanOrEqual(0.98);
  expect(scores.encoding.right / scores.encoding.of).toBeGreaterThanOrEqual(0.98);
  expect(scores.header.right / scores.header.of).toBeGreaterThanOrEqual(0.95);
  expect(scores.preamble.right / scores.preamble.of).toBeGreaterThanOrEqual(0.95);
  expect(outcomes.length - read.length).toBeLessThanOrEqual(outcomes.length * 0.02);
});

/** Null: refused in words. Anything but a `FileError` fails the test. */
async function outcomeOf(truth: Truth): Promise<Outcome> {
  try {
    return {truth, found: await inspect(await sourceOf(join(corpus, truth.file)))};
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return {truth, found: null};
  }
}

interface Score {
  right: number;
  of: number;
  wrong: string[];
}

function share<T>(outcomes: Outcome[], get: (found: Inspection) => T, want: (truth: Truth) => T | undefined): Score {
  const asked = outcomes.filter(({truth}) => want(truth) !== undefined);
  const wrong = asked.filter(({truth, found}) => found !== null && get(found) !== want(truth));
  const lines = wrong.map(
    ({truth, found}) => `${truth.file}: ${String(want(truth))}, found ${String(found && get(found))}`
  );
  return {right: asked.length - wrong.length, of: asked.length, wrong: lines};
}

/** A blank beside the delimiter of some files belongs to it, or to what it separates. */
const bare = (delimiter: string): string => delimiter.trim() || delimiter;

/** Windows and ISO pages that differ in nothing that the files have. */
function twin(encoding: string): string {
  return encoding === 'windows-1253' ? 'iso-8859-7' : encoding;
}

function report(outcomes: Outcome[], scores: Record<string, Score>): void {
  const lines = Object.entries(scores).map(
    ([what, {right, of}]) => `${what} ${right}/${of} (${((100 * right) / of).toFixed(1)} %)`
  );
  const refused = outcomes.filter(({found}) => found === null).map(({truth}) => truth.file);
  const wrong = Object.entries(scores).flatMap(([what, score]) => score.wrong.map((line) => `  ${what}: ${line}`));
  console.info([`${outcomes.length} files: ${lines.join(', ')}; refused: ${refused.join(', ')}`, ...wrong].join('\n'));
}
