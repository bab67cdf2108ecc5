import {fillers, lexicon, type Concept} from './lexicon';

/** What a column name says, in any of the dictionary's languages. */
export interface Meaning {
  /** what its words mean, each concept once */
  concepts: readonly Concept[];
  /** words of the name that the dictionary doesn't know */
  unknown: number;
  /** the languages that have most of its words, English first if it is one */
  languages: readonly string[];
}

/** What a column name means. Case, accents, punctuation, camelCase and snake_case make no difference; compounds are split. */
export function meaningOf(name: string): Meaning {
  const known = memory.get(name);
  if (known) return known;
  const meaning = understood(name);
  if (memory.size > 20_000) memory.clear();
  memory.set(name, meaning);
  return meaning;
}

/** The language of a file's column names: the one that most of them are in, English of several such. */
export function languageOf(names: readonly string[]): string {
  const found = names.flatMap((name) => meaningOf(name).languages);
  const count = (language: string): number => found.filter((other) => other === language).length;
  return languages.reduce((best, language) => (count(language) > count(best) ? language : best), 'en');
}

const memory = new Map<string, Meaning>();

/** A longer text is no column name. */
const longest = 120;

function understood(name: string): Meaning {
  const words = wordsOf(name.slice(0, longest));
  const senses = phrases(words).map(sensesOf);
  const found = senses.flatMap((sense) => sense ?? []);
  return {
    concepts: [...new Set(found.flatMap(({concepts}) => concepts))],
    unknown: senses.filter((sense) => sense === null).length,
    languages: languagesOf(found)
  };
}

/** The words of a name in small letters without accents. */
export function wordsOf(name: string): string[] {
  const apart = name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return bare(apart)
    .split(/[^\p{L}\d№%]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
}

/** Small letters without accents; ß, ł, ø, æ as people without them type them. */
function bare(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(
    /[ßłøæœđº]/g,
    (letter) => ({ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', º: ''})[letter] ?? letter
  );
}

interface Sense {
  concepts: readonly Concept[];
  languages: readonly string[];
}

/** Neighbouring words that together stand in the dictionary become one; fillers go. */
function phrases(words: readonly string[]): string[] {
  const all = joined(words, 3);
  return all.filter((word) => dictionary.has(word) || !fillers.has(word));
}

function joined(words: readonly string[], length: number): string[] {
  if (length < 2 || words.length < 2) return [...words];
  for (let at = 0; at + length <= words.length; at++) {
    const phrase = words.slice(at, at + length).join(' ');
    if (dictionary.has(phrase)) return [...words.slice(0, at), phrase, ...joined(words.slice(at + length), 3)];
  }
  return joined(words, length - 1);
}

const sensesOf = (word: string): Sense[] | null => one(dictionary.get(word)) ?? partsOf(word) ?? one(inflected(word));
const one = (sense: Sense | undefined): Sense[] | null => (sense ? [sense] : null);

/** A Slavic word with another ending: `покупателя`, `zamówień`. */
function inflected(word: string): Sense | undefined {
  if (word.length < 4) return undefined;
  for (let length = word.length; length >= Math.max(4, word.length - 3); length--) {
    const sense = stems.get(word.slice(0, length));
    if (sense) return sense;
  }
  return undefined;
}

const links = ['', 's', 'n', 'en', 'es', 'e', 'er'];

/** The words that a compound is made of, `Kunden·nummer`, `customer·id`; null where it isn't wholly made of known ones. */
function partsOf(word: string): Sense[] | null {
  if (word.length < 5 || word.length > 40) return null;
  const ends: (Sense[] | undefined)[] = [];
  ends[word.length] = [];
  for (let at = word.length - 2; at >= 0; at--) {
    const parts = longestFirst(word, at, ends);
    if (parts) ends[at] = parts;
  }
  return ends[0] ?? null;
}

function longestFirst(word: string, at: number, ends: readonly (Sense[] | undefined)[]): Sense[] | undefined {
  for (let end = word.length; end >= at + 2; end--) {
    const sense = dictionary.get(word.slice(at, end));
    const isLong = end - at >= 4 || (end === word.length && at > 0) || (end - at === 3 && at > 0);
    const link =
      sense && isLong
        ? links.find((letters) => word.startsWith(letters, end) && ends[end + letters.length])
        : undefined;
    if (sense && link !== undefined) return [sense, ...(ends[end + link.length] ?? [])];
  }
  return undefined;
}

function languagesOf(senses: readonly Sense[]): string[] {
  const counts = languages.map((language) => senses.filter((sense) => sense.languages.includes(language)).length);
  const most = Math.max(...counts);
  return most === 0 ? [] : languages.filter((_, index) => counts[index] === most);
}

const languages = ['en', 'de', 'fr', 'sv', 'sl', 'ru', 'es', 'pt', 'it', 'nl', 'pl'];

const dictionary = new Map<string, Sense>();
const stems = new Map<string, Sense>();

function learn(map: Map<string, Sense>, word: string, concept: Concept, language: string): void {
  const old = map.get(word) ?? {concepts: [], languages: []};
  map.set(word, {
    concepts: [...new Set([...old.concepts, concept])],
    languages: [...new Set([...old.languages, language])]
  });
}

/** `Währung` is typed as `Waehrung` too. */
function spellings(word: string): string[] {
  const spelled = word
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => ({ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe'})[letter] ?? letter);
  return [...new Set([bare(word), bare(spelled)])];
}

for (const [concept, byLanguage] of Object.entries(lexicon) as [Concept, Record<string, string>][]) {
  for (const [language, words] of Object.entries(byLanguage)) {
    for (const word of words.split(' ')) {
      for (const spelling of spellings(word.replaceAll('_', ' '))) learn(dictionary, spelling, concept, language);
      if (['ru', 'pl', 'sl'].includes(language) && word.length >= 5) {
        learn(stems, bare(word).replace(/[аеёиоуыьэюяaeiouy]$/u, ''), concept, language);
      }
    }
  }
}
