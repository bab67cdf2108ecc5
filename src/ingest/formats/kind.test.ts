import {expect, it} from 'vitest';
import {kindOf} from './kind';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

it.each([
  ['text', 'id;name\n1;Ada\n', {is: 'text'}],
  ['text that begins with a bracket', '[1] note, of 2024\n', {is: 'text'}],
  ['text of pairs', '{a};{b}\n', {is: 'text'}],
  ['gzip', '\x1f\x8b\x08', {is: 'gzip'}],
  ['zip', 'PK\x03\x04', {is: 'zip'}],
  ['an empty zip', 'PK\x05\x06', {is: 'zip'}],
  ['parquet', 'PAR1\x15', {is: 'format', format: 'parquet', library: 'parquet'}],
  ['an Arrow file', 'ARROW1\0\0', {is: 'format', format: 'arrow', library: 'arrow'}],
  ['SQLite', 'SQLite format 3\0', {is: 'format', format: 'sqlite', library: 'sqlite'}],
  ['an old workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', {is: 'format', format: 'xls', library: 'sheets'}],
  ['a web page', '\n <HTML><body>', {is: 'format', format: 'html', library: 'sheets'}],
  [
    'a web page that says so late',
    '<?xml version="1.0"?><!DOCTYPE x><html xmlns="y">',
    {is: 'format', format: 'html', library: 'sheets'}
  ],
  [
    'a workbook of XML',
    '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    {is: 'format', format: 'xls', library: 'sheets'}
  ],
  ['records', '[{"id": 1}]', {is: 'format', format: 'json', library: 'json'}],
  ['records with a mark', '\xef\xbb\xbf\n{ "id": 1}', {is: 'format', format: 'json', library: 'json'}],
  ['rows of lists', '[ ["id"], [1] ]', {is: 'format', format: 'json', library: 'json'}],
  ['nothing in JSON', '[ ]', {is: 'format', format: 'json', library: 'json'}],
  ['a PDF', '%PDF-1.7', {is: 'foreign', kind: 'pdf'}],
  ['other XML', '<?xml version="1.0"?><orders>', {is: 'foreign', kind: 'xml'}]
])('knows %s', (_, head, kind) => {
  expect(kindOf(latin(head))).toEqual(kind);
});

it('knows text of two bytes a character, with a mark and without', () => {
  const json = {is: 'format', format: 'json', library: 'json'};
  expect(kindOf(utf16('\ufeff[{"id": 1}]'))).toEqual(json);
  expect(kindOf(utf16('[{"id": 1}]'))).toEqual(json);
  expect(kindOf(utf16('\ufeff<table><tr>'))).toMatchObject({format: 'html'});
  expect(kindOf(utf16('\ufeffid;name'))).toEqual({is: 'text'});
});
