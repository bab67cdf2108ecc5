/** What a file is, by its first bytes, where it isn't delimited text: a key under `refused.`; null where it may be. */
export function foreign(head: Uint8Array): string | null {
  const text = latin(head);
  const signed = signatures.find(({at = 0, is}) => text.startsWith(is, at));
  return signed?.kind ?? packed(text) ?? marked(wide(head) ?? text) ?? null;
}

interface Signature {
  kind: string;
  at?: number;
  is: string;
}

const signatures: readonly Signature[] = [
  {kind: 'xls', is: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'},
  {kind: 'parquet', is: 'PAR1'},
  {kind: 'arrow', is: 'ARROW1'},
  {kind: 'arrow', is: 'FEA1'},
  {kind: 'arrow', is: '\xff\xff\xff\xff'},
  {kind: 'columns', is: 'ORC'},
  {kind: 'columns', is: 'Obj\x01'},
  {kind: 'columns', is: '\x89HDF\r\n'},
  {kind: 'statistics', is: '$FL2'},
  {kind: 'statistics', is: '$FL3'},
  {kind: 'statistics', is: '<stata_dta>'},
  {kind: 'statistics', is: 'RDX2\n'},
  {kind: 'statistics', is: 'RDX3\n'},
  {kind: 'sqlite', is: 'SQLite format 3\0'},
  {kind: 'duckdb', at: 8, is: 'DUCK'},
  {kind: 'access', at: 4, is: 'Standard Jet DB'},
  {kind: 'access', at: 4, is: 'Standard ACE DB'},
  {kind: 'pdf', is: '%PDF-'},
  {kind: 'document', is: '{\\rtf'},
  {kind: 'picture', is: '\x89PNG\r\n'},
  {kind: 'picture', is: '\xff\xd8\xff'},
  {kind: 'picture', is: 'GIF87a'},
  {kind: 'picture', is: 'GIF89a'},
  {kind: 'picture', is: 'II*\0'},
  {kind: 'picture', is: 'MM\0*'},
  {kind: 'picture', at: 8, is: 'WEBP'},
  {kind: 'media', at: 4, is: 'ftyp'},
  {kind: 'media', is: 'ID3'},
  {kind: 'media', is: 'OggS'},
  {kind: 'archive', is: '7z\xbc\xaf\x27\x1c'},
  {kind: 'archive', is: 'Rar!\x1a'},
  {kind: 'archive', is: '\xfd7zXZ\0'},
  {kind: 'archive', is: '\x28\xb5\x2f\xfd'},
  {kind: 'archive', is: '\x04\x22\x4d\x18'},
  {kind: 'archive', is: 'BZh91AY'},
  {kind: 'archive', at: 257, is: 'ustar'},
  {kind: 'archive', is: '\x1f\x8b'},
  {kind: 'program', is: '\x7fELF'},
  {kind: 'program', is: 'MZ\x90\0'},
  {kind: 'program', is: '\0asm'}
];

/** What a zip holds, by the names of its first members. */
function packed(text: string): string | undefined {
  if (!text.startsWith('PK\x03\x04') && !text.startsWith('PK\x05\x06')) return undefined;
  if (text.includes('opendocument.spreadsheet')) return 'ods';
  if (text.includes('opendocument')) return 'document';
  if (text.includes('xl/')) return 'xlsx';
  if (text.includes('word/') || text.includes('ppt/')) return 'document';
  return text.includes('[Content_Types].xml') ? 'xlsx' : 'zip';
}

/** Text of another grammar: JSON, XML, HTML. */
function marked(text: string): string | undefined {
  const start = text
    .replace(/^(\xef\xbb\xbf|\ufeff)/, '')
    .trimStart()
    .slice(0, 4000);
  const lower = start.slice(0, 20).toLowerCase();
  if (['<!doctype html', '<html', '<table', '<body', '<head'].some((tag) => lower.startsWith(tag))) return 'html';
  if (lower.startsWith('<?xml') || /^<[a-z][\w:.-]{0,60}(\s|>)/i.test(start)) return xml(start);
  if (/^\{\s*["}]/.test(start) || /^\[\s*(\{\s*["}]|\[\s*["\d[\]{tfn-]|\])/.test(start)) return 'json';
  return undefined;
}

/** Workbooks that are one XML document, web pages that say so late, and other XML. */
function xml(start: string): string {
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'spreadsheet';
  if (start.includes('urn:oasis:names:tc:opendocument') && start.includes('opendocument.spreadsheet'))
    return 'flat-ods';
  return /<html[\s>]/i.test(start) ? 'html' : 'xml';
}

/** The first characters of text in UTF-16, by its mark or the zeros of its first letters; null where it isn't. */
function wide(head: Uint8Array): string | null {
  const [first, second, third, fourth] = head;
  const start = head.subarray(0, 65536);
  if ((first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && third !== 0))
    return new TextDecoder('utf-16le').decode(start);
  if ((first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0))
    return new TextDecoder('utf-16be').decode(start);
  return null;
}

/** The first 64 KiB as one character per byte. */
function latin(head: Uint8Array): string {
  let text = '';
  for (let at = 0; at < Math.min(head.length, 65536); at += 4096) {
    text += String.fromCharCode(...head.subarray(at, Math.min(at + 4096, 65536)));
  }
  return text;
}
