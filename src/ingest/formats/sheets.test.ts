import {CFB, read, utils, write, type BookType, type WorkSheet} from '@e965/xlsx';
import {BlobWriter, TextReader, ZipWriter, configure} from '@zip.js/zip.js';
import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {type Cell, FormatError, type Note} from './converter';
import {sheets} from './sheets';

beforeAll(() => configure({useWebWorkers: false}));

interface Read {
  part: readonly string[];
  rows: (readonly Cell[])[];
  notes: Note[];
}

async function tablesOf(blob: Blob): Promise<Read[]> {
  const found: Read[] = [];
  for await (const {part, names, batches, notes} of sheets(blob)) {
    expect(names).toBeNull();
    const rows: (readonly Cell[])[] = [];
    for await (const batch of batches) rows.push(...batch);
    found.push({part, rows, notes});
  }
  return found;
}

async function collected<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const rowsOf = async (blob: Blob): Promise<(readonly Cell[])[]> => (await tablesOf(blob))[0]?.rows ?? [];

async function zipped(parts: Record<string, string>, options = {}): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter(), options);
  for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
  return zip.close();
}

interface Parts {
  /** what stands inside `<sheetData>` of each sheet */
  sheets: string[];
  strings?: string;
  formats?: string[];
  book?: string;
  states?: string[];
  behind?: string;
}

