import type {TableName} from '../tables/canonical';

/**
 * A table of a file, as text. `id` is ours (`f1`, `f2` …) and the only name of it that SQL ever sees; `name` is the
 * file's, and unique: of a sheet, a member of a zip, a table of a database `book.xlsx › Orders`.
 */
export interface Source {
  id: string;
  name: string;
  /** delimited text, packed or not; of other formats, what was read of them, written as text */
  blob: Blob;
  /** what the text was made of; absent where it is the file itself */
  origin?: Origin;
}

/** Where the text of a source comes from. */
export interface Origin {
  /** as the person gave it */
  file: File;
  format: 'csv' | 'xlsx' | 'xls' | 'ods' | 'html' | 'parquet' | 'json' | 'ndjson' | 'arrow' | 'sqlite';
  /** the way to the table inside the file: member of a zip, sheet, table, key; empty where it has but one */
  part: readonly string[];
  /**
   * The text was written by us: UTF-8, RFC 4180 with commas and `\n`, one record a row of the table, and lines count rows.
   * False for a member of a zip that is text itself.
   */
  written: boolean;
  /** the format names its columns, which are then the first record; false for sheets, whose rows are read like a text's */
  named: boolean;
  /** what was done to values on the way: keys of the `ingest` messages, with what fills them */
  notes: {key: string; values?: Record<string, string | number>}[];
}

/** A guess and why it was made, in words that can be shown. */
export interface Reasoned<T> {
  value: T;
  /** a key of the `ingest` messages, with what fills it */
  reason: {key: string; values?: Record<string, string | number>};
}

export interface Dialect {
  /** one character or several; '' where `starts` says where fields begin */
  delimiter: string;
  /** '' where the file quotes nothing */
  quote: '"' | "'" | '';
  /** the character that escapes a quote inside quotes: the quote itself, a backslash, or '' */
  escape: string;
  /** fields stand apart by any number of blanks; `delimiter` is a blank then */
  aligned?: true;
  /** fixed width: the places, in characters from 0, where fields begin */
  starts?: readonly number[];
  /**
   * What the values of each column look like, a letter each (`scan-repair.ts`): rows with too many fields are put right
   * where exactly one way gives each column such values. Absent where none need it. '': they are set aside; `*`: to be found.
   */
  repair?: string;
}

/** Where the table lies in the file. Counts are physical lines, from the top. */
export interface Region {
  /** lines above the header that belong to no table: titles, `sep=;` … */
  preamble: number;
  /** rows of names, put together where there are several; 0 where the first row is already data */
  header: number;
  /** a trailing totals line or notes: lines from the end of the file */
  footer: number;
  /** lines that begin so are comments, wherever they stand; absent: there are none */
  comment?: string;
}

/** How the text of a column is read as its type. */
export interface Format {
  /**
   * Of dates: `%Y-%m-%d`, `%d.%m.%Y`, `%m/%d/%Y %H:%M` … as DuckDB's strptime takes them. `%B` is a month's name in any of
   * our languages; `%a ` before the rest, a weekday's. Numbers that count: `%excel`, `%excel1904`, `%epoch`, `%epochms`.
   */
  date?: string;
  /** of dates: further ways in which the column writes them, tried in order where `date` doesn't fit */
  dates?: readonly string[];
  /** of amounts and numbers */
  decimal?: '.' | ',';
  /** of amounts and numbers: some have a decimal comma and some a point; one that could be either is not read */
  marks?: 'each';
  /** of amounts: what is behind them (`12.50 DR`, `12,50 S`) says that they are debits, which are negative */
  debit?: true;
  /** of amounts and numbers: nothing that was looked at tells `decimal`; it is the other columns', or the file's */
  open?: true;
  /** of amounts: −1 where the file writes costs or credits with the other sign */
  sign?: 1 | -1;
  /** of ids: the file writes whole numbers as `17850.0` or `1.785E+4`; they are read as 17850 */
  id?: 'number';
}

