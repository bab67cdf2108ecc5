/** A piece of a line of text. A link leads to http(s) or, starting with `#`, inside the app; anything else stays text. */
export type Inline =
  | {kind: 'text' | 'code'; text: string}
  | {kind: 'strong' | 'emphasis'; children: Inline[]}
  | {kind: 'link'; href: string; host: string | null; children: Inline[]};

/** A block of a document. `answer` is `<details>` with a `<summary>`, shown when asked for. */
export type Block =
  | {kind: 'heading'; level: number; children: Inline[]}
  | {kind: 'paragraph'; children: Inline[]}
  | {kind: 'list'; ordered: boolean; start: number; items: Block[][]}
  | {kind: 'quote'; children: Block[]}
  | {kind: 'code'; language: string; text: string}
  | {kind: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][]}
  | {kind: 'answer'; summary: Inline[]; children: Block[]}
  | {kind: 'rule'};

export type Align = 'start' | 'center' | 'end';

/** Reads the subset of Markdown that lessons and notebooks are written in. HTML and images stay text: nothing is fetched. */
export function markdown(source: string): Block[] {
  return blocks(source.replace(/\r\n?/g, '\n').replaceAll('\t', '    ').split('\n'));
}

/** Nesting deeper than this stays text, so that no document can exhaust the stack. */
const deepest = 12;

type Reader = (lines: string[], at: number, depth: number) => [block: Block, next: number] | null;

function blocks(lines: string[], depth = 0): Block[] {
  const found: Block[] = [];
  const readers: Reader[] = depth < deepest ? [fence, heading, rule, answer, quote, list, table] : [fence];
  let at = 0;
  while (at < lines.length) {
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    const [block, next] =
      first(readers, lines, at, depth) ?? paragraph(lines, at, (next) => first(readers, lines, next, depth) !== null);
    found.push(block);
    at = next;
  }
  return found;
}

function first(readers: Reader[], lines: string[], at: number, depth: number): ReturnType<Reader> {
  for (const read of readers) {
    const result = read(lines, at, depth);
    if (result) return result;
  }
  return null;
}

const line = (lines: string[], at: number): string => lines[at] ?? '';