/** A workbook with cells written by hand. Style n has the nth format. */
function workbook({sheets, strings = '', formats = [], book = '', states = [], behind = ''}: Parts): Promise<Blob> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return zipped({
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${office}">${book}<sheets>${sheets
      .map((_, n) => `<sheet name="Sheet &amp; ${n + 1}" sheetId="${n + 1}" ${states[n] ?? ''} r:id="s${n}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`))
      .join(
        ''
      )}${relation('t', 'styles', '/xl/styles.xml')}${relation('u', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
      .map((_, n) => `<xf numFmtId="${200 + n}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map((data, n) => [
        `xl/worksheets/sheet${n}.xml`,
        `<?xml version="1.0"?><worksheet><sheetData>${data}</sheetData>${behind}</worksheet>`
      ])
    )
  });
}

describe('xlsx', () => {
  it('reads texts: shared, rich, inline, with leading zeros, escapes and without phonetic guides', async () => {
    const strings =
      '<si><t>00123</t></si><si><r><t>Mü</t></r><r><rPr><b/></rPr><t xml:space="preserve">ller &amp; S</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si><si><t/></si>';
    const cells = [
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c>',
      '<c r="A2" t="inlineStr"><is><t>1234567890123456789</t></is></c><c r="B2" t="s"><v>4</v></c>',
      '<c r="A3" t="str"><f>A1&amp;"x"</f><v>00123x</v></c><c r="D3" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>'
    ].map((row, n) => `<row r="${n + 1}">${row}</row>`);
    expect(await rowsOf(await workbook({sheets: [cells.join('')], strings}))).toEqual([
      ['00123', 'Müller & S', '東京', 'a\rb_x000D_'],
      ['1234567890123456789', null, null, null],
      ['00123x', null, null, 'inline']
    ]);
  });

  it('writes numbers as they were meant, without artefacts and exponents', async () => {
    const written = {
      '0.30000000000000004': '0.3',
      '12.5': '12.5',
      '12.50': '12.5',
      '-0.1': '-0.1',
      '1E-7': '0.0000001',
      '1.2345678901234561E+20': '123456789012346000000',
      '1234567890123456789': '1234567890123456789',
      '17850': '17850',
      '4.9406564584124654E-5': '0.0000494065645841247',
      '0': '0',
      '-0': '0',
      '100': '100'
    };
    const cells = Object.keys(written).map((value) => `<c><v>${value}</v></c>`);
    const rows = await rowsOf(await workbook({sheets: [`<row>${cells.join('')}</row>`]}));
    expect(rows).toEqual([Object.values(written)]);
  });

  const days: [format: string, serial: string, since1900: string, since1904: string][] = [
    ['dd.mm.yyyy', '45351', '2024-02-29', '2028-03-01'],
    ['dd.mm.yyyy', '45351.5', '2024-02-29 12:00:00', '2028-03-01 12:00:00'],
    ['yyyy-mm-dd hh:mm', '45351', '2024-02-29 00:00:00', '2028-03-01 00:00:00'],
    ['m/d/yy h:mm AM/PM', '45657.5423611111', '2024-12-31 13:01:00', '2029-01-01 13:01:00'],
    ['h:mm:ss', '0.545138888888889', '13:05:00', '13:05:00'],
    ['[h]:mm:ss', '1.10416666666667', '26:30:00', '26:30:00'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '60', '1900-02-29', '1904-03-01'],
    ['mmm-yy', '1', '1900-01-01', '1904-01-02'],
    ['d/m', '59', '1900-02-28', '1904-02-29'],
    ['yyyy', '61', '1900-03-01', '1904-03-02'],
    ['dd.mm.yyyy', '0', '0', '1904-01-01'],
    ['dd.mm.yyyy', '-1', '-1', '1903-12-31'],
    ['0.00&quot; days&quot;', '3', '3', '3'],
    ['#,##0_);[Red]\\(#,##0\\)', '-3.25', '-3.25', '-3.25'],
    ['0.00E+00', '45351', '45351', '45351'],
    ['General', '45351', '45351', '45351'],
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '45351', '2024-02-29', '2028-03-01'],
    ['mm:ss.0', '0.000011574074', '00:00:01', '00:00:01'],
    ['yyyy\\-mm\\-dd hh:mm:ss.000', '45351.5000057870', '2024-02-29 12:00:00.500', '2028-03-01 12:00:00.500'],
    ['#,##0.00 USD', '45351', '45351', '45351'],
    ['Standard', '45351', '45351', '45351'],
    ['[&lt;=9999999]###\\-####;\\(###\\)\\ ###\\-####', '45351', '45351', '45351']
  ];
  it.each([
    ['', 2],
    ['<workbookPr date1904="1"/>', 3]
  ] as const)('reads days by their format: %s', async (book, column) => {
    const cells = days.map(([, serial], style) => `<row><c s="${style}"><v>${serial}</v></c></row>`);
    const rows = await rowsOf(await workbook({sheets: [cells.join('')], formats: days.map(([code]) => code), book}));
    expect(rows).toEqual(days.map((day) => [day[column]]));
  });

  it('reads truth, errors and formulas, and says how many have no result', async () => {
    const data =
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' +
      '<row><c><f>SUM(A1:B1)</f><v>3.5</v></c><c><f>SUM(A1:B1)</f></c><c><f>X()</f><v></v></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>';
    const [table] = await tablesOf(await workbook({sheets: [data]}));
    expect(table?.rows).toEqual([
      ['true', 'false', '#N/A', '#DIV/0!'],
      ['3.5', null, null, null, '1']
    ]);
    expect(table?.notes).toEqual([
      {key: 'sheet.formulas', values: {count: 2}},
      {key: 'sheet.errors', values: {count: 2}}
    ]);
  });

  it('names currencies and shares, whose values stay as they are stored', async () => {
    const formats = [
      '#,##0.00 &quot;€&quot;',
      '[$-41D]#,##0.00\\ &quot;kr&quot;',
      '#,##0.00\\ [$SEK]',
      '0.0%',
      '_-[$£-809]* #,##0.00_-',
      '[$kr-414] #,##0',
      '&quot;$&quot;#,##0.00_);(&quot;$&quot;#,##0.00)'
    ];
    const cells = formats.map((_, style) => `<c s="${style}"><v>0.15</v></c>`);
    const [table] = await tablesOf(await workbook({sheets: [`<row>${cells.join('')}</row>`], formats}));
    expect(table?.rows).toEqual([formats.map(() => '0.15')]);
    expect(table?.notes[0]).toEqual({key: 'sheet.percent', values: {columns: 'D', count: 1}});
    expect(table?.notes.slice(1).map(({values}) => `${values?.column} ${values?.currency}`)).toEqual([
      'A EUR',
      'B kr',
      'C SEK',
      'E GBP',
      'F NOK',
      'G USD'
    ]);
  });

  it('keeps rows at their place, and says what is merged', async () => {
    const data =
      '<row r="3"><c r="B3" t="inlineStr"><is><t>Title</t></is></c></row><row r="5"/>' +
      '<row r="6"><c r="A6"><v>1</v></c><c r="C6"><v>2</v></c><c r="D6" s="0"/></row><row r="9"><c r="A9" s="0"/></row>';
    const behind = '<mergeCells count="2"><mergeCell ref="B3:D3"/><mergeCell ref="A6:A7"/></mergeCells>';
    const [table] = await tablesOf(await workbook({sheets: [data], behind}));
    expect(table?.rows).toEqual([[], [], [null, 'Title'], [], [], ['1', null, '2']]);
    expect(table?.notes).toEqual([{key: 'sheet.merged', values: {count: 2}}]);
  });

  it('leaves out empty sheets, and says which are hidden', async () => {
    const row = '<row><c><v>1</v></c></row>';
    const states = ['', '', 'state="hidden"', 'state="veryHidden"'];
    const found = await tablesOf(await workbook({sheets: [row, '<row r="2"/>', row, row], states}));
    expect(found.map(({part, notes}) => [part, notes])).toEqual([
      [['Sheet & 1'], []],
      [['Sheet & 3'], [{key: 'sheet.hidden'}]],
      [['Sheet & 4'], [{key: 'sheet.hidden'}]]
    ]);
  });

  it('reads XML with prefixes, comments, single quotes, CDATA, and pieces cut anywhere', async () => {
    const text = 'x &lt; y'.repeat(30_000);
    const blob = await zipped({
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name=\'A "1">\' r:id=\'a\'/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="x/worksheet" Target="sheets\\A%201.xml"/></Relationships>`,
      'xl/sheets/a 1.XML': `<x:worksheet xmlns:x="m"><!-- <row> > --><x:sheetData><x:row r='2'><x:c r='A2' t='inlineStr'><x:is><x:t>${text}</x:t></x:is></x:c><x:c t="str"><x:v><![CDATA[<b>&amp;]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`
    });
    const [table] = await tablesOf(blob);
    expect(table?.part).toEqual(['A "1">']);
    expect(table?.rows).toEqual([[], ['x < y'.repeat(30_000), '<b>&amp;']]);
  });

  it.each([
    ['a row again', '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'],
    ['a row too far', '<row r="1048577"><c><v>1</v></c></row>'],
    ['a column too far', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a text that is not there', '<row r="1"><c t="s"><v>7</v></c></row>'],
    ['a number that is none', '<row r="1"><c><v>seven</v></c></row>'],
    ['an element that is not closed', '<row r="1"><c><v>7</v>']
  ])('refuses %s as damaged', async (_, data) => {
    await expect(workbook({sheets: [data]}).then(tablesOf)).rejects.toEqual(new FormatError('damaged-sheet'));
  });

  it('reads the other sheets where one is damaged', async () => {
    const row = (value: string): string => `<row><c><v>${value}</v></c></row>`;
    const found: unknown[] = [];
    for await (const {part, batches} of sheets(await workbook({sheets: [row('x'), row('1')]}))) {
      const rows = collected(batches).catch((error: unknown) => error);
      found.push([part[0], await rows]);
    }
    expect(found).toEqual([
      ['Sheet & 1', new FormatError('damaged-sheet')],
      ['Sheet & 2', [[['1']]]]
    ]);
  });

  it('refuses bytes that changed, and a file that breaks off', async () => {
    const whole = await workbook({sheets: ['<row><c><v>1</v></c></row>'.repeat(5000)]});
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const middle = bytes.length - 1200;
    bytes[middle] = (bytes[middle] ?? 0) ^ 255;
    await expect(tablesOf(new Blob([bytes]))).rejects.toMatchObject({kind: 'damaged-sheet'});
    await expect(tablesOf(whole.slice(0, whole.size - 200))).rejects.toMatchObject({kind: 'damaged-sheet'});
  });

  it('refuses what unpacks to far too much, and what needs a password', async () => {
    const blanks = await workbook({sheets: [' '.repeat(40_000_000)]});
    await expect(tablesOf(blanks)).rejects.toMatchObject({kind: 'bomb'});
    const locked = await zipped({'xl/workbook.xml': '<workbook/>'}, {password: 'secret'});
    await expect(tablesOf(locked)).rejects.toMatchObject({kind: 'encrypted'});
  });
});