/** A column of the file, as seen in its first rows. */
export interface ColumnProfile {
  index: number;
  name: string;
  /** what the values look like */
  looks: 'text' | 'id' | 'integer' | 'number' | 'date' | 'flag' | 'empty';
  format: Format;
  /** of the rows looked at: filled, distinct among the filled */
  filled: number;
  distinct: number;
  /** dates whose day and month could both be either: how many rows decide the order, of how many */
  order?: {deciding: number; of: number; contrary?: number};
  /** dates: in how many of the rows looked at each way of writing them occurs, most frequent first */
  ways?: {date: string; rows: number; example: string}[];
  /** the words of a column that only says yes or no, as the file spells them; `no` is '' where that is left empty */
  flag?: {yes: string; no: string};
  /** ids in scientific notation that no longer have all their digits: `1.23457E+12` */
  rounded?: number;
  /** numbers with a per cent sign */
  percent?: number;
  /** numbers with a point or comma that could be either mark (`1.234`): how many rows decide it, of how many */
  mark?: {deciding: number; of: number};
  /** the one currency written beside all amounts: an ISO 4217 code, or `kr` where it could be several */
  currency?: string;
  examples: string[];
}

/** What a first look at a file (its first 256 KiB and its last 64 KiB) understood. Everything in it can be changed. */
export interface Inspection {
  source: Source;
  gzip: boolean;
  /** a label that `TextDecoder` takes */
  encoding: Reasoned<string>;
  dialect: Reasoned<Dialect>;
  region: Reasoned<Region>;
  columns: ColumnProfile[];
  /** the first data rows as text, at most 50, each as wide as `columns` */
  preview: string[][];
  /** data rows looked at */
  sampled: number;
}

/** Which column of the file plays a role, and how its text is read. */
export interface RoleMapping {
  column: number;
  format: Format;
  reason?: Reasoned<number>['reason'];
}

/**
 * Columns of another file, looked up for each row of this one by a key: of an order line, the order's date. The other
 * file has a row at most for each key, or the first one is taken. They count on behind the columns of this file.
 */
export interface Lookup {
  /** name of the other file, which has a mapping of its own for its bytes */
  file: string;
  /** column here, of this file or of an earlier lookup, that has the key */
  from: number;
  /** column there that has it */
  key: number;
  /** columns there that are looked up */
  columns: readonly number[];
  /** their names there, when the mapping was made */
  names: readonly string[];
  /** the looked-up column that names what the key stands for: rows without a match have the key itself in it */
  label?: number;
  /** what happens where the other file has several rows of a key: the first is taken, or the import is refused */
  several: 'first' | 'refuse';
}

/** Another table that the rows of a file feed too: the freight of an order is a cost of the partnership. */
export interface AlsoMapping {
  table: TableName;
  roles: Record<string, RoleMapping>;
  /** values that are the same for all rows, by canonical column */
  constants?: Record<string, string>;
  /** rules that a row must meet to feed it, in the place of the file's; absent: the file's */
  only?: readonly RowRule[];
  reason?: Reasoned<TableName>['reason'];
}

/**
 * Columns that the file fills on the first row of a group only: where one is empty, the value of the row above holds, as
 * long as `within` stays the same. `within` null: until the next value.
 */
export interface Fill {
  within: number | null;
  columns: readonly number[];
}

/**
 * Which rows of a file are used: those whose text in the column is one of `values`, or none of them, or is there, or is
 * not, or is a number above 0. Capitals make no difference. The others are set aside, each counted.
 */
export interface RowRule {
  column: number;
  keeps: 'values' | 'others' | 'filled' | 'empty' | 'positive';
  values?: readonly string[];
}

