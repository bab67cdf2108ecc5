import {tokens, type Token} from '../../engine/tokens';
import {refuse} from './error';

/** A stretch of a condition: a word in lower case, a symbol of one or two characters, a number, a string, a parameter. */
export interface Part {
  kind: 'word' | 'symbol' | 'number' | 'string' | 'parameter' | 'end';
  text: string;
}

const end: Part = {kind: 'end', text: ''};
const pairs: readonly string[] = ['<=', '>=', '<>', '!='];

/** Gives the parts of a condition one by one. */
export class Reader {
  readonly #parts: readonly Part[];
  #place = 0;

  /** @throws {ConditionError} for comments, quoted names, semicolons and strings that aren't plain */
  constructor(text: string) {
    this.#parts = partsOf([...tokens(text)]);
  }

  get next(): Part {
    return this.#parts[this.#place] ?? end;
  }

  get ended(): boolean {
    return this.next.kind === 'end';
  }

  /** The next part, which is then past. @throws {ConditionError} at the end */
  take(): Part {
    if (this.ended) throw refuse('unfinished', '');
    return this.#parts[this.#place++] ?? end;
  }

  /** Whether the next part is this word or symbol, which is then past. */
  skip(text: string): boolean {
    const {kind, text: next} = this.next;
    if (next !== text || (kind !== 'word' && kind !== 'symbol')) return false;
    this.#place++;
    return true;
  }

  /** @throws {ConditionError} unless the next part is this word or symbol */
  expect(text: string): void {
    if (this.ended) throw refuse('unfinished', '');
    if (!this.skip(text)) throw refuse('unexpected', this.next.text);
  }
}

function partsOf(list: readonly Token[]): Part[] {
  const parts: Part[] = [];
  for (let place = 0; place < list.length; place++) {
    const {kind, text} = list[place] ?? {kind: 'space', text: ''};
    if (kind === 'space') continue;
    const following = list[place + 1];
    const pair = following?.kind === 'symbol' ? text + following.text : '';
    if (kind === 'symbol' && pairs.includes(pair)) {
      parts.push({kind, text: pair});
      place++;
    } else parts.push(partOf(kind, text));
  }
  return parts;
}

function partOf(kind: Token['kind'], text: string): Part {
  if (kind === 'word') return {kind, text: text.toLowerCase()};
  if (kind === 'string' && text.startsWith("'")) return {kind, text};
  if (kind === 'symbol' || kind === 'number' || kind === 'parameter') return {kind, text};
  throw refuse('unknown', text);
}
