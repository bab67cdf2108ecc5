import type {Engine} from '../engine/engine';
import {schemas, type Staged} from './staging';

const turns = new WeakMap<Engine, Promise<unknown>>();

/** Runs work when all that was asked before it has ended, so that changes to what is published never meet. */
export function inTurn<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  const next = (turns.get(engine) ?? Promise.resolve()).then(work);
  turns.set(
    engine,
    next.catch(() => undefined) // whoever asked for it hears of it
  );
  return next;
}

/** Something newer was published. */
export class Superseded extends Error {
  override name = 'Superseded';
}

/** The engine for statements about published tables: each in its turn, and only while they are published. @throws {Superseded} */
export function whilePublished(engine: Engine, {schema}: Staged): Pick<Engine, 'query' | 'execute'> {
  const whilst = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(engine, async () => {
      if (!(await schemas(engine)).includes(schema)) throw new Superseded(schema);
      return work();
    });
  return {
    query: (...statement) => whilst(() => engine.query(...statement)),
    execute: (...statement) => whilst(() => engine.execute(...statement))
  };
}