/** How one file becomes rows of one canonical table. Plain JSON. */
export interface FileMapping {
  file: string;
  /** null: the file is left out */
  table: TableName | null;
  /** why it is that table */
  reason?: Reasoned<TableName | null>['reason'];
  encoding: string;
  dialect: Dialect;
  region: Region;
  /** the header names, in order, as the file had them when the mapping was made */
  header: string[];
  /** canonical column (or `unit_price`, or `line_discount_rate`) → column of the file */
  roles: Record<string, RoleMapping>;
  /**
   * where purchases have their amount: in a column, as `quantity × unit_price`, or as what came in less what went out;
   * null where nothing has it
   */
  amount: 'column' | 'quantity × unit_price' | 'credit − debit' | null;
  /** the currency that all amounts of the file are in, an ISO 4217 code; absent: not known, or a column says it */
  currency?: string;
  /** customer files: every other column, kept as an attribute under its header name */
  attributes: number[];
  /** the preset that recognised the file: a name in `presets/` */
  preset?: string;
  /** columns of which empty cells repeat the row above */
  fill?: Fill;
  /** rules that a row must meet, all of them, to be used */
  only?: readonly RowRule[];
  /** columns of other files; column numbers from `header.length` on are theirs, in this order */
  lookups?: Lookup[];
  /** values that are the same for all rows, by canonical column */
  constants?: Record<string, string>;
  /** further tables that its rows feed */
  also?: AlsoMapping[];
  /** what the file does to what earlier files have of the same table: adds to it, or replaces rows of the same key; adds by default */
  adds?: 'append' | 'update';
}

/** What happens to purchases of each kind. They are loaded and named whatever the rule; the rule says what counts. */
export interface Rules {
  /** purchases whose transaction id or status says that they cancel one (`C536379`, `cancelled`) */
  cancellations: 'leave out' | 'subtract';
  /** other purchases with a negative amount or quantity */
  returns: 'leave out' | 'subtract';
  /** purchases of amount 0 */
  free: 'leave out' | 'keep';
  /** rows without a customer: kept for products, channels and countries only, or left out */
  anonymous: 'leave out' | 'keep';
  /** further rows of a file that are the same in all columns that are read: kept by default, since two lines can be two sales */
  duplicates?: 'keep' | 'set aside';
  /** rows that an earlier file has too, the same in all columns that are read; kept by default */
  overlaps?: 'keep' | 'set aside';
  /** the columns of customer files that play no role; kept by default */
  attributes?: 'keep' | 'leave out';
  /** only the last months of the data are loaded; all by default */
  months?: number;
  /** only one customer in so many is loaded, with all its rows; all by default */
  sample?: number;
}

/** The kind of each loaded purchase, in the column `kind`. */
export type PurchaseKind = 'sale' | 'return' | 'cancellation' | 'free';

/** Everything that is needed to read the same files again, or next month's. Plain JSON. */
export interface Recipe {
  version: 1;
  files: FileMapping[];
  rules: Rules;
}

/** A row that could not be used as it stands. Plain JSON. */
export interface SetAside {
  file: string;
  /** physical line of the file, from 1 */
  line: number;
  /** header name; null where the row as a whole is wrong */
  column: string | null;
  value: string;
  /** a key of the `ingest` messages: `not a date`, `not an amount`, `no customer`, `too many fields` … */
  reason: string;
}

/** Exact decimals travel as text: `"8911407.9000"`. */
export type Exact = string;

/** What came of looking up columns of another file. rows = matched + unmatched + empty, always. */
export interface LookupReceipt {
  /** name of the other file */
  file: string;
  /** the columns that have the key, here and there, and those that are looked up */
  from: string;
  key: string;
  columns: string[];
  /** rows of this file; those whose key is there, or not; those without a key */
  rows: number;
  matched: number;
  unmatched: number;
  empty: number;
  /** keys that are not there, the most frequent first, at most five */
  examples: {key: string; rows: number}[];
  /** rows that there would be if each were taken with every row of its key, and not with the first */
  fanned: number;
  there: LookupThere;
}

/** The records of a file in which others look columns up. rows = keys + repeated + keyless + unread, always. */
export interface LookupThere {
  /** data rows */
  rows: number;
  /** different keys, and those of them that no row asks for */
  keys: number;
  unused: number;
  /** rows with a key that came before, and those of them that say something else than the first in a looked-up column */
  repeated: number;
  differing: number;
  /** keys with more than one row, and some of them with how many rows they have, at most five */
  several: number;
  examples: {key: string; rows: number}[];
  /** rows without a key; rows that can't be cut into fields */
  keyless: number;
  unread: number;
}

