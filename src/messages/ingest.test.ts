import {expect, it} from 'vitest';
import en from './en/ingest';
import {ingest} from './ingest';

it.each(Object.entries(en) as [keyof typeof en, string][])('%s is said', (key, text) => {
  const said = ingest.t(key, fillOf(text));
  expect(said).not.toMatch(/[{}]|undefined/);
  expect(said.length).toBeGreaterThan(2);
});

/** 2 where a message counts, a word elsewhere. */
function fillOf(text: string): Record<string, string | number> {
  const counted = [...text.matchAll(/\{(\w+), ?(?:plural|number)/g)].map(([, name]) => [name, 2] as const);
  const named = [...text.matchAll(/\{(\w+)(?:\}|, ?select)/g)].map(([, name]) => [name, 'x'] as const);
  return Object.fromEntries([...named, ...counted]);
}
