import {readdirSync} from 'node:fs';
import {ESLint, Linter} from 'eslint';
import ts from 'typescript-eslint';
import {expect, it} from 'vitest';
import {rooms, walls} from './walls.mjs';

const linter = new Linter({configType: 'flat'});

it('every folder of src is a room with walls', () => {
  const folders = readdirSync('src', {withFileTypes: true}).filter((entry) => entry.isDirectory());
  expect(Object.keys(rooms)).toEqual(expect.arrayContaining(folders.map(({name}) => name)));
});

it.each([
  ['src/engine/engine.ts', '../tables/canonical'],
  ['src/tables/canonical.ts', '../engine/sql'],
  ['src/models/store.ts', '../ingest/types'],
  ['src/models/sql/deep.ts', '../../analyses/analysis'],
  ['src/ingest/load.ts', '../models/marts'],
  ['src/ingest/load.ts', '../ui/Button.svelte'],
  ['src/charts/theme.ts', '../ui/Figure.svelte'],
  ['src/ui/Figure.svelte.ts', '../engine/rows'],
  ['src/ui/Figure.svelte.ts', '../app/session.svelte'],
  ['src/analyses/run.ts', '../app/session.svelte'],
  ['src/analyses/pareto/chart.ts', '../../app/session.svelte'],
  ['src/analyses/pareto/chart.ts', '../overview/chart'],
  ['src/messages/format.ts', '../engine/rows'],
  ['src/ingest/load.ts', 'apache-arrow'],
  ['src/app/main.ts', '@duckdb/duckdb-wasm'],
  ['src/models/store.ts', '@observablehq/plot']
])('%s may not import %s', (file, module) => {
  expect(complaints(file, `import {x} from '${module}';`)).toHaveLength(1);
  expect(complaints(file, `import type {X} from '${module}';`)).toHaveLength(1);
  expect(complaints(file, `export const x = await import('${module}');`)).toHaveLength(1);
});

it.each([
  ['src/engine/worker.ts', './engine'],
  ['src/engine/worker.ts', '@duckdb/duckdb-wasm'],
  ['src/ingest/load.ts', '../models/store'],
  ['src/ingest/scan/records.ts', '../../tables/canonical'],
  ['src/analyses/run.ts', '../engine/engine'],
  ['src/analyses/registry.ts', './pareto/index'],
  ['src/analyses/pareto/chart.ts', '../analysis'],
  ['src/analyses/pareto/chart.ts', '../../charts/theme'],
  ['src/analyses/pareto/pareto.test.ts', '../../ingest/load'],
  ['src/app/main.ts', '../analyses/pareto/index']
])('%s may import %s', (file, module) => {
  expect(complaints(file, `import {x} from '${module}'; export const y = await import('${module}');`)).toEqual([]);
});

it.each(['src/engine/x.ts', 'src/analyses/pareto/View.svelte', 'src/ui/Figure.svelte'])(
  'the walls stand in the configuration that lints %s',
  async (file) => {
    const config = (await new ESLint().calculateConfigForFile(file)) as Linter.Config;
    expect(JSON.stringify(config.rules?.['no-restricted-imports'])).toContain('may import from');
  }
);

/** What the walls say to a file of this text. */
function complaints(file: string, text: string): string[] {
  const parser = {files: ['**/*.ts'], languageOptions: {parser: ts.parser as Linter.Parser}};
  const config = [parser, ...walls()] as Linter.Config[];
  return linter.verify(text, config, {filename: file}).map(({message}) => message);
}
