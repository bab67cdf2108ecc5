import {bind, literal} from '../../engine/sql';
import {isNumberDefinition} from '../definitions';
import type {ValueType} from '../relationship/columns';
import {refuse} from './error';
import type {Reader} from './reader';
import {called} from './functions';
import {alike, compared, flag, reckoned, type Value} from './value';
import {isFunction} from './words';

/** Brackets, functions and cases within each other that are taken. */
const deepest = 30;

const comparisons: readonly string[] = ['=', '<>', '!=', '<', '<=', '>', '>='];

/** Reads a condition by its grammar, and writes its SQL anew. */
export class Parser {
  readonly #reader: Reader;
  readonly #columns: Readonly<Record<string, ValueType>>;
  #depth = 0;

  constructor(reader: Reader, columns: Readonly<Record<string, ValueType>>) {
    this.#reader = reader;
    this.#columns = columns;
  }

  /** `a and b or not c`. @throws {ConditionError} */
  condition(): Value {
    if (++this.#depth > deepest) throw refuse('deep', '');
    const value = this.#joined('or', () => this.#joined('and', () => this.#negated()));
    this.#depth--;
    return value;
  }

  #joined(word: 'and' | 'or', operand: () => Value): Value {
    const first = operand();
    if (!this.#reader.skip(word)) return first;
    const all = [flag(first), flag(operand())];
    while (this.#reader.skip(word)) all.push(flag(operand()));
    return {sql: `(${all.map(({sql}) => sql).join(` ${word} `)})`, type: 'flag'};
  }

  #negated(): Value {
    let times = 0;
    while (this.#reader.skip('not')) times++;
    const value = this.#comparison();
    return times === 0 ? value : {sql: times % 2 === 1 ? `(not ${flag(value).sql})` : flag(value).sql, type: 'flag'};
  }

  #comparison(): Value {
    const left = this.#sum();
    const {text, kind} = this.#reader.next;
    if (kind === 'symbol' && comparisons.includes(text)) {
      this.#reader.take();
      return compared(left, text === '!=' ? '<>' : text, this.#sum());
    }
    if (this.#reader.skip('is')) return this.#is(left);
    const not = this.#reader.skip('not') ? 'not ' : '';
    if (this.#reader.skip('between')) return this.#between(left, not);
    if (this.#reader.skip('in')) return this.#in(left, not);
    if (this.#reader.skip('like')) return this.#like(left, not);
    if (not !== '') throw refuse(this.#reader.ended ? 'unfinished' : 'unexpected', this.#reader.next.text);
    return left;
  }

  #is(left: Value): Value {
    const not = this.#reader.skip('not') ? 'not ' : '';
    const {text} = this.#reader.take();
    if (text === 'null') return {sql: `(${left.sql} is ${not}null)`, type: 'flag'};
    if (text === 'true' || text === 'false') return {sql: `(${flag(left).sql} is ${not}${text})`, type: 'flag'};
    throw refuse('unexpected', text);
  }

  #between(left: Value, not: string): Value {
    const low = this.#sum();
    this.#reader.expect('and');
    const both = `(${compared(left, '>=', low).sql} and ${compared(left, '<=', this.#sum()).sql})`;
    return {sql: not === '' ? both : `(not ${both})`, type: 'flag'};
  }

  #in(left: Value, not: string): Value {
    const any = this.#list().map((value) => compared(left, '=', value).sql);
    return {sql: `(${not}(${any.join(' or ')}))`, type: 'flag'};
  }

  #like(left: Value, not: string): Value {
    const pattern = alike(this.#sum(), 'text');
    return {sql: `(${alike(left, 'text').sql} ${not}like ${pattern.sql})`, type: 'flag'};
  }

  #sum(): Value {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#signed()));
  }

  #chain(signs: readonly string[], operand: () => Value): Value {
    let value = operand();
    for (let sign = this.#reader.next; sign.kind === 'symbol' && signs.includes(sign.text); sign = this.#reader.next) {
      this.#reader.take();
      value = reckoned(value, sign.text, operand());
    }
    return value;
  }

  #signed(): Value {
    let minus = false;
    for (let sign = this.#reader.next; sign.kind === 'symbol' && '+-'.includes(sign.text); sign = this.#reader.next) {
      this.#reader.take();
      minus = sign.text === '-' ? !minus : minus;
    }
    const value = this.#primary();
    return minus ? {sql: `(- ${alike(value, 'number').sql})`, type: 'number'} : value;
  }

  #primary(): Value {
    const {kind, text} = this.#reader.take();
    if (kind === 'number') return number(text);
    if (kind === 'string') return string(text);
    if (kind === 'parameter') return this.#parameter(text);
    if (kind === 'symbol') return this.#bracket(text);
    if (text === 'null') return {sql: 'null', type: 'null'};
    if (text === 'true' || text === 'false') return {sql: text, type: 'flag'};
    if (text === 'case') return this.#case();
    if (isFunction(text)) return called(text, this.#list());
    if (!Object.hasOwn(this.#columns, text)) throw refuse('unknown', text, Object.keys(this.#columns));
    return {sql: text, type: this.#columns[text] ?? 'null'};
  }

  #bracket(text: string): Value {
    if (text !== '(') throw refuse('unexpected', text);
    const inner = this.condition();
    this.#reader.expect(')');
    return {...inner, sql: inner.sql.startsWith('(') ? inner.sql : `(${inner.sql})`};
  }

  #parameter(text: string): Value {
    if (!isNumberDefinition(text.slice(1))) throw refuse('unknown', text, Object.keys(this.#columns));
    return {sql: text, type: 'number'};
  }

  /** `(a, b, …)` */
  #list(): Value[] {
    this.#reader.expect('(');
    const values = [this.condition()];
    while (this.#reader.skip(',')) values.push(this.condition());
    this.#reader.expect(')');
    return values;
  }

  #case(): Value {
    const parts: {when: Value; then: Value}[] = [];
    while (this.#reader.skip('when')) {
      const when = flag(this.condition());
      this.#reader.expect('then');
      parts.push({when, then: this.condition()});
    }
    const otherwise: Value = this.#reader.skip('else') ? this.condition() : {sql: 'null', type: 'null'};
    this.#reader.expect('end');
    const [first] = parts;
    if (!first) throw refuse('unexpected', 'end');
    const type = [...parts.map(({then}) => then), otherwise].find((value) => value.type !== 'null')?.type ?? 'null';
    const fits = (value: Value): string => (type === 'null' ? value : alike(value, type)).sql;
    const whens = parts.map(({when, then}) => `when ${when.sql} then ${fits(then)}`);
    return {sql: `(case ${whens.join(' ')} else ${fits(otherwise)} end)`, type};
  }
}

function number(text: string): Value {
  const value = Number(text);
  if (!/^[\d.]+(e[+-]?\d+)?$/i.test(text) || !Number.isFinite(value)) throw refuse('unknown', text);
  return {sql: literal(value), type: 'number'};
}

function string(text: string): Value {
  const plain = text.slice(1, -1).replaceAll("''", "'");
  return {sql: bind('$text', {text: plain}), type: 'text', text: plain};
}
