/** What is told of XML as it streams by. Names are without their prefix. */
export interface XmlHandler {
  /** @param tag the element as it is written, between `<` and `>`: for `attribute` */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Text of the element, in pieces; entities are resolved. Asked for only while `wanted` is true. */
  text(text: string): void;
  wanted: boolean;
}

/**
 * Reads XML piece by piece, since a sheet of a million rows is longer than the longest string. It resolves the five
 * entities and numbered ones, and no others: a document type can't make it grow. @throws {SyntaxError} if it breaks off
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';
  #depth = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = markupEnd(text, start);
      if (end < 0) {
        this.#say(text, at, start);
        this.#rest = text.slice(start);
        return;
      }
      this.#say(text, at, start);
      this.#markup(text, start, end);
      at = end;
    }
    const cut = Math.max(at, unfinished(text));
    this.#say(text, at, cut);
    this.#rest = text.slice(cut);
  }

  /** Says that nothing follows. */
  end(): void {
    if (this.#depth !== 0 || this.#rest.trim() !== '') throw new SyntaxError('XML breaks off');
  }

  #say(text: string, from: number, to: number): void {
    if (from < to && this.#handler.wanted) this.#handler.text(resolved(text.slice(from, to)));
  }

  #markup(text: string, start: number, end: number): void {
    const first = text.charCodeAt(start + 1);
    if (first === slash) {
      this.#depth--;
      this.#handler.close(nameIn(text, start + 2, end - 1));
    } else if (first === exclamation) {
      if (this.#handler.wanted && text.startsWith('<![CDATA[', start))
        this.#handler.text(text.slice(start + 9, end - 3));
    } else if (first !== question) this.#element(text, start + 1, end - 1);
  }

  #element(text: string, start: number, end: number): void {
    const name = nameIn(text, start, end);
    this.#handler.open(name, text.slice(start, end));
    if (text.charCodeAt(end - 1) === slash) this.#handler.close(name);
    else this.#depth++;
  }
}

/** Reads a stream of XML, and yields after each piece of it. */
export async function* scanned(stream: ReadableStream<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const scanner = new XmlScanner(handler);
  let decoder: TextDecoder | null = null;
  for await (const bytes of stream) {
    decoder ??= decoderOf(bytes);
    scanner.push(decoder.decode(bytes, {stream: true}));
    yield;
  }
  scanner.push(decoder?.decode() ?? '');
  scanner.end();
}

/** The value of an attribute, whatever its prefix; null where there is none. */
export function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`);
  if (at >= 0) {
    const from = at + name.length + 3;
    return resolved(tag.slice(from, tag.indexOf('"', from)));
  }
  return /['\t\r\n:]| =|= /.test(tag) ? found(tag, name) : null;
}

const [slash, exclamation, question] = [47, 33, 63];

function found(tag: string, name: string): string | null {
  for (const [, local, value = '', single] of tag.matchAll(/\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (local === name) return resolved(single ?? value);
  return null;
}

/** Behind the `>` that ends the markup; -1 where it isn't there yet. */
function markupEnd(text: string, start: number): number {
  const first = text.charCodeAt(start + 1);
  if (first === slash || first === question) return behind(text, first === slash ? '>' : '?>', start);
  if (first === exclamation) return declarationEnd(text, start);
  let quote = 0;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function declarationEnd(text: string, start: number): number {
  if (text.length - start < 9) return -1;
  if (text.startsWith('<!--', start)) return behind(text, '-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return behind(text, ']]>', start);
  const [bracket, end] = [text.indexOf('[', start), text.indexOf('>', start)];
  return bracket >= 0 && (bracket < end || end < 0) ? behind(text, ']>', bracket) : behind(text, '>', start);
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function nameIn(text: string, start: number, end: number): string {
  let from = start;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) from = at + 1;
    else if (code === slash || code <= 32) break;
  }
  return text.slice(from, at);
}

/** Where an entity or a line end begins that the next piece may complete. */
function unfinished(text: string): number {
  const entity = text.lastIndexOf('&');
  if (entity >= 0 && text.length - entity < 12 && !text.includes(';', entity)) return entity;
  return text.endsWith('\r') ? text.length - 1 : text.length;
}

/** Text with its entities resolved and its line ends as XML reads them. */
function resolved(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replace(/&(#x?[\da-f]+|[a-z]+);/gi, entity) : lines;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

const entities: Record<string, string> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"};

function decoderOf(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const named = /^<\?xml[^>]*encoding=["']([\w.:-]+)["']/.exec(head)?.[1];
  return new TextDecoder(named ?? 'utf-8');
}