/** What a sheet holds, of every type that all formats can write. */
function sample(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['Id', 'Betrag', 'Tag', 'Zeit', 'Ja', 'Fehler'],
    ['00123', 0.1 + 0.2, 45351, 45351.5, true, null],
    ['Čačak ü', -1234.5, 60, 0.25, false, 'x']
  ]);
  Object.assign(sheet, {F2: {t: 'e', v: 0x2a}});
  for (const name of ['C2', 'C3']) sheet[name].z = 'dd.mm.yyyy';
  for (const name of ['D2', 'D3']) sheet[name].z = 'hh:mm:ss';
  return sheet;
}

const expected = [
  ['Id', 'Betrag', 'Tag', 'Zeit', 'Ja', 'Fehler'],
  ['00123', '0.3', '2024-02-29', '2024-02-29 12:00:00', 'true', '#N/A'],
  ['Čačak ü', '-1234.5', '1900-02-29', '06:00:00', 'false', 'x']
];

function book(type: BookType, sheetsOf: Record<string, WorkSheet>, options = {}): Blob {
  const made = utils.book_new();
  for (const [name, sheet] of Object.entries(sheetsOf)) utils.book_append_sheet(made, sheet, name);
  Object.assign(made, options);
  return new Blob([write(made, {type: 'array', bookType: type, codepage: 1252})]);
}

