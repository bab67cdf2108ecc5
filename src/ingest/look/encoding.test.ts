import {describe, expect, it} from 'vitest';
import {decode, detectEncoding, encodingOfEnds, isBinary, redetect} from './encoding';

const texts: Record<string, string> = {
  german: 'Datum;Kunde;Betrag\n31.12.2024;Müller & Söhne;1.234,56\n01.01.2025;Café Zürich – Öl;-2,00 €',
  french: 'Date;Client;Montant\n31/12/2024;Société Générale;1 234,56\n01/01/2025;Crédit à Besançon;-2,00',
  swedish: 'Datum;Kund;Belopp\n2024-12-31;Årsta Bygg & Måleri;1 234,56\n2025-01-01;Östersunds Färg;-2,00',
  spanish: 'Fecha;Cliente;Importe\n31/12/2024;Peña e Hijos;1.234,56\n01/01/2025;Compañía Eléctrica;-2,00',
  polish: 'Data;Klient;Kwota\n31.12.2024;Zażółć gęślą jaźń;1234,56\n01.01.2025;Łódź Handel;-2,00',
  czech: 'Datum;Zákazník;Částka\n31.12.2024;Žižkov s.r.o.;1234,56\n01.01.2025;Příliš žluťoučký;-2,00',
  hungarian: 'Dátum;Vevő;Összeg\n2024.12.31.;Győri Bőr Kft.;1 234,56\n2025.01.01.;Tűzoltó;-2,00',
  slovene: 'Datum;Kupec;Znesek\n31.12.2024;Žigon trgovina Koper;1.234,56\n01.01.2025;Šmarčna - račun;-2,00',
  russian: 'Дата;Клиент;Сумма\n31.12.2024;Ромашка ООО;1 234,56\n01.01.2025;Иванов И.И.;-2,00',
  russianSmall: 'дата;клиент;сумма\n31.12.2024;ромашка;1 234,56\n01.01.2025;сидоров и сыновья;-2,00',
  greek: 'id,name\n1,Λεωνίδας\n2,Αλέξανδρος\n3,Μύρων'
};

it.each([
  ['german', 'windows-1252'],
  ['french', 'windows-1252'],
  ['swedish', 'windows-1252'],
  ['spanish', 'windows-1252'],
  ['german', 'macintosh'],
  ['french', 'macintosh'],
  ['polish', 'windows-1250'],
  ['polish', 'iso-8859-2'],
  ['czech', 'windows-1250'],
  ['czech', 'iso-8859-2'],
  ['hungarian', 'windows-1250'],
  ['slovene', 'windows-1250'],
  ['slovene', 'iso-8859-2'],
  ['russian', 'windows-1251'],
  ['russian', 'koi8-r'],
  ['russian', 'ibm866'],
  ['russian', 'iso-8859-5'],
  ['russianSmall', 'windows-1251'],
  ['russianSmall', 'koi8-r'],
  ['russianSmall', 'ibm866'],
  ['greek', 'windows-1253']
])('%s in %s reads as itself', (name, encoding) => {
  const text = (texts[name] ?? '').replaceAll(
    encoding.startsWith('iso') || encoding === 'ibm866' ? /[€–]/g : /\0/g,
    ''
  );
  const bytes = encode(text, encoding);
  const found = detectEncoding(bytes, true);
  expect(found.reason.key).toBe('encoding.letters');
  expect(decode(bytes, found.value)).toBe(text);
});