export interface FileReceipt {
  file: string;
  table: TableName | null;
  encoding: string;
  bytes: number;
  /**
   * Records of the file, counted by our own scan, independently of DuckDB.
   * records = preamble + header + comments + blank + footer + used + set_aside, always; the import fails where it is not so.
   */
  records: number;
  preamble: number;
  header: number;
  /** lines that a mark at their beginning makes comments */
  comments: number;
  blank: number;
  footer: number;
  used: number;
  set_aside: number;
  /** set-aside rows by reason */
  reasons: Record<string, number>;
  /** of the amount column (purchases, costs): what all readable rows add up to, and where it went. read = used + set_aside */
  amount: {read: Exact; used: Exact; set_aside: Exact} | null;
  /** what set-aside rows of some reasons add up to: those that a rule or another file set aside */
  sums?: Record<string, Exact>;
  /** rows of earlier files whose place its rows took, and what they added up to */
  replaces?: {file: string; rows: number; amount: Exact}[];
  /** of its used rows: those that say more of customers of an earlier file */
  merged?: number;
  /** every assumption in words: message key, what fills it */
  assumptions: {key: string; values?: Record<string, string | number>}[];
  /** what came of its lookups in other files, in their order */
  lookups?: LookupReceipt[];
  /**
   * `table` is null and other files looked columns up in it: `used` are rows whose key is theirs alone or theirs first,
   * `set_aside` those without a key, with one that came before, and unreadable ones
   */
  looked_up?: true;
  /** the accounts of further tables that its rows feed: the same records, once more for each */
  also?: FileReceipt[];
}

/** A file, or a part of one, that could not be read: why, in words. Plain JSON. */
export interface Refusal {
  file: string;
  reason: string;
  remedy: string;
}

/** The account of an import. Plain JSON; exportable. */
export interface Receipt {
  /** ISO date and time (UTC) of the import */
  imported_at: string;
  files: FileReceipt[];
  /** loaded purchases by kind, with what they add up to; `anonymous` ones are counted apart, whatever their kind */
  kinds: Record<PurchaseKind | 'anonymous', {rows: number; amount: Exact; rule: string}>;
  /** rows and totals of the canonical tables after the import */
  tables: Record<TableName, {rows: number}>;
  customers: number;
  purchases: {rows: number; amount: Exact; from: string | null; to: string | null};
  rules: Rules;
  /** the first set-aside rows, at most 10,000; all of them can be read again from the files */
  set_aside: SetAside[];
  /** rows that are there several times; absent until they are counted, which is after the first picture */
  duplicates?: Duplicates;
  /** files, and parts of files, that could not be read and are not among `files`; absent where there are none */
  refused?: Refusal[];
  /** what was loaded before files were added to it */
  before?: Pick<Receipt, 'customers' | 'purchases'>;
}

/** Rows that are there several times, kept or set aside. Plain JSON. */
export interface Duplicates {
  /** further rows of a file that are the same in all columns that are read */
  within: Repeated[];
  /** rows that an earlier file has too, the same in all columns that are read */
  across: (Repeated & {
    earlier: string;
    /** of the file's transactions: those that the earlier one has with the very same rows; null where ids are not known */
    transactions: number | null;
  })[];
  /** transactions that several files have, with other rows: they count once for each */
  changed: {
    transactions: number;
    rows: number;
    amount: Exact;
    examples: {transaction: string; places: Place[]}[];
  } | null;
}

/** Rows of a file that are there already. */
export interface Repeated {
  file: string;
  table: TableName;
  rows: number;
  /** what they add up to; null where the table has no amounts */
  amount: Exact | null;
  /** the first ones: where they are, and where the same row is before */
  examples: {line: number; earlier: Place}[];
}

/** A row of a file: `line` counts physical lines from 1. */
export interface Place {
  file: string;
  line: number;
}

/** What `load` tells while it works. */
export interface Progress {
  stage: 'dates' | 'reading' | 'comparing' | 'customers' | 'duplicates' | 'sorting' | 'months' | 'done';
  file?: string;
  bytes: number;
  total_bytes: number;
  rows: number;
}
