import {existsSync, openAsBlob, readFileSync} from 'node:fs';
import Papa from 'papaparse';
import {describe, expect, it} from 'vitest';
import {testEngine} from '../../test/engine';
import {FileError} from '../engine/errors';
import {inspect} from './inspect';
import {readCsvSql} from './read-csv';
import {cutsOf} from './scan-run';

const corpus = '../shared/corpus';

describe.skipIf(!existsSync(corpus))('every file of the corpus (needs ../shared/corpus)', () => {
  it('is cut into records that DuckDB reads one for one, and none is lost', {timeout: 120_000}, async () => {
    const engine = await testEngine();
    const wrong: string[] = [];
    let read = 0;
    for (const file of filesOf()) {
      const source = {id: 'f1', name: file, blob: await openAsBlob(`${corpus}/${file}`)};
      const inspection = await inspect(source).catch((error: unknown) => {
        if (error instanceof FileError) return null;
        throw error;
      });
      if (!inspection) continue;
      const {encoding, dialect, region, columns} = inspection;
      const layout = {encoding: encoding.value, dialect: dialect.value, region: region.value, width: columns.length};
      for await (const cut of cutsOf(source.blob, {...layout, cutBytes: 64 * 1024})) {
        if (cut.records > 0) {
          await engine.register('corpus', cut.bytes);
          const rows = await engine.query(`select count(*) from ${readCsvSql('corpus', layout)}`);
          await engine.drop('corpus');
          if (rows.number(0, 0) !== cut.records) wrong.push(`${file}: ${cut.records} cut, ${rows.number(0, 0)} read`);
        }
        const {records, preamble, header, comments, blank, footer, rows, unread} = cut.tally;
        const aside = Object.values(unread).reduce((sum, count) => sum + count, 0);
        if (records !== preamble + header + comments + blank + footer + rows + aside) wrong.push(`${file}: records lost`);
      }
      read++;
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(400);
  });
});

/** Input files by their manifest. */
function filesOf(): string[] {
  const {data} = Papa.parse<{file: string; role: string}>(readFileSync(`${corpus}/manifest.csv`, 'utf8'), {
    header: true
  });
  const inputs = data.filter(({role}) => role === 'input').map(({file}) => file);
  return inputs.filter((file) => existsSync(`${corpus}/${file}`));
}