describe('Unicode', () => {
  const text = texts['russian'] ?? '';
  it.each([
    ['utf-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8(text)], 'utf-8', 'encoding.mark'],
    ['utf-8', [...utf8(text)], 'utf-8', 'encoding.valid'],
    ['utf-16le with a mark', [0xff, 0xfe, ...utf16(text)], 'utf-16le', 'encoding.mark'],
    ['utf-16be with a mark', [0xfe, 0xff, ...swapped(utf16(text))], 'utf-16be', 'encoding.mark'],
    ['utf-16le', utf16(text), 'utf-16le', 'encoding.zeros'],
    ['utf-16be', swapped(utf16(text)), 'utf-16be', 'encoding.zeros'],
    ['ascii', [...utf8('a,b\n1,2')], 'utf-8', 'encoding.ascii']
  ])('%s', (_, bytes, encoding, key) => {
    const found = detectEncoding(Uint8Array.from(bytes), true);
    expect(found).toMatchObject({value: encoding, reason: {key}});
    expect(decode(Uint8Array.from(bytes), found.value)).toBe(key === 'encoding.ascii' ? 'a,b\n1,2' : text);
  });

  it('says that a beginning of plain ASCII proves nothing about the rest', () => {
    expect(detectEncoding(utf8('a,b\n1,2'), false).reason.key).toBe('encoding.ascii-so-far');
  });

  it('takes the word of the end of a file whose beginning is plain ASCII', () => {
    const ascii = utf8('a,b\n1,2\n');
    const legacy = encode(texts['czech'] ?? '', 'windows-1250');
    expect(encodingOfEnds(ascii, legacy, false).value).toBe('windows-1250');
    expect(encodingOfEnds(ascii, utf8(text).subarray(1), false)).toMatchObject({
      value: 'utf-8',
      reason: {key: 'encoding.ascii-so-far'}
    });
    expect(encodingOfEnds(ascii, ascii, false).value).toBe('utf-8');
  });

  it('keeps UTF-8 with a few broken bytes, and counts them', () => {
    const bytes = Uint8Array.from([...utf8('é'.repeat(20)), 0xff, 0xfe, ...utf8('é, end')]);
    expect(redetect(bytes)).toEqual({value: 'utf-8', reason: {key: 'encoding.damaged', values: {count: 2}}});
  });

  it('does not take a cut character at the end for a broken one', () => {
    expect(detectEncoding(utf8(text).subarray(0, 31), false).value).toBe('utf-8');
  });
});

it('reads Chinese and Japanese', () => {
  const chinese = Uint8Array.from([
    0xd6, 0xd0, 0xb9, 0xfa, 0xb5, 0xc4, 0xc8, 0xcb, 0xd4, 0xda, 0xd5, 0xe2, 0x2c, 0x31, 0x0a
  ]);
  const many = Uint8Array.from(Array.from({length: 20}, () => [...chinese]).flat());
  expect(detectEncoding(many, true).value).toBe('gb18030');
});

it('tells data from text', () => {
  expect(isBinary(Uint8Array.from({length: 4096}, (_, index) => (index * 7) % 32))).toBe(true);
  expect(isBinary(utf8('a,b\n1,x\0y\n'))).toBe(false);
  expect(isBinary(Uint8Array.from(utf16('a,b')))).toBe(false);
});

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string): number[] {
  return [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);
}

function swapped(bytes: number[]): number[] {
  return bytes.map((_, index) => bytes[index ^ 1] ?? 0);
}

/** Encodes by reading the decoder's own table backwards. */
function encode(text: string, encoding: string): Uint8Array {
  const table = decode(
    Uint8Array.from({length: 256}, (_, index) => index),
    encoding
  );
  return Uint8Array.from([...text], (letter) => {
    const byte = letter === '\n' ? 10 : table.indexOf(letter);
    if (byte < 0) throw new Error(`${letter} is not in ${encoding}`);
    return byte;
  });
}

it('says which other encoding its letters could be of', () => {
  const found = detectEncoding(
    encode('Datum;Stranka;Znesek;Izdelek;Količina\n1;C1;2;kruh;1\n2;C2;9;Čaj;3', 'iso-8859-2'),
    true
  );
  expect(found.reason.key).toBe('encoding.doubt');
  expect([found.value, found.reason.values?.['other']].sort()).toEqual(['windows-1250', 'windows-1252']);
});

it('reads words of several western languages', () => {
  const several = 'id;product\n1;Müller\n2;Crème\n3;Købmand\n4;São Paulo\n5;città';
  const bytes = encode(several, 'windows-1252');
  expect(decode(bytes, detectEncoding(bytes, true).value)).toBe(several);
});

it('doesn’t take what parts fields for letters', () => {
  const text = 'product§day§amount\nshoes§20240101§1,00\nboots§20240102§2,00\nsocks§20240103§3,00';
  const bytes = encode(text, 'windows-1252');
  expect(decode(bytes, detectEncoding(bytes, true).value)).toBe(text);
});
