import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-chromium-'));
});
afterAll(() => rmSync(folder, {recursive: true}));

it('takes the program that CHROME_PATH names', () => {
  const path = program('given', 0);
  expect(find({CHROME_PATH: path})).toEqual({status: 0, path});
});

it('says that CHROME_PATH names no program, rather than take another', () => {
  expect(find({CHROME_PATH: join(folder, 'nothing')}).status).not.toBe(0);
});

it('takes the first on the path that starts', () => {
  const path = program('chromium', 0);
  expect(find({PATH: `${folder}:${process.env.PATH}`})).toEqual({status: 0, path});
});

it('passes over one that only says how to get a browser', () => {
  const path = program('chromium', 1);
  expect(find({PATH: `${folder}:${process.env.PATH}`}).path).not.toBe(path);
});

function program(name: string, status: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${status}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** What the script prints in this environment. */
function find(env: Record<string, string>): {status: number | null; path: string} {
  const {CHROME_PATH: _, ...own} = process.env;
  const {status, stdout} = spawnSync(process.execPath, ['test/tools/chromium.mjs'], {
    env: {...own, ...env},
    encoding: 'utf8'
  });
  return {status, path: stdout.trim()};
}