describe('other workbooks', () => {
  it.each(['xlsx', 'xlsm', 'xlsb', 'biff8'] as const)('reads %s', async (type) => {
    const [first, second] = await tablesOf(
      book(type, {Umsatz: sample(), Leer: {}, Zwei: utils.aoa_to_sheet([[], ['a']])})
    );
    expect(first?.part).toEqual(['Umsatz']);
    expect(first?.rows).toEqual(expected);
    expect(first?.notes).toEqual([{key: 'sheet.errors', values: {count: 1}}]);
    expect([second?.part, second?.rows]).toEqual([['Zwei'], [[], ['a']]]);
  });

  it('reads BIFF5 in its code page', async () => {
    const bytes = new Uint8Array(await book('biff5', {A: utils.aoa_to_sheet([['Gr@#e'], ['12']])}).arrayBuffer());
    const at = bytes.findIndex((byte, n) => byte === 64 && bytes[n + 1] === 35);
    bytes.set([0xf6, 0xdf], at);
    expect(await rowsOf(new Blob([bytes]))).toEqual([['Größe'], ['12']]);
  });

  it.each(['xlsb', 'biff8'] as const)('counts days from 1904 in %s, and says which sheets are hidden', async (type) => {
    const sheet = utils.aoa_to_sheet([[43889]]);
    sheet.A1.z = 'yyyy-mm-dd';
    const Workbook = {WBProps: {date1904: true}, Sheets: [{name: 'A', Hidden: 1}, {name: 'B'}]};
    const blob = book(type, {A: sheet, B: utils.aoa_to_sheet([[1]])}, {Workbook});
    const [first] = await tablesOf(blob);
    expect(first?.rows).toEqual([['2024-02-29']]);
    expect(first?.notes).toEqual([{key: 'sheet.hidden'}]);
  });

  it('refuses workbooks that are encrypted', async () => {
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, '/EncryptionInfo', new Uint8Array(200));
    CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(9000));
    const bytes = Uint8Array.from(CFB.write(file, {type: 'array'}) as number[]);
    await expect(tablesOf(new Blob([bytes]))).rejects.toMatchObject({kind: 'encrypted'});
  });

  it('refuses damaged ones', async () => {
    const bytes = new Uint8Array(await book('biff8', {A: sample()}).arrayBuffer());
    await expect(tablesOf(new Blob([bytes.slice(0, 600)]))).rejects.toMatchObject({kind: 'damaged-sheet'});
  });
});

