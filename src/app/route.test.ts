import {expect, it} from 'vitest';
import {hashOf, parseHash} from './route.svelte';

it.each([
  ['', 'overview', ''],
  ['#/', 'overview', ''],
  ['#/pareto', 'pareto', ''],
  ['#/pareto?by=product&country=A%26B&country=C', 'pareto', 'by=product&country=A%26B&country=C'],
  ['#/pareto?note=a?b', 'pareto', 'note=a%3Fb'],
  ['#/%E0%A4%A', '%E0%A4%A', '']
])('reads %j', (hash, name, query) => {
  const address = parseHash(hash);
  expect(address.name).toBe(name);
  expect(address.search.toString()).toBe(query);
});

it('writes what it reads', () => {
  const search = new URLSearchParams([
    ['country', 'Åland & Co?'],
    ['country', '#1']
  ]);
  const back = parseHash(hashOf('a/b', search));
  expect(back.name).toBe('a/b');
  expect(back.search.getAll('country')).toEqual(['Åland & Co?', '#1']);
});
