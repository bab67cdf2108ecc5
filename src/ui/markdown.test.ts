import fc from 'fast-check';
import {expect, it} from 'vitest';
import {markdown, safeLink, type Block, type Inline} from './markdown';

it('reads headings and paragraphs', () => {
  expect(markdown('# The *few*\nand\nthe many\n\n## How ##\r\nend')).toEqual([
    {kind: 'heading', level: 1, children: [text('The '), {kind: 'emphasis', children: [text('few')]}]},
    {kind: 'paragraph', children: [text('and the many')]},
    {kind: 'heading', level: 2, children: [text('How')]},
    {kind: 'paragraph', children: [text('end')]}
  ]);
});

it('reads emphasis inside emphasis, and leaves underscores in names alone', () => {
  expect(line('**20 % of _them_** and `a * b` in customer_id and top_20_share')).toEqual([
    {kind: 'strong', children: [text('20 % of '), {kind: 'emphasis', children: [text('them')]}]},
    text(' and '),
    {kind: 'code', text: 'a * b'},
    text(' in customer_id and top_20_share')
  ]);
  expect(line('2 * 3 * 4 and \\*not\\* this')).toEqual([text('2 * 3 * 4 and *not* this')]);
});

it('reads lists, nested and numbered', () => {
  expect(markdown('3. one\n4. two\n   - a\n   - b\n\n     more\n\n- other')).toEqual([
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [
        [paragraph('one')],
        [
          paragraph('two'),
          {kind: 'list', ordered: false, start: 1, items: [[paragraph('a')], [paragraph('b'), paragraph('more')]]}
        ]
      ]
    },
    {kind: 'list', ordered: false, start: 1, items: [[paragraph('other')]]}
  ]);
});

it('reads tables with their alignment, and fills short rows', () => {
  expect(markdown('| a | b \\| c |\n| :-- | --: |\n| 1 | 2 |\n| 3 |\n\nend')).toEqual([
    {
      kind: 'table',
      align: ['start', 'end'],
      head: [[text('a')], [text('b | c')]],
      rows: [
        [[text('1')], [text('2')]],
        [[text('3')], []]
      ]
    },
    paragraph('end')
  ]);
});

it('reads code, quotes, rules and hidden answers', () => {
  expect(
    markdown(
      '```sql\nselect 1 -- <b>\n```\n> a\n> b\n\n---\n<details>\n<summary>Why?</summary>\n\nBecause.\n\n</details>\nend'
    )
  ).toEqual([
    {kind: 'code', language: 'sql', text: 'select 1 -- <b>'},
    {kind: 'quote', children: [paragraph('a b')]},
    {kind: 'rule'},
    {kind: 'answer', summary: [text('Why?')], children: [paragraph('Because.')]},
    paragraph('end')
  ]);
});

it('keeps HTML and images as text', () => {
  expect(line('<img src=x onerror=alert(1)> ![a picture](http://127.0.0.1/p)')).toEqual([
    text('<img src=x onerror=alert(1)> a picture')
  ]);
});

it('tells the host of a link', () => {
  expect(line('[book](https://Example.org/b?x=1) [view](#/pareto)')).toEqual([
    {kind: 'link', href: 'https://example.org/b?x=1', host: 'example.org', children: [text('book')]},
    text(' '),
    {kind: 'link', href: '#/pareto', host: null, children: [text('view')]}
  ]);
});

it.each([
  'javascript:alert(3)',
  'JaVaScRiPt:alert(3)',
  'data:text/html,x',
  '//evil.example/x',
  'blob:https://a/b',
  'https://user:pass@evil.example/',
  '/relative',
  'https://'
])('does not follow %s', (href) => {
  expect(safeLink(href)).toBeNull();
  expect(line(`[x](${href})`)).toEqual([text(`[x](${href})`)]);
});

it('survives any text, keeps its words, and gives only safe links', () => {
  const pieces = fc.constantFrom(
    '#',
    '>',
    '- ',
    '1. ',
    '|',
    '---',
    '**',
    '_',
    '`',
    '```',
    '[a](',
    'javascript:x',
    ')',
    '\n',
    '\n\n',
    '  ',
    '<details>',
    '</details>',
    'word',
    '\\',
    '!'
  );
  fc.assert(
    fc.property(fc.array(pieces, {maxLength: 60}), (parts) => {
      const blocks = markdown(parts.join(''));
      const words = parts.filter((part) => part === 'word').length;
      const all = JSON.stringify(blocks);
      expect(all.split('word').length - 1).toBeGreaterThanOrEqual(swallowsWords(parts) ? 0 : words);
      for (const [, href] of all.matchAll(/"href":"([^"]*)"/g)) expect(href).toMatch(/^(#|https?:)/);
    })
  );
});

it('takes no time over hostile nesting', () => {
  const started = performance.now();
  for (const hostile of [
    '> '.repeat(20_000),
    '- '.repeat(20_000),
    '*a '.repeat(20_000),
    '['.repeat(50_000),
    '`'.repeat(30_001),
    '**a'.repeat(20_000),
    '_a_'.repeat(20_000),
    '|'.repeat(50_000) + '\n' + '|-'.repeat(20_000)
  ]) {
    markdown(hostile);
  }
  expect(performance.now() - started).toBeLessThan(1500);
});

const text = (value: string): Inline => ({kind: 'text', text: value});
const paragraph = (value: string): Block => ({kind: 'paragraph', children: [text(value)]});
/** The word after a fence is its language, cells beyond the head's are cut, and one line of an answer is its summary. */
const swallowsWords = (parts: string[]): boolean =>
  parts.includes('```') || parts.includes('|') || parts.includes('<details>');

function line(source: string): Inline[] {
  const [block] = markdown(source);
  if (block?.kind !== 'paragraph') throw new Error(`no paragraph: ${source}`);
  return block.children;
}
