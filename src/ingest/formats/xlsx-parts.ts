import {builtInFormat, type Meaning, meaningOf} from './number-format';
import type {PackedParts} from './packed-parts';
import {attribute, scanned, type XmlHandler} from './xml';

/** What a workbook says of its sheets before any is read. */
export interface Workbook {
  sheets: {name: string; path: string; hidden: boolean}[];
  from1904: boolean;
  /** null where the workbook has none */
  styles: string | null;
  strings: string | null;
}

/** Sheets that can be read, in their order; chart sheets and dialogs are left out. */
export async function workbookOf(parts: PackedParts): Promise<Workbook> {
  const root = await relations(parts, '');
  const path = [...root.values()].find(({type}) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const related = await relations(parts, path);
  const part = (type: string): string | null =>
    [...related.values()].find((one) => one.type === type && parts.has(one.path))?.path ?? null;
  const book: Workbook = {sheets: [], from1904: false, styles: part('styles'), strings: part('sharedStrings')};
  await each(parts, path, (name, tag) => {
    if (name === 'workbookPr') book.from1904 = isTrue(attribute(tag, 'date1904'));
    if (name !== 'sheet') return;
    const sheet = related.get(attribute(tag, 'id') ?? '');
    if (sheet?.type !== 'worksheet') return;
    const state = attribute(tag, 'state') ?? 'visible';
    book.sheets.push({name: attribute(tag, 'name') ?? '', path: sheet.path, hidden: state !== 'visible'});
  });
  return book;
}

/** The meaning of numbers by the style of their cell. */
export async function meanings(parts: PackedParts, path: string | null): Promise<Meaning[]> {
  if (path === null) return [];
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inStyles = false;
  await each(
    parts,
    path,
    (name, tag) => {
      if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      else if (name === 'cellXfs') inStyles = true;
      else if (name === 'xf' && inStyles) styles.push(Number(attribute(tag, 'numFmtId') ?? 0));
    },
    (name) => {
      if (name === 'cellXfs') inStyles = false;
    }
  );
  return styles.map((id) => meaningOf(formats.get(id) ?? builtInFormat(id)));
}

/** The texts that cells share, without their phonetic guides. */
export async function sharedStrings(parts: PackedParts, path: string | null): Promise<string[]> {
  if (path === null) return [];
  const handler = new SharedStrings();
  for await (const _ of scanned(await parts.stream(path), handler)) void _;
  return handler.texts;
}

class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  wanted = false;
  #text = '';
  #phonetic = false;

  open(name: string): void {
    if (name === 'si') this.#text = '';
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 't') this.wanted = !this.#phonetic;
  }

  close(name: string): void {
    if (name === 't') this.wanted = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'si') this.texts.push(unescaped(this.#text));
  }

  text(text: string): void {
    this.#text += text;
  }
}

/** Characters that XML can't hold are written `_x000D_`, and such texts themselves `_x005F_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** What stands for true in workbooks. */
export const isTrue = (value: string | null): boolean => value === '1' || value === 'true' || value === 'on';

async function relations(parts: PackedParts, path: string): Promise<Map<string, {type: string; path: string}>> {
  const [folder, file] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
  const found = new Map<string, {type: string; path: string}>();
  const list = `${folder}_rels/${file}.rels`;
  if (!parts.has(list)) return found;
  await each(parts, list, (name, tag) => {
    if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
    const type = (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '';
    found.set(attribute(tag, 'Id') ?? '', {type, path: absolute(folder, attribute(tag, 'Target') ?? '')});
  });
  return found;
}

function absolute(folder: string, target: string): string {
  const path = new URL(target.replaceAll('\\', '/'), `file:///${folder}`).pathname;
  return decodeURIComponent(path).slice(1);
}

async function each(
  parts: PackedParts,
  path: string,
  open: XmlHandler['open'],
  close: XmlHandler['close'] = () => undefined
): Promise<void> {
  const handler: XmlHandler = {open, close, text: () => undefined, wanted: false};
  for await (const _ of scanned(await parts.stream(path), handler)) void _;
}