describe('OpenDocument', () => {
  const content = (tables: string, styles = ''): string =>
    `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

  it('reads values as they are stored', async () => {
    const cells = [
      '<table:table-cell office:value-type="string"><text:p>00<text:s text:c="2"/>7</text:p><text:p>b<text:span>&amp;</text:span></text:p></table:table-cell>',
      '<table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0,30</text:p></table:table-cell>',
      '<table:table-cell office:value-type="percentage" office:value="0.15"><text:p>15%</text:p></table:table-cell>',
      '<table:table-cell office:value-type="currency" office:currency="SEK" office:value="12.5"><text:p>12,50 kr</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2024-02-29"><text:p>29.02.24</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2024-02-29T12:30:00"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT26H05M00S"/>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>',
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      '<table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="2"><office:annotation><text:p>note</text:p></office:annotation><text:p>1</text:p></table:table-cell>',
      '<table:table-cell table:number-columns-repeated="16000"/>'
    ];
    const table = `<table:table table:name="Umsatz"><table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row>${cells.join('')}</table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
    const [found] = await tablesOf(await zipped({mimetype: 'm', 'content.xml': content(table)}));
    expect(found?.rows).toEqual([
      [],
      [],
      [
        '00  7\nb&',
        '0.3',
        '0.15',
        '12.5',
        '2024-02-29',
        '2024-02-29 12:30:00',
        '26:05:00',
        'true',
        '#DIV/0!',
        null,
        null,
        '1',
        '1'
      ]
    ]);
    expect(found?.notes.map(({key}) => key)).toEqual(['sheet.errors', 'sheet.percent', 'sheet.currency']);
  });

  it('reads several sheets, hidden ones with a note', async () => {
    const sheet = (name: string, style: string, value: string): string =>
      `<table:table table:name="${name}" table:style-name="${style}"><table:table-row><table:table-cell office:value-type="float" office:value="${value}"/></table:table-row></table:table>`;
    const styles =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const xml = content(sheet('A', 'v', '1') + sheet('B', 'h', '2'), styles);
    const expected = [
      {part: ['A'], rows: [['1']], notes: []},
      {part: ['B'], rows: [['2']], notes: [{key: 'sheet.hidden'}]}
    ];
    expect(await tablesOf(await zipped({'content.xml': xml}))).toEqual(expected);
    expect(await tablesOf(new Blob([xml.replaceAll('office:document-content', 'office:document')]))).toEqual(expected);
  });

  it('refuses what is encrypted', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    const blob = await zipped({'content.xml': 'ä', 'META-INF/manifest.xml': manifest});
    await expect(tablesOf(blob)).rejects.toMatchObject({kind: 'encrypted'});
  });
});