function fence(lines: string[], at: number): ReturnType<Reader> {
  const open = /^ {0,3}(`{3,}|~{3,})\s*([\w-]*)/.exec(line(lines, at));
  if (!open) return null;
  const [, marks = '```', language = ''] = open;
  let end = at + 1;
  while (end < lines.length && !line(lines, end).trim().startsWith(marks)) end += 1;
  return [{kind: 'code', language, text: lines.slice(at + 1, end).join('\n')}, end + 1];
}

function heading(lines: string[], at: number): ReturnType<Reader> {
  const match = /^ {0,3}(#{1,6}) +(.*?)(?: +#+)? *$/.exec(line(lines, at));
  return match ? [{kind: 'heading', level: match[1]?.length ?? 1, children: inline(match[2] ?? '')}, at + 1] : null;
}

function rule(lines: string[], at: number): ReturnType<Reader> {
  return /^ {0,3}([-*_])( *\1){2,} *$/.test(line(lines, at)) ? [{kind: 'rule'}, at + 1] : null;
}

function quote(lines: string[], at: number, depth: number): ReturnType<Reader> {
  let end = at;
  while (/^ {0,3}>/.test(line(lines, end))) end += 1;
  if (end === at) return null;
  const inner = lines.slice(at, end).map((text) => text.replace(/^ {0,3}> ?/, ''));
  return [{kind: 'quote', children: blocks(inner, depth + 1)}, end];
}

function answer(lines: string[], at: number, depth: number): ReturnType<Reader> {
  if (!/^ *<details> *$/.test(line(lines, at))) return null;
  const summary = /^ *<summary>(.*)<\/summary> *$/.exec(line(lines, at + 1));
  let end = at + 1;
  let open = 1;
  while (end < lines.length && open > 0) {
    if (/^ *<details> *$/.test(line(lines, end))) open += 1;
    if (/^ *<\/details> *$/.test(line(lines, end))) open -= 1;
    end += 1;
  }
  const inner = lines.slice(summary ? at + 2 : at + 1, open === 0 ? end - 1 : end);
  return [{kind: 'answer', summary: inline(summary?.[1] ?? ''), children: blocks(inner, depth + 1)}, end];
}

const bullet = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;

function list(lines: string[], at: number, depth: number): ReturnType<Reader> {
  const open = bullet.exec(line(lines, at));
  if (!open) return null;
  const mark = open[2] ?? '-';
  const ordered = /\d/.test(mark);
  const items: Block[][] = [];
  let next = at;
  for (
    let head = bullet.exec(line(lines, next));
    head && /\d/.test(head[2] ?? '') === ordered;
    head = bullet.exec(line(lines, next))
  ) {
    const indent = head[0].trim() === head[0] ? head[0].length + 1 : head[0].length;
    const end = itemEnd(lines, next + 1, indent);
    const inner = lines
      .slice(next, end)
      .map((text, index) =>
        index === 0 ? text.slice(head?.[0].length) : text.replace(new RegExp(`^ {0,${indent}}`), '')
      );
    items.push(blocks(inner, depth + 1));
    next = end;
  }
  return [{kind: 'list', ordered, start: ordered ? parseInt(mark, 10) : 1, items}, next];
}

/** An item goes on through indented lines and their blank lines, and through lazy lines of its paragraph. */
function itemEnd(lines: string[], from: number, indent: number): number {
  let end = from;
  while (end < lines.length) {
    const text = line(lines, end);
    const blank = text.trim() === '';
    const inside = text.startsWith(' '.repeat(indent));
    const afterBlank = line(lines, end - 1).trim() === '';
    if (!blank && !inside && (afterBlank || bullet.test(text) || /^ {0,3}(#|>|```|<\/?details>|\|)/.test(text))) break;
    end += 1;
  }
  return end;
}

function table(lines: string[], at: number): ReturnType<Reader> {
  const rule = line(lines, at + 1);
  if (!line(lines, at).includes('|') || !/^ *\|? *:?-+:? *(\| *:?-+:? *)*\|? *$/.test(rule)) return null;
  const head = cells(line(lines, at));
  const align = cells(rule).map(alignment);
  if (align.length !== head.length) return null;
  let end = at + 2;
  while (line(lines, end).includes('|')) end += 1;
  const rows = lines.slice(at + 2, end).map((text) => {
    const found = cells(text);
    return head.map((_, index) => inline(found[index] ?? ''));
  });
  return [{kind: 'table', align, head: head.map((text) => inline(text)), rows}, end];
}

function cells(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function alignment(mark: string): Align {
  if (mark.startsWith(':') && mark.endsWith(':')) return 'center';
  return mark.endsWith(':') ? 'end' : 'start';
}

function paragraph(lines: string[], at: number, opensBlock: (at: number) => boolean): [Block, number] {
  let end = at + 1;
  while (end < lines.length && line(lines, end).trim() !== '' && !opensBlock(end)) end += 1;
  const text = lines.slice(at, end).map((part) => part.trim());
  return [{kind: 'paragraph', children: inline(text.join(' '))}, end];
}

// Lengths are limited, so that no text takes quadratic time. Code first, then escapes, links, strong, emphasis. An underscore inside a word is a letter (`customer_id`).
const span =
  /(?<ticks>`+)(?<code>[\s\S]{0,2000}?[^`])\k<ticks>(?!`)|\\(?<escaped>[\\`*_{}[\]()#+\-.!|<>])|!?\[(?<label>[^\][]{0,500})\]\((?<href>[^()\s]{0,2000})(?: +"[^"]*")?\)|(?<two>\*\*|(?<![\p{L}\p{N}])__)(?=\S)(?<strong>[\s\S]{0,1000}?\S)\k<two>|(?<one>\*|(?<![\p{L}\p{N}_])_)(?=[^\s*_])(?<emphasis>[\s\S]{0,1000}?[^\s*_])\k<one>(?![\p{L}\p{N}])/gu;

function inline(text: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  const plain = (part: string): void => {
    const last = found.at(-1);
    if (part === '') return;
    if (last?.kind === 'text') last.text += part;
    else found.push({kind: 'text', text: part});
  };
  for (const match of depth < deepest ? text.matchAll(span) : []) {
    plain(text.slice(at, match.index));
    at = match.index + match[0].length;
    const piece = spanOf(match, depth + 1);
    if (typeof piece === 'string') plain(piece);
    else found.push(piece);
  }
  plain(text.slice(at));
  return found;
}

function spanOf(match: RegExpExecArray, depth: number): Inline | string {
  const {code, escaped, label, href, strong, emphasis} = match.groups ?? {};
  if (code !== undefined) return {kind: 'code', text: code.trim()};
  if (escaped !== undefined) return escaped;
  if (strong !== undefined) return {kind: 'strong', children: inline(strong, depth)};
  if (emphasis !== undefined) return {kind: 'emphasis', children: inline(emphasis, depth)};
  if (label === undefined || href === undefined || match[0].startsWith('!')) return label ?? match[0];
  const target = safeLink(href);
  return target ? {kind: 'link', ...target, children: inline(label, depth)} : match[0];
}

/** Where a link leads, with the host that it would tell; null for what must not be followed. */
export function safeLink(href: string): {href: string; host: string | null} | null {
  if (href.startsWith('#')) return {href, host: null};
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  return url.username || url.password ? null : {href: url.href, host: url.host};
}
