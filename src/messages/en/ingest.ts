/** Files that can't be read, and the reasons and assumptions behind what was understood of those that can. */
export default {
  chosen: 'You chose this.',

  'encoding.ascii': 'The file holds plain ASCII only, which reads the same in nearly every encoding.',
  'encoding.ascii-so-far':
    'The beginning is plain ASCII, which proves nothing about the rest. Another encoding is tried as soon as a letter needs one.',
  'encoding.characters': 'Its pairs of bytes are frequent characters in {encoding}.',
  'encoding.damaged':
    'It is UTF-8, but for {count, plural, one {# broken byte} other {# broken bytes}} at the beginning.',
  'encoding.doubt':
    'Its letters beyond ASCII make words in {encoding}, but nearly as well in {other}: check them, and choose the other if they look wrong.',
  'encoding.letters':
    'Its letters beyond ASCII make {language, select, german {German} french {French} nordic {Nordic} spanish {Spanish} portuguese {Portuguese} italian {Italian} dutch {Dutch} polish {Polish} czech {Czech} slovak {Slovak} hungarian {Hungarian} slovene {Slovene} croatian {Croatian} romanian {Romanian} turkish {Turkish} lithuanian {Lithuanian} latvian {Latvian} estonian {Estonian} russian {Russian} ukrainian {Ukrainian} bulgarian {Bulgarian} greek {Greek} hebrew {Hebrew} arabic {Arabic} thai {Thai} other {western}} words in {encoding}.',
  'encoding.mark': 'The file begins with the mark of {encoding}.',
  'encoding.unsure':
    'Nothing in it tells which encoding it is. {encoding} is the most frequent one: check the letters.',
  'encoding.valid': 'Every byte fits UTF-8.',
  'encoding.zeros': 'Every other byte is zero, as in {encoding} without its mark.',

  'dialect.aligned':
    'The columns stand in line, parted by blanks: all rows have {width, plural, one {# column} other {# columns}} so.',
  'changed.date': 'The dates of “{column}” were written {old} and are {now} now: they are read as they are now.',
  'changed.delimiter':
    'Fields were separated by {old, select, tab {tabs} blank {blanks} other {“{old}”}} and are by {now, select, tab {tabs} blank {blanks} other {“{now}”}} now.',
  'changed.encoding': 'The encoding was {old} and is {now} now.',
  'changed.gone':
    '{count, plural, one {A column that was not used is} other {# columns that were not used are}} not there any more: {columns}.',
  'changed.guessed':
    '“{column}” is not there any more. {role} is taken from “{now}”, as it would be guessed: check it.',
  'changed.header':
    '{old, plural, =0 {No line} one {One line} other {# lines}} named the columns, and {now, plural, =0 {none does} one {one does} other {# do}} now.',
  'changed.id': 'The ids of “{column}” are written like 17850.0 now, and are read as 17850.',
  'changed.lookups':
    'What was looked up in {files} can’t be: a file or column is missing. What is guessed stands in its place.',
  'changed.missing': '“{column}” is not there any more, and nothing else could be found for {role}.',
  'changed.moved': '{count, plural, one {One column is} other {# columns are}} elsewhere now, found by name.',
  'changed.new': '{count, plural, one {A column is} other {# columns are}} new: {columns}.',
  'changed.number':
    'The decimals of “{column}” were marked with “{old}” and are with “{now}” now: they are read as they are now.',
  'changed.preamble':
    '{old, plural, =0 {No line stood} one {One line stood} other {# lines stood}} above the table, and {now, plural, =0 {none does} one {one does} other {# do}} now.',
  'changed.renamed': '“{old}” is not there any more; “{now}” takes its place: check it.',
  'changed.rule': 'A rule about “{column}” is dropped: the column is not there any more.',
  'changed.values': 'The values of “{column}” don’t look as they did: check how they are read.',
  'changed.width': 'The file had {old, plural, one {# column} other {# columns}} and has {now, number} now.',

  'dialect.declared':
    'The first line says that fields are separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}}.',
  'dialect.doubt':
    'Separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} the rows have {width, plural, one {# column} other {# columns}}; but {other, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{other}”}} would fit nearly as well, with {other_width, plural, one {# column} other {# columns}}. Check it.',
  'dialect.fixed':
    'The columns stand in line at fixed places: {width, plural, one {# column} other {# columns}} with blanks between them on all rows.',
  'dialect.fits':
    'Separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} the rows have the same {width, plural, one {# column} other {# columns}}, with one kind of value in each.',
  'dialect.mostly':
    'Separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} {even, number} of the first {rows, number} lines with text have {width, plural, one {# column} other {# columns}}. No other character splits them better.',
  'dialect.one-column': 'No character splits the rows evenly, so each row is one column.',
  'dialect.poorly':
    'This may be no table: separated by {delimiter, select, comma {commas} semicolon {semicolons} tab {tabs} bar {vertical bars} colon {colons} space {spaces} other {“{delimiter}”}} only {even, number} of the first {rows, number} lines with text have {width, plural, one {# column} other {# columns}}. Check it.',

  'region.header':
    '{preamble, plural, =0 {The first line names the columns} one {The line above the table is left out; line {line, number} names the columns} other {The # lines above the table are left out; line {line, number} names the columns}}{footer, plural, =0 {.} one {, and the last line is left out as a total or a note.} other {, and the last # lines are left out as totals or notes.}}{below, plural, =0 {} other { Another table begins below: its # lines are among those left out.}}{comment, select, none {} other { Lines that begin with “{comment}” are comments.}}',
  'region.header.open-end':
    '{preamble, plural, =0 {The first line names the columns.} one {The line above the table is left out; line {line, number} names the columns.} other {The # lines above the table are left out; line {line, number} names the columns.}} The end of a packed file is not looked at: a total there would count as a row.',
  'region.headers':
    'The columns are named in {headers, plural, other {# lines}}, put together from line {line, number} on{footer, plural, =0 {.} one {, and the last line is left out as a total or a note.} other {, and the last # lines are left out as totals or notes.}}{below, plural, =0 {} other { Another table begins below: its # lines are among those left out.}}{comment, select, none {} other { Lines that begin with “{comment}” are comments.}}',
  'region.headers.open-end':
    'The columns are named in {headers, plural, other {# lines}}, put together from line {line, number} on. The end of a packed file is not looked at: a total there would count as a row.',
  'region.named': 'The file names its columns itself.',
  'region.no-header':
    '{preamble, plural, =0 {The first line is data already} one {The line above the table is left out; line {line, number} is data already} other {The # lines above the table are left out; line {line, number} is data already}}: no line names the columns{footer, plural, =0 {.} one {, and the last line is left out as a total or a note.} other {, and the last # lines are left out as totals or notes.}}{below, plural, =0 {} other { Another table begins below: its # lines are among those left out.}}{comment, select, none {} other { Lines that begin with “{comment}” are comments.}}',
  'region.no-header.open-end':
    '{preamble, plural, =0 {The first line is data already} one {The line above the table is left out; line {line, number} is data already} other {The # lines above the table are left out; line {line, number} is data already}}: no line names the columns. The end of a packed file is not looked at: a total there would count as a row.',

  'table.alike': 'It has the columns of {file} and is read like it.',
  'column.bytes':
    '{count, plural, one {The column “{columns}” holds bytes, which are} other {These columns hold bytes, which are}} written in hexadecimal{count, plural, one {.} other {: {columns}.}}',
  'column.utc':
    '{count, plural, one {The times in “{columns}” are in UTC and stay} other {The times in these columns are in UTC and stay}} as they are written{count, plural, one {.} other {: {columns}.}}',
  'database.ahead':
    'The database was in use when it was copied. Its newest changes may be in a second file (-wal) beside it, which is not read.',

  'sheet.currency': 'The numbers in column {column} are formatted as {currency}.',
  'sheet.errors':
    '{count, plural, one {One cell shows an error like #N/A, which is} other {# cells show errors like #N/A, which are}} kept as text.',
  'sheet.formulas':
    '{count, plural, one {One formula has no saved result, and its cell is} other {# formulas have no saved results, and their cells are}} empty here. Open the workbook in a spreadsheet and save it: that calculates them.',
  'sheet.hidden': 'The sheet is hidden in the workbook.',
  'sheet.merged':
    '{count, plural, one {One group of merged cells has its value} other {# groups of merged cells have their values}} in the first cell only.',
  'sheet.percent':
    '{count, plural, one {Column {columns} shows} other {Columns {columns} show}} percentages; they are read as they are stored: 15 % as 0.15.',

  'table.copy':
    'It holds the rows of {file} too: those that are the same in all columns that are read are set aside, so that nothing counts twice.',
  'table.costs': 'It has kinds of costs and their amounts.',
  'table.customers': 'It has each customer once.',
  'table.customers-by-values': 'Nothing names its columns; each row has an id of its own and words beside it.',
  'table.interactions': 'It has customers and days, and what happened, but no amounts.',
  'table.stages': 'Its column “{column}” says how far each deal came.',
  'table.delivery': 'What “{column}” says of each row is a cost of delivery.',
  'table.delivery-orders':
    'Another file has what was bought in these orders; “{column}” is what it cost to deliver each.',
  'table.joined': 'It has what happened, and other files have what its rows lack: customers, days.',
  'table.looked-up':
    '{file}{others, plural, =0 { looks} one { and another file look} other { and # other files look}} columns up in it.',
  'table.none': 'It has neither purchases nor customers that Rapport can tell. Choose a table if it has.',
  'table.one-day':
    'It has customers and amounts but no days. Its name speaks of one period: all rows are taken to be of its last day.',
  'table.other-purchases': 'Another file has complete purchases; this one lacks a customer, a day or an amount.',
  'table.reused': 'It is read like “{file}” before.',
  'table.preset':
    'Its columns are those of {kind, select, accounts {accounts} activities {activities} cases {cases} companies {companies} contacts {contacts} customers {customers} deals {deals} invoices {invoices} leads {leads} opportunities {opportunities} order_lines {lines of orders} orders {orders} payments {payments} sales {sales by customer} transactions {transactions} other {a list}} exported from {system}.',
  'table.purchases': 'It has customers, days and amounts.',
  'table.purchases-partly': 'It has purchases, but not all that they need: a customer, a day and an amount.',

  'role.delivery': 'What it costs to deliver, by its name.',
  'role.header':
    '{language, select, en {The header says so.} de {The header says so in German.} fr {The header says so in French.} sv {The header says so in Swedish.} sl {The header says so in Slovene.} ru {The header says so in Russian.} es {The header says so in Spanish.} pt {The header says so in Portuguese.} it {The header says so in Italian.} nl {The header says so in Dutch.} pl {The header says so in Polish.} other {The header says so.}}',
  'role.looked-up': 'Looked up in {file} by “{key}”, where “{header}” says it.',
  'role.once': 'The header says so, and {distinct, number} of {filled, number} values come once.',
  'role.order-key': 'It leads to the orders in {file}.',
  'role.order':
    'The header says so. {deciding, plural, one {One date} other {# dates}} of {of, number} at the beginning and the end can only be read in this order of day and month.',
  'role.order-open':
    'The header says so. None of {of, plural, one {# date} other {# dates}} at the beginning and the end tells day from month: check the order.',
  'role.preset': 'The preset for {system} says so.',
  'role.person': 'The id that stays the same for a customer: “{header}”.',
  'role.price': 'The header says price, and there is no quantity: one unit a row.',
  'role.product': 'The header says so, and in {equal, number} of {of, number} rows it is quantity × unit price.',
  'role.repeats':
    'The header says so, and values come again: {distinct, number} different ones in {filled, number} rows.',
  'role.reused': 'As it was read in “{file}”.',
  'role.serial': 'The header says date, but the values can’t be read as dates for sure. Choose how they are written.',
  'role.values.amount': 'It is the only column with decimals that no header explains.',
  'role.values.customer_id':
    'It is the only column with values that come again: {distinct, number} different ones in {filled, number} rows.',
  'role.values.purchased_on': 'It is the only column with dates.',
  'role.values.several': 'By its values alone, and other columns have such values too: please check.',

  'evidence.contrary':
    '{contrary, plural, one {One date} other {# dates}} of {of, number} can only be read the other way round and will be set aside: check the order.',
  'evidence.debit': 'DR or S beside a number says debit, which is read as negative; CR or H says credit.',
  'evidence.each':
    'Some numbers have a decimal comma and some a point. Each is read as it says by itself; those like 1.234, which could be either, are set aside.',
  'evidence.epoch':
    'Numbers like 1735602300 are read as seconds since 1970: 30 December 2024. The day is that in Greenwich.',
  'evidence.epochms':
    'Numbers like 1735602300000 are read as milliseconds since 1970: 30 December 2024. The day is that in Greenwich.',
  'evidence.excel': 'Numbers like 45657 are read as Excel’s count of days: 31 December 2024.',
  'evidence.excel1904': 'Numbers like 44195 are read as Excel’s count of days since 1904: 31 December 2024.',
  'evidence.flag': 'It says “{yes}” or “{no}” only.',
  'evidence.flag-marked': 'It says “{yes}”, or is empty.',
  'evidence.mark':
    'Of {of, plural, one {# number} other {# numbers}} with a point or comma, {deciding, number} can be read in one way only: {mark, select, comma {the comma is} other {the point is}} the decimal mark.',
  'evidence.months': 'Dates that name no day are read as the first of the month.',
  'evidence.open':
    'Nothing in it tells whether 1.234 or 1,234 has decimals or thousands. {mark, select, comma {The comma} other {The point}} is read as the decimal mark, as in the rest of the file: check it.',
  'evidence.percent':
    '{percent, number} of {filled, number} values are per cent. As a rate of discount they are shares of the price; elsewhere they are no amounts.',
  'evidence.rounded':
    '{rounded, plural, one {One id} other {# ids}} like 1.23457E+12 lost digits in a spreadsheet, and several may have become one. Export the file again with the column as text.',
  'evidence.ways': 'Dates are written in several ways: {ways}. Each is read as it is written.',

  'mapping.column': '{file} has no column {name}; it has {known}',
  'mapping.date':
    '{file}: the dates of “{column}” can’t be read as they are; choose a date format, or write them as 2024-12-31',
  'mapping.file': 'no file is called {name}; there is {known}',
  'mapping.header': '{file} lacks the column “{name}” that the recipe names; it has {known}',
  'mapping.key': '{name} is not part of a mapping; parts are {known}',
  'mapping.lookup': '{file} looks columns up in {name}, which is not there; there is {known}',
  'mapping.missing':
    '{file}: no column is the {role} of the {table, select, customer {customers} purchase {purchases} interaction {interactions} partnership_cost {costs} other {table}}; choose one, or leave the file out',
  'mapping.missing.amount':
    '{file}: no column is the amount of the purchases; choose one, or a quantity and a unit price, or leave the file out',
  'mapping.no-purchases': 'no file has purchases; choose which file has them',
  'mapping.role': '{file}: {name} is no role of that table; roles are {known}',
  'mapping.several':
    '{file} has several rows of {keys, plural, one {one key} other {# keys}}, {rows, number} of {key}, where one at most is wanted',
  'mapping.table': '{file}: {name} is no table; tables are {known}',
  'mapping.value': '{file}: {name} can’t be {value}; it can be {known}',

  'no amount': 'no amount',
  'no category': 'no category of cost',
  'no customer': 'no customer',
  'no date': 'no date',
  'no key': 'no key by which it could be found',
  'no match': 'no match in {file}',
  'no price': 'no price',
  'no quantity': 'no quantity',
  'not a date': 'not a date',
  'not a discount': 'not a share of the price between 0 and 1',
  'not a price': 'not a price',
  'not a quantity': 'not a quantity',
  'not an amount': 'not an amount',
  'date out of range': 'a date before 1901 or after 2199',
  'left out by rule': 'left out by a rule of the mapping',
  'ambiguous number': 'a number whose mark could be of thousands or of decimals',
  'not utf-8': 'broken characters: bytes that are not UTF-8',
  'quote not closed': 'a quotation that nothing closes',
  'same key again': 'a second row of the same key',
  'before the period': 'before the period that is kept',
  'in an earlier file too': 'the same row as in an earlier file',
  'not in the sample': 'of a customer outside the sample',
  'repeated in its file': 'the same row of the file again',
  replaced: 'replaced by a row of a later file',
  'same customer twice': 'a second row of the same customer, with something else in it',
  'same row twice': 'the same row of a customer again',
  'too long': 'longer than two million bytes',
  'too many fields': 'more fields than columns',

  'assumed.again':
    '{rows, plural, one {One line repeats} other {# lines repeat}} the names of the columns further down and {rows, plural, one {is} other {are}} left out.',
  'assumed.attributes':
    '{columns, plural, one {One column} other {# columns}} without a role {columns, plural, one {is} other {are}} left out by rule, to save memory.',
  'assumed.conflict':
    'Of {rows, plural, one {one customer} other {# customers}} an earlier file has something else in “{column}”; what the earlier one says counts.',
  'assumed.cancelled':
    '{rows, plural, one {One row is} other {# rows are}} taken for {rows, plural, one {a cancellation} other {cancellations}}, as “{column}” says.',
  'assumed.cancelling':
    '{rows, plural, one {One row is} other {# rows are}} taken for {rows, plural, one {a cancellation} other {cancellations}}: “{column}” is a C and a number there, and elsewhere only a number.',
  'assumed.comma': 'In “{column}” the comma marks decimals, and a point thousands.',
  'assumed.currencies':
    'The amounts are in {count, number} currencies ({currencies}) and are added up as if they were in one.',
  'assumed.one-day': 'The file has no days. All its rows are taken to be of {day}.',
  'assumed.currency': 'All amounts are in {currency}.',
  'assumed.credit': 'The amount of a row is “{credit}”: what came in.',
  'assumed.debit': 'The amount of a row is “{debit}” with its sign turned: what went out.',
  'assumed.debits': 'In “{column}” DR or S beside a number makes it negative; CR or H leaves it as it is.',
  'assumed.difference': 'The amount of a row is “{credit}” less “{debit}”: what came in less what went out.',
  'assumed.each':
    'In “{column}” some numbers have a decimal comma and some a point. Each was read as it says by itself; those that could be either are set aside.',
  'assumed.encoding':
    'Up to line {line, number} the file is plain ASCII. That line shows that it is {encoding}, and all of it was read so.',
  'assumed.epoch': 'Numbers in “{column}” are read as seconds since 1970, and the day is that in Greenwich.',
  'assumed.epochms': 'Numbers in “{column}” are read as milliseconds since 1970, and the day is that in Greenwich.',
  'assumed.excel': 'Numbers in “{column}” are read as Excel’s count of days: 45657 is 31 December 2024.',
  'assumed.excel1904': 'Numbers in “{column}” are read as Excel’s count of days since 1904: 44195 is 31 December 2024.',
  'assumed.fill': 'Where “{columns}” is empty, the value of the row above holds.',
  'assumed.fill-within':
    'Where “{columns}” is empty, the value of the row above holds, as long as “{within}” stays the same.',
  'assumed.hidden':
    '{rows, plural, one {One row has an id} other {# rows have ids}} with characters that can’t be seen, as zero-width or no-break spaces. They are left out, or read as spaces.',
  'assumed.id': 'Ids like 17850.0 or 1.785E+4 in “{column}” are read as 17850.',
  'assumed.long':
    '{rows, plural, one {One row has} other {# rows have}} more fields than there are columns, but nothing in them. Those are left out.',
  'assumed.months': 'Dates in “{column}” that name no day are read as the first of the month.',
  'assumed.nothing':
    '{rows, plural, one {One row has a word} other {# rows have words}} like NULL or n/a for a missing value, read as empty.',
  'assumed.only':
    'Only rows are used whose “{column}” {keeps, select, values {is {values}} others {is not {values}} filled {is filled} empty {is empty} other {is above 0}}.',
  'assumed.open':
    'Nothing in “{column}” tells whether 1.234 or 1,234 has decimals or thousands: {mark, select, comma {the comma} other {the point}} is read as the decimal mark. If the amounts look wrong, change it.',
  'assumed.order':
    'In “{column}” the {order, select, month {month} other {day}} comes first: {deciding, plural, =0 {none} other {#}} of {of, plural, one {# date} other {# dates}} can only be read so{deciding, plural, =0 {. If the dates look wrong, change the order} other {}}.',
  'assumed.order-ways':
    'In “{column}” {order, select, month {the month} both {the day, or the month, as the way of writing says,} other {the day}} comes first where both are numbers. If the dates look wrong, change the order.',
  'assumed.product': 'The amount of a row is “{quantity}” × “{price}”.',
  'assumed.product-rate': 'The amount of a row is “{quantity}” × “{price}” × (1 − “{rate}”).',
  'assumed.repaired':
    '{rows, plural, one {One row had} other {# rows had}} more fields than there are columns, because a delimiter stands in {rows, plural, one {its} other {their}} text. {rows, plural, one {It was} other {They were}} put together in the only way that gives each column its kind of value.',
  'assumed.rounded':
    '{rows, plural, one {One row has an amount} other {# rows have amounts}} of more than four decimals, rounded to four.',
  'assumed.rounded-id':
    '{rows, plural, one {One row has an id} other {# rows have ids}} like 1.23457E+12, rounded by a spreadsheet. Several ids may have become one: export the file again with that column as text.',
  'assumed.short':
    '{rows, plural, one {One row has} other {# rows have}} fewer fields than there are columns. The missing ones are read as empty.',
  'assumed.short-year': 'Years of two digits in “{column}” are read as 1969 to 2068.',
  'assumed.sign': 'The sign of “{column}” is turned.',
  'assumed.stray':
    '{rows, plural, one {One row has a quotation mark} other {# rows have a quotation mark}} that opens a field and is not closed. It is read as text, since only then all columns are there.',
  'assumed.times': 'Of the dates in “{column}” only the day counts, as it is written; times of day are left out.',
  'assumed.torn':
    '{rows, plural, one {One text stands} other {# texts stand}} across the place where a column begins, where other rows have a gap. {rows, plural, one {It was} other {They were}} cut there: look whether columns begin elsewhere.',
  'assumed.undone-positive':
    '{rows, plural, one {One cancelled row shows} other {# cancelled rows show}} the price of the order, {amount, number}, and no credit. Cancellations that subtract would add {rows, plural, one {it} other {them}}: leave cancellations out.',
  'assumed.unreadable':
    '{rows, plural, one {One row has something} other {# rows have something}} in “{column}” that can’t be read. {rows, plural, one {It is} other {They are}} used without it.',
  'assumed.way':
    'In “{column}” {rows, plural, one {one date is} other {# dates are}} written otherwise than most, like {like}.',
  'assumed.zero': '{rows, plural, one {One row has} other {# rows have}} zero bytes, which are left out.',

  'json.beside':
    'Beside its records the file says {said}{more, plural, =0 {} one {, and one thing more} other {, and # things more}}. That is in no column.',
  'json.encoding':
    '{count, plural, one {One record is} other {# records are}} not UTF-8 as JSON should be, and read as Windows-1252: check the letters.',

  'refused.access': '{file} is an Access database',
  'refused.access.remedy': 'Export the tables from Access as CSV and open those.',
  'refused.archive': '{file} is a packed archive of a kind that can’t be opened here',
  'refused.archive.remedy': 'Unpack it and open the files inside.',
  'refused.binary': '{file} holds data that is no text',
  'refused.binary.remedy': 'Open it in the program that made it and save the table as CSV.',
  'refused.bomb': '{file} unpacks to far more than such a file should',
  'refused.bomb.remedy': 'Unpack it yourself, see that it is what you expect, and open the unpacked file.',
  'refused.columns': '{file} is a file of packed columns (ORC, Avro or HDF)',
  'refused.columns.remedy': 'Save the table as CSV and open that.',
  'refused.damaged-arrow': '{file} is an Arrow or Feather file, and damaged',
  'refused.damaged-arrow.remedy': 'Fetch or write it again.',
  'refused.damaged-gzip': '{file} is packed with gzip, and damaged',
  'refused.damaged-gzip.remedy': 'Fetch or export it again.',
  'refused.damaged-parquet': '{file} is a Parquet file, and damaged or of a kind that is not known here',
  'refused.damaged-parquet.remedy': 'Fetch or write it again.',
  'refused.damaged-sheet': '{file} is a spreadsheet, and damaged',
  'refused.damaged-sheet.remedy':
    'Open it in a spreadsheet, which may repair it, save it again as .xlsx or CSV, and open that.',
  'refused.damaged-sqlite': '{file} is an SQLite database, and damaged or encrypted',
  'refused.damaged-sqlite.remedy': 'Open it with the program that made it, export its tables as CSV, and open those.',
  'refused.damaged-zip': '{file} is a zip archive, and damaged',
  'refused.damaged-zip.remedy':
    'Fetch or export it again. If it is one of several parts of an archive, unpack them together first.',
  'refused.database-table': '{file} can’t be read from its database: {error}',
  'refused.database-table.remedy':
    'Open the database with the program that made it, export the table as CSV, and open that.',
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
  'refused.encrypted': '{file} is protected by a password',
  'refused.encrypted-parquet': '{file} is an encrypted Parquet file',
  'refused.encrypted-parquet.remedy': 'Write it again without encryption, or save the table as CSV.',
  'refused.encrypted.remedy': 'Open it, save it without a password, and open that.',
  'refused.feather-1': '{file} is a Feather file of the first version',
  'refused.feather-1.remedy': 'Write it again as Feather version 2 or Parquet, or save the table as CSV.',
  'refused.html': '{file} is a web page without a table that can be read',
  'refused.html.remedy': 'Open the page, copy its table, and paste it here.',
  'refused.json': '{file} is JSON, but not a list of records',
  'refused.json-broken': '{file} is JSON, and broken in line {line, number}, at character {character, number}',
  'refused.json-broken.remedy':
    'Export it again. If it was changed by hand, look for a missing comma, quote or bracket there.',
  'refused.json-cut': '{file} is JSON that ends too early, in line {line, number}',
  'refused.json-cut.remedy': 'Fetch or export it again: its end is missing.',
  'refused.json-deep': '{file} is JSON with more than {most, number} levels inside one another, in line {line, number}',
  'refused.json-deep.remedy': 'Export flatter records.',
  'refused.json-wide': '{file} is JSON with more than {most, number} keys in one table, in line {line, number}',
  'refused.json-wide.remedy':
    'Some keys may be values, like ids: export records that have the id under a key of its own.',
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
  'refused.pdf': '{file} is a PDF',
  'refused.pdf.remedy': 'Ask for the table behind it as CSV.',
  'refused.picture': '{file} is a picture',
  'refused.picture.remedy': 'Open a table that is saved as CSV.',
  'refused.program': '{file} is a program',
  'refused.program.remedy': 'Open a table that is saved as CSV.',
  'refused.statistics': '{file} is a file of a statistics program',
  'refused.statistics.remedy': 'Save the table from that program as CSV and open that.',
  'refused.too-large': '{file} is too large for a file of its kind to be read in the browser',
  'refused.too-large.remedy': 'Save the table as CSV, which is read piece by piece, or in several files.',
  'refused.unreadable': '{file} can’t be read: it was moved or changed, or is not yours to read',
  'refused.unreadable.remedy': 'See that it is still there, and open it again.',
  'refused.xml': '{file} is XML',
  'refused.xml.remedy': 'Save its records as CSV and open that.',
  'refused.zip-encrypted': '{file} is packed with a password',
  'refused.zip-encrypted.remedy': 'Unpack it and open the files inside.',
  'refused.zip-entries': '{file} is a zip archive of more than {most, number} files',
  'refused.zip-entries.remedy': 'Unpack it and open the files that you need.',
  'refused.zip-members':
    '{file} has {more, plural, one {one more file} other {# more files}}: the first {most, number} are opened',
  'refused.zip-members.remedy': 'Unpack it and open the other files by themselves.',
  'refused.zip-method': '{file} is packed in a way that can’t be unpacked here',
  'refused.zip-method.remedy': 'Unpack it and open the files inside.',

  memory:
    'There is not enough memory to read this: {gigabytes, number, ::.0} GB is the most that the page may use. What was loaded before stays.',
  'memory.remedy': 'Fewer columns, a shorter period or a sample of the customers need less.',
  'memory.widest': 'The columns {columns} take the most.',

  written:
    'Read from {file}, {format, select, xlsx {an Excel workbook} xls {an Excel workbook of the old kind} ods {an OpenDocument spreadsheet} html {a web page} parquet {a Parquet file} json {a JSON file} ndjson {a file of JSON records} arrow {an Arrow file} sqlite {an SQLite database} other {a file of another format}}.',
  'written.part':
    'Read from “{part}” of {file}, {format, select, xlsx {an Excel workbook} xls {an Excel workbook of the old kind} ods {an OpenDocument spreadsheet} html {a web page} parquet {a Parquet file} json {a JSON file} ndjson {a file of JSON records} arrow {an Arrow file} sqlite {an SQLite database} other {a file of another format}}.'
} as const;
