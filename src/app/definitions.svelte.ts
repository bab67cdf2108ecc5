import {soundDefinitions, type Definitions} from '../models/definitions';
import type {Scope} from '../models/scope';
import type {Settings} from '../workspace/settings';

const setting = 'definitions';

/** What a person means by client, lapsed …, from visit to visit. An address that says something else goes first. */
export class OwnDefinitions {
  #own = $state.raw<Definitions>({});
  readonly #settings: Promise<Settings>;

  constructor(settings: Promise<Settings>) {
    this.#settings = settings.then((opened) => {
      if (Object.keys(this.#own).length === 0) this.#own = read(opened);
      return opened;
    });
  }

  /** The scope that an address gives, with the person's definitions where it says nothing of any. */
  within(scope: Scope): Scope {
    return Object.keys(scope.definitions).length > 0 ? scope : {...scope, definitions: this.#own};
  }

  /** Keeps what holds from now on. */
  async keep(definitions: Definitions): Promise<void> {
    if (same(definitions, this.#own)) return;
    this.#own = definitions;
    await (await this.#settings).set(setting, definitions);
  }
}

function read(settings: Settings): Definitions {
  const kept = settings.get(setting);
  return typeof kept === 'object' && kept !== null ? soundDefinitions(kept as Record<string, unknown>) : {};
}

function same(one: Definitions, other: Definitions): boolean {
  const entries = Object.entries(one);
  const others = Object.entries(other);
  return entries.length === others.length && entries.every(([name, value]) => new Map(others).get(name) === value);
}
