import {IntlMessageFormat} from 'intl-messageformat';
import {language} from './language';

/** What fills a message: numbers and dates are formatted by the message itself. */
export type Fill = Readonly<Record<string, string | number | boolean | Date>>;

/** A sentence in parts; `strong` parts (`<b>…</b>` in the message) are emphasised. */
export type Sentence = {text: string; strong: boolean}[];

/** The words of one room in one language. */
export type Words = Readonly<Record<string, string>>;

/** Words by file (`./de.ts` or `./de/ROOM.ts`), as `import.meta.glob(…, {eager: true, import: 'default'})` gives them. */
export type WordFiles = Readonly<Record<string, Words>>;

export interface Translator<K extends string> {
  /** the message in the interface language, filled; English where the language lacks it. @throws if a value is missing */
  t(key: K, fill?: Fill): string;
  /** the same as parts, with `<b>` kept as emphasis */
  rich(key: K, fill?: Fill): Sentence;
  /** whether the key exists */
  has(key: string): key is K;
}

/** The words of one room: `en` types the keys, `files` (named `de.ts` or `de/ROOM.ts`) add languages. */
export function translator<W extends Words>(en: W, files: WordFiles = {}): Translator<keyof W & string> {
  const compiled = new Map<string, IntlMessageFormat>();

  function message(key: string): IntlMessageFormat {
    const known = compiled.get(key);
    if (known) return known;
    const own = wordsIn(files, language())?.[key];
    const text = own ?? en[key];
    if (text === undefined) throw new Error(`unknown message: ${key}`);
    const made = new IntlMessageFormat(text, own === undefined ? 'en' : language());
    compiled.set(key, made);
    return made;
  }

  return {
    t: (key, fill) => plain(message(key).format<string>({...fill, b: (parts: string[]) => parts.join('')})),
    rich: (key, fill) => sentence(message(key).format<Strong>({...fill, b: (parts) => new Strong(parts.join(''))})),
    has: (key): key is keyof W & string => Object.hasOwn(en, key)
  };
}

class Strong {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function wordsIn(files: WordFiles, tag: string): Words | undefined {
  const path = Object.keys(files).find((name) => name.endsWith(`/${tag}.ts`) || name.includes(`/${tag}/`));
  return path === undefined ? undefined : files[path];
}

function plain(result: unknown): string {
  return Array.isArray(result) ? result.join('') : String(result);
}

function sentence(result: unknown): Sentence {
  const parts = Array.isArray(result) ? result : [result];
  return parts.map((part) =>
    part instanceof Strong ? {text: part.text, strong: true} : {text: String(part), strong: false}
  );
}
