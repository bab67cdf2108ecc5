import {keep, tablesOf} from '../../src/analyses/kept';
import {contextOf, type Question} from '../../src/analyses/run';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {compile} from '../../src/models/compile';

/** The main rows of a question, as `main`, and those of some parts: cheaper than whole answers where thousands are asked for. */
export async function partsOf(
  engine: Engine,
  question: Question,
  names: readonly string[]
): Promise<Record<string, Row[]>> {
  const {analysis} = question;
  const context = contextOf(question);
  const kept = await keep(engine, [...(analysis.keep ?? []), analysis.model], context);
  const table = kept[analysis.model]?.table ?? '';
  const order = analysis.order.join(', ');
  const rows: Record<string, Row[]> = {
    main: (await engine.query(`select * from ${table} order by ${order}`)).objects()
  };
  for (const name of names) {
    const part = analysis.parts[name];
    if (!part) throw new Error(`unknown part: ${name}`);
    const {sql, params} = compile(part.model, context, {order: part.order, materialised: tablesOf(kept)});
    rows[name] = (await engine.query(sql, params)).objects();
  }
  const drops = Object.values(kept).map(({table: own}) => `drop table ${own}`);
  await engine.execute(drops.join('; '));
  return rows;
}