describe('Excel 2003 XML', () => {
  it('reads rows, indexes, types and styles', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="t"><NumberFormat ss:Format="Short Time"/></Style><Style ss:ID="e"><NumberFormat ss:Format="Euro Currency"/></Style></Styles>
<Worksheet ss:Name="Umsatz"><Table>
<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Umsatz<B>!</B></Data><Comment><ss:Data>no</ss:Data></Comment></Cell><Cell><Data ss:Type="String">C</Data></Cell></Row>
<Row><Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-02-29T00:00:00.000</Data></Cell><Cell ss:Index="3" ss:StyleID="t"><Data ss:Type="DateTime">1899-12-31T13:05:00.000</Data></Cell><Cell ss:StyleID="e"><Data ss:Type="Number">0.30000000000000004</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Alt"><Table><Row><Cell><Data ss:Type="String">007</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;
    const [first, second] = await tablesOf(new Blob([xml]));
    expect(first?.rows).toEqual([
      [],
      ['Umsatz!', null, 'C'],
      ['2024-02-29', null, '13:05:00', '0.3', 'true', '#DIV/0!']
    ]);
    expect(first?.notes.map(({key}) => key)).toEqual(['sheet.merged', 'sheet.errors', 'sheet.currency']);
    expect(second).toEqual({part: ['Alt'], rows: [['007']], notes: [{key: 'sheet.hidden'}]});
  });
});

describe('web pages saved as .xls', () => {
  it('reads the text of cells, whatever is not closed', async () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=windows-1252><style>td {x}</style></head>
<!-- <table><tr><td>no</table> --><TABLE border=1><TR><TH>Gr&ouml;&szlig;e<TH colspan="2">A &amp; B<TR><td>007</td><td rowspan=2> 1.234,50&nbsp;&euro; </td><td>a<br>b
 c</td></tr><tr><td>\xe4<td>z</table>`;
    const blob = new Blob([Uint8Array.from(page, (character) => character.charCodeAt(0))]);
    const [table] = await tablesOf(blob);
    expect(table?.part).toEqual([]);
    expect(table?.rows).toEqual([
      ['Größe', 'A & B'],
      ['007', '1.234,50 €', 'a\nb c'],
      ['ä', null, 'z']
    ]);
    expect(table?.notes).toEqual([{key: 'sheet.merged', values: {count: 2}}]);
  });

  it('reads several tables, one inside another too, and refuses pages without any', async () => {
    const page =
      '<table><tr><td>a<table><caption>In</caption><tr><td>b</td></tr></table></td></tr></table><table></table>';
    expect((await tablesOf(new Blob([page]))).map(({part, rows}) => [part, rows])).toEqual([
      [['1'], [['a']]],
      [['In'], [['b']]]
    ]);
    await expect(tablesOf(new Blob(['<html><p>no table</p></html>']))).rejects.toMatchObject({kind: 'html'});
  });
});

describe('any sheet', () => {
  const cell = fc.oneof(
    fc
      .string({unit: 'grapheme', minLength: 1, maxLength: 12})
      .filter((text) => text === text.trim() && !/[\p{C}\u2028]/u.test(text)),
    fc
      .double({noNaN: true, noDefaultInfinity: true})
      .filter((number) => number === 0 || (Math.abs(number) > 1e-9 && Math.abs(number) < 1e15)),
    fc.integer(),
    fc.boolean()
  );
  const table = fc.array(fc.array(cell, {minLength: 3, maxLength: 3}), {minLength: 1, maxLength: 8});

  it.each(['xlsx', 'biff8'] as const)('is read back as it was written: %s', async (type) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const read = await rowsOf(book(type, {A: utils.aoa_to_sheet(rows)}));
        expect(read.map((row) => row.map(text))).toEqual(rows.map((row) => row.map(text)));
      }),
      {numRuns: 60}
    );
  });

  it('means what SheetJS reads', async () => {
    const blob = book('xlsx', {A: sample()});
    const {Sheets} = read(new Uint8Array(await blob.arrayBuffer()), {raw: true});
    expect(utils.sheet_to_json(Sheets.A ?? {}, {header: 1}).map((row) => (row as string[])[0])).toEqual(
      (await rowsOf(blob)).map(([first]) => first)
    );
  });
});

/** Numbers to 15 digits, however they are written. */
function text(value: string | number | boolean | null | undefined): string {
  const number = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  return number ? String(Number(Number(value).toPrecision(15))) : String(value);
}
