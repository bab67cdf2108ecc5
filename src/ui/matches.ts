import type {Option} from './option';

/** Options whose label or remark has every word of the search, in the order given; case and accents do not matter. */
export function matches(options: readonly Option[], search: string): readonly Option[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return options;
  return options.filter((option) => {
    const text = plain(`${option.label} ${option.remark ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
