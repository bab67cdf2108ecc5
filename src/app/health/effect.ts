import {withRules} from '../../analyses/scope';
import type {Engine, QueryOptions} from '../../engine/engine';
import {compile} from '../../models/compile';
import type {Loaded} from '../../models/loaded';
import type {Scope} from '../../models/scope';

/** The business in a few numbers, by a scope. Amounts are exact. */
export interface Figures {
  purchases: number;
  customers: number;
  amount: string;
  top_20_share: number | null;
  repeat_rate: number | null;
}

/** What rules change: with all else that is chosen, without the rules and with them. */
export interface Effect {
  before: Figures;
  after: Figures;
}

/** Effects of one data set, each worked out once. */
export class Effects {
  readonly #engine: Engine;
  readonly #loaded: Loaded;
  readonly #known = new Map<string, Promise<Figures>>();

  constructor(engine: Engine, loaded: Loaded) {
    this.#engine = engine;
    this.#loaded = loaded;
  }

  /** @throws {QueryError} */
  async of(scope: Scope, rules: readonly string[], options: Pick<QueryOptions, 'signal'> = {}): Promise<Effect> {
    const before = await this.figures(withRules(scope, rules, false), options);
    return {before, after: await this.figures(withRules(scope, rules, true), options)};
  }

  /** @throws {QueryError} */
  figures(scope: Scope, options: Pick<QueryOptions, 'signal'> = {}): Promise<Figures> {
    const {sql, params} = compile('effect', {scope, loaded: this.#loaded, params: {}, anonymous: false});
    const key = JSON.stringify([sql, params]);
    const known = this.#known.get(key);
    if (known) return known;
    const asked = this.#engine.query(sql, params, options).then((rows) => {
      const [figures] = rows.objects<Figures>();
      if (!figures) throw new RangeError('an effect without a row');
      return figures;
    });
    this.#known.set(key, asked);
    asked.catch(() => this.#known.delete(key));
    return asked;
  }
}
