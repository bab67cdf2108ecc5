/** Files that can't be read, and the reasons and assumptions behind what was understood of those that can. */
export default {
  chosen: 'You chose this.',

  'encoding.ascii': 'The file holds plain ASCII only, which reads the same in nearly every encoding.',
  'encoding.ascii-so-far':
    'The beginning is plain ASCII, which proves nothing about the rest. Another encoding is tried as soon as a letter needs one.',
  'encoding.characters': 'Its pairs of bytes are frequent characters in {encoding}.',
  'encoding.damaged':
    'It is UTF-8, but for {count, plural, one {# broken byte} other {# broken bytes}} at the beginning.',
  'encoding.letters':
    'Its letters beyond ASCII make {language, select, german {German} french {French} nordic {Nordic} spanish {Spanish} portuguese {Portuguese} italian {Italian} dutch {Dutch} polish {Polish} czech {Czech} slovak {Slovak} hungarian {Hungarian} slovene {Slovene} croatian {Croatian} romanian {Romanian} turkish {Turkish} baltic {Baltic} russian {Russian} ukrainian {Ukrainian} bulgarian {Bulgarian} greek {Greek} hebrew {Hebrew} arabic {Arabic} thai {Thai} other {western}} words in {encoding}.',
  'encoding.mark': 'The file begins with the mark of {encoding}.',
  'encoding.unsure':
    'Nothing in it tells which encoding it is. {encoding} is the most frequent one: check the letters.',
  'encoding.valid': 'Every byte fits UTF-8.',
  'encoding.zeros': 'Every other byte is zero, as in {encoding} without its mark.',

  'dialect.declared':
    'The first line says that fields are separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}}.',
  'dialect.doubt':
    'Separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} the rows have {width, plural, one {# column} other {# columns}}; but {other, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{other}”}} would fit nearly as well, with {other_width, plural, one {# column} other {# columns}}. Check it.',
  'dialect.fits':
    'Separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} the rows have the same {width, plural, one {# column} other {# columns}}, with one kind of value in each.',
  'dialect.mostly':
    'Separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} {even, number} of the first {rows, number} lines with text have {width, plural, one {# column} other {# columns}}. No other character splits them better.',
  'dialect.one-column': 'No character splits the rows evenly, so each row is one column.',
  'dialect.poorly':
    'This may be no table: separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} only {even, number} of the first {rows, number} lines with text have {width, plural, one {# column} other {# columns}}. Check it.',

  'region.header':
    '{preamble, plural, =0 {The first line names the columns} one {The line above the table is left out; line {line, number} names the columns} other {The # lines above the table are left out; line {line, number} names the columns}}{footer, plural, =0 {.} one {, and the last line is left out as a total or a note.} other {, and the last # lines are left out as totals or notes.}}',
  'region.header.open-end':
    '{preamble, plural, =0 {The first line names the columns.} one {The line above the table is left out; line {line, number} names the columns.} other {The # lines above the table are left out; line {line, number} names the columns.}} The end of a packed file is not looked at: a total there would count as a row.',
  'region.headers':
    'The columns are named in {headers, plural, other {# lines}}; line {line, number} is used{footer, plural, =0 {.} one {, and the last line is left out as a total or a note.} other {, and the last # lines are left out as totals or notes.}}',
  'region.headers.open-end':
    'The columns are named in {headers, plural, other {# lines}}; line {line, number} is used. The end of a packed file is not looked at: a total there would count as a row.',
  'region.no-header':
    '{preamble, plural, =0 {The first line is data already} one {The line above the table is left out; line {line, number} is data already} other {The # lines above the table are left out; line {line, number} is data already}}: no line names the columns{footer, plural, =0 {.} one {, and the last line is left out as a total or a note.} other {, and the last # lines are left out as totals or notes.}}',
  'region.no-header.open-end':
    '{preamble, plural, =0 {The first line is data already} one {The line above the table is left out; line {line, number} is data already} other {The # lines above the table are left out; line {line, number} is data already}}: no line names the columns. The end of a packed file is not looked at: a total there would count as a row.',

  'table.alike': 'It has the columns of {file} and is read like it.',
  'table.costs': 'It has kinds of costs and their amounts.',
  'table.customers': 'It has each customer once.',
  'table.interactions': 'It has customers and days, and what happened, but no amounts.',
  'table.none': 'It has neither purchases nor customers that Rapport can tell. Choose a table if it has.',
  'table.other-purchases': 'Another file has complete purchases; this one lacks a customer, a day or an amount.',
  'table.purchases': 'It has customers, days and amounts.',
  'table.purchases-partly': 'It has purchases, but not all that they need: a customer, a day and an amount.',

  'role.header':
    '{language, select, en {The header says so.} de {The header says so in German.} fr {The header says so in French.} sv {The header says so in Swedish.} sl {The header says so in Slovene.} ru {The header says so in Russian.} es {The header says so in Spanish.} pt {The header says so in Portuguese.} it {The header says so in Italian.} nl {The header says so in Dutch.} pl {The header says so in Polish.} other {The header says so.}}',
  'role.once': 'The header says so, and {distinct, number} of {filled, number} values come once.',
  'role.order':
    'The header says so. {deciding, plural, one {One date} other {# dates}} of {of, number} at the beginning and the end can only be read in this order of day and month.',
  'role.order-open':
    'The header says so. None of {of, plural, one {# date} other {# dates}} at the beginning and the end tells day from month: check the order.',
  'role.price': 'The header says price, and there is no quantity: one unit a row.',
  'role.product': 'The header says so, and in {equal, number} of {of, number} rows it is quantity × unit price.',
  'role.repeats':
    'The header says so, and values come again: {distinct, number} different ones in {filled, number} rows.',
  'role.serial':
    'The header says date, but the values are not dates. Numbers like 45657 are Excel’s count of days: format the column as a date in Excel and save again.',
  'role.values.amount': 'It is the only column with decimals that no header explains.',
  'role.values.customer_id':
    'It is the only column with values that come again: {distinct, number} different ones in {filled, number} rows.',
  'role.values.purchased_on': 'It is the only column with dates.',

  'mapping.column': '{file} has no column {name}; it has {known}',
  'mapping.date':
    '{file}: the dates of “{column}” can’t be read as they are; choose a date format, or write them as 2024-12-31',
  'mapping.file': 'no file is called {name}; there is {known}',
  'mapping.header': '{file} lacks the column “{name}” that the recipe names; it has {known}',
  'mapping.key': '{name} is not part of a mapping; parts are {known}',
  'mapping.missing':
    '{file}: no column is the {role} of the {table, select, customer {customers} purchase {purchases} interaction {interactions} partnership_cost {costs} other {table}}; choose one, or leave the file out',
  'mapping.missing.amount':
    '{file}: no column is the amount of the purchases; choose one, or a quantity and a unit price, or leave the file out',
  'mapping.no-purchases': 'no file has purchases; choose which file has them',
  'mapping.role': '{file}: {name} is no role of that table; roles are {known}',
  'mapping.table': '{file}: {name} is no table; tables are {known}',
  'mapping.value': '{file}: {name} can’t be {value}; it can be {known}',

  'no amount': 'no amount',
  'no category': 'no category of cost',
  'no customer': 'no customer',
  'no date': 'no date',
  'no price': 'no price',
  'no quantity': 'no quantity',
  'not a date': 'not a date',
  'not a discount': 'not a share of the price between 0 and 1',
  'not a price': 'not a price',
  'not a quantity': 'not a quantity',
  'not an amount': 'not an amount',
  'date out of range': 'a date before 1901 or after 2199',
  'left out by rule': 'left out by a rule of the mapping',
  'not utf-8': 'broken characters: bytes that are not UTF-8',
  'quote not closed': 'a quotation that nothing closes',
  'same customer twice': 'a second row of the same customer, with something else in it',
  'same row twice': 'the same row of a customer again',
  'too long': 'longer than two million bytes',
  'too many fields': 'more fields than columns',

  'assumed.cancelled':
    '{rows, plural, one {One row is} other {# rows are}} taken for {rows, plural, one {a cancellation} other {cancellations}}, as “{column}” says.',
  'assumed.cancelling':
    '{rows, plural, one {One row is} other {# rows are}} taken for {rows, plural, one {a cancellation} other {cancellations}}: “{column}” is a C and a number there, and elsewhere only a number.',
  'assumed.comma': 'In “{column}” the comma marks decimals, and a point thousands.',
  'assumed.currencies':
    'The amounts are in {count, number} currencies ({currencies}) and are added up as if they were in one.',
  'assumed.currency': 'All amounts are in {currency}.',
  'assumed.credit': 'The amount of a row is “{credit}”: what came in.',
  'assumed.debit': 'The amount of a row is “{debit}” with its sign turned: what went out.',
  'assumed.difference': 'The amount of a row is “{credit}” less “{debit}”: what came in less what went out.',
  'assumed.encoding':
    'Up to line {line, number} the file is plain ASCII. That line shows that it is {encoding}, and all of it was read so.',
  'assumed.fill': 'Where “{columns}” is empty, the value of the row above holds.',
  'assumed.fill-within':
    'Where “{columns}” is empty, the value of the row above holds, as long as “{within}” stays the same.',
  'assumed.id': 'Ids like 17850.0 in “{column}” are read as 17850.',
  'assumed.long':
    '{rows, plural, one {One row has} other {# rows have}} more fields than there are columns, but nothing in them. Those are left out.',
  'assumed.nothing':
    '{rows, plural, one {One row has a word} other {# rows have words}} like NULL or n/a for a missing value, read as empty.',
  'assumed.only':
    'Only rows are used whose “{column}” {keeps, select, values {is {values}} others {is not {values}} filled {is filled} empty {is empty} other {is above 0}}.',
  'assumed.order':
    'In “{column}” the {order, select, month {month} other {day}} comes first: {deciding, plural, =0 {none} other {#}} of {of, plural, one {# date} other {# dates}} can only be read so{deciding, plural, =0 {. If the dates look wrong, change the order} other {}}.',
  'assumed.product': 'The amount of a row is “{quantity}” × “{price}”.',
  'assumed.product-rate': 'The amount of a row is “{quantity}” × “{price}” × (1 − “{rate}”).',
  'assumed.rounded':
    '{rows, plural, one {One row has an amount} other {# rows have amounts}} of more than four decimals, rounded to four.',
  'assumed.short':
    '{rows, plural, one {One row has} other {# rows have}} fewer fields than there are columns. The missing ones are read as empty.',
  'assumed.sign': 'The sign of “{column}” is turned.',
  'assumed.times': 'Of the dates in “{column}” only the day counts, as it is written; times of day are left out.',
  'assumed.undone-positive':
    '{rows, plural, one {One cancelled row shows} other {# cancelled rows show}} the price of the order, {amount, number}, and no credit. Cancellations that subtract would add {rows, plural, one {it} other {them}}: leave cancellations out.',
  'assumed.unreadable':
    '{rows, plural, one {One row has something} other {# rows have something}} in “{column}” that can’t be read. {rows, plural, one {It is} other {They are}} used without it.',
  'assumed.zero': '{rows, plural, one {One row has} other {# rows have}} zero bytes, which are left out.',

  'refused.access': '{file} is an Access database',
  'refused.access.remedy': 'Export the tables from Access as CSV and open those.',
  'refused.aligned': '{file} separates its columns by blanks, in line below one another',
  'refused.aligned.remedy': 'Open it in a spreadsheet as text of fixed width and save it as CSV.',
  'refused.archive': '{file} is a packed archive of a kind that can’t be opened here',
  'refused.archive.remedy': 'Unpack it and open the files inside.',
  'refused.arrow': '{file} is an Arrow or Feather file',
  'refused.arrow.remedy': 'Save the table as CSV and open that.',
  'refused.binary': '{file} holds data that is no text',
  'refused.binary.remedy': 'Open it in the program that made it and save the table as CSV.',
  'refused.bomb': '{file} unpacks to far more than such a file should',
  'refused.bomb.remedy': 'Unpack it yourself, see that it is what you expect, and open the unpacked file.',
  'refused.columns': '{file} is a file of packed columns (ORC, Avro or HDF)',
  'refused.columns.remedy': 'Save the table as CSV and open that.',
  'refused.damaged-gzip': '{file} is packed with gzip, and damaged',
  'refused.damaged-gzip.remedy': 'Fetch or export it again.',
  'refused.damaged-zip': '{file} is a zip archive, and damaged',
  'refused.damaged-zip.remedy':
    'Fetch or export it again. If it is one of several parts of an archive, unpack them together first.',
  'refused.document': '{file} is a document, not a table',
  'refused.document.remedy': 'Copy its table into a spreadsheet and save it as CSV.',
  'refused.duckdb': '{file} is a DuckDB database',
  'refused.duckdb.remedy': 'Export its tables as CSV and open those.',
  'refused.empty': '{file} is empty',
  'refused.empty-zip': '{file} is a zip archive without files in it',
  'refused.empty-zip.remedy': 'Pack it again, with the files in it.',
  'refused.empty.remedy': 'Export it again, with rows in it.',
  'refused.encoding': '{file} can’t be read in that encoding, which is not known here',
  'refused.encoding.remedy': 'Choose another one, or save the file as UTF-8.',
  'refused.html': '{file} is a web page, whatever its name says',
  'refused.html.remedy': 'Open it in a spreadsheet and save the sheet as CSV.',
  'refused.json': '{file} is JSON, but not a list of records',
  'refused.json-broken': '{file} is JSON, and broken in line {line, number}, at character {character, number}',
  'refused.json-broken.remedy':
    'Export it again. If it was changed by hand, look for a missing comma, quote or bracket there.',
  'refused.json-cut': '{file} is JSON that ends too early, in line {line, number}',
  'refused.json-cut.remedy': 'Fetch or export it again: its end is missing.',
  'refused.json-deep': '{file} is JSON with more than {most, number} levels inside one another, in line {line, number}',
  'refused.json-deep.remedy': 'Export flatter records.',
  'refused.json.remedy': 'Export records: a list of objects, objects under a key, or one object a line.',
  'refused.media': '{file} is sound or video',
  'refused.media.remedy': 'Open a table that is saved as CSV.',
  'refused.more-members':
    '{more, plural, one {One more file} other {# more files}} in {file} can’t be read, for the same reasons as the ones named',
  'refused.more-members.remedy': 'If one of them is a table, save it as CSV and open that.',
  'refused.nested': '{file} is packed in archives that are packed in archives',
  'refused.nested.remedy': 'Unpack it and open the files inside.',
  'refused.no-rows': '{file} names columns, but has no rows below them',
  'refused.no-rows.remedy': 'Export it again, with rows in it.',
  'refused.no-tables': '{file} has no table with rows in it',
  'refused.no-tables.remedy': 'Export it again, with rows in it.',
  'refused.numbers': '{file} is a Numbers, Pages or Keynote document',
  'refused.numbers.remedy': 'Open it in Numbers, export it as CSV or Excel, and open that.',
  'refused.ods': '{file} is an OpenDocument spreadsheet',
  'refused.ods.remedy': 'Open it, save the sheet as CSV, and open that.',
  'refused.parquet': '{file} is a Parquet file',
  'refused.parquet.remedy': 'Save the table as CSV and open that.',
  'refused.pdf': '{file} is a PDF',
  'refused.pdf.remedy': 'Ask for the table behind it as CSV.',
  'refused.picture': '{file} is a picture',
  'refused.picture.remedy': 'Open a table that is saved as CSV.',
  'refused.program': '{file} is a program',
  'refused.program.remedy': 'Open a table that is saved as CSV.',
  'refused.sqlite': '{file} is an SQLite database',
  'refused.sqlite.remedy': 'Export its tables as CSV and open those.',
  'refused.statistics': '{file} is a file of a statistics program',
  'refused.statistics.remedy': 'Save the table from that program as CSV and open that.',
  'refused.unreadable': '{file} can’t be read: it was moved or changed, or is not yours to read',
  'refused.unreadable.remedy': 'See that it is still there, and open it again.',
  'refused.xls': '{file} is an Excel workbook of the old kind',
  'refused.xls.remedy': 'Open it in Excel, save the sheet as CSV UTF-8, and open that.',
  'refused.xlsx': '{file} is an Excel workbook',
  'refused.xlsx.remedy': 'Open it in Excel, save the sheet as CSV UTF-8, and open that.',
  'refused.xml': '{file} is XML',
  'refused.xml.remedy': 'Save its records as CSV and open that.',
  'refused.zip': '{file} is a zip archive',
  'refused.zip-encrypted': '{file} is packed with a password',
  'refused.zip-encrypted.remedy': 'Unpack it and open the files inside.',
  'refused.zip-entries': '{file} is a zip archive of more than {most, number} files',
  'refused.zip-entries.remedy': 'Unpack it and open the files that you need.',
  'refused.zip-members':
    '{file} has {more, plural, one {one more file} other {# more files}}: the first {most, number} are opened',
  'refused.zip-members.remedy': 'Unpack it and open the other files by themselves.',
  'refused.zip-method': '{file} is packed in a way that can’t be unpacked here',
  'refused.zip-method.remedy': 'Unpack it and open the files inside.',
  'refused.zip.remedy': 'Unpack it and open the files inside.'
} as const;
