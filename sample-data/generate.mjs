import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {company} from './generator/company.mjs';

/** Writes the sample company's files beside this script, or into the folder given as the first argument. */
const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));

mkdirSync(folder, {recursive: true});
for (const {name, text, rows} of company()) {
  writeFileSync(join(folder, name), text);
  console.log(`${name}: ${rows} rows, ${Buffer.byteLength(text)} bytes`);
}
