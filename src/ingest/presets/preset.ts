import type {TableName} from '../../tables/canonical';
import type {FileMapping, RowRule} from '../types';

/** A column by its header, or by any of several: of versions and interface languages. Marks, blanks and capitals don't matter. */
export type Names = string | readonly string[];

/** What an export lists. Worded in the `ingest` messages, `table.preset`. */
export type Kind =
  | 'accounts'
  | 'activities'
  | 'cases'
  | 'companies'
  | 'contacts'
  | 'customers'
  | 'deals'
  | 'invoices'
  | 'leads'
  | 'opportunities'
  | 'order_lines'
  | 'orders'
  | 'payments'
  | 'sales'
  | 'transactions';

/** A rule by the names of its column. */
export interface PresetRule extends Omit<RowRule, 'column'> {
  column: Names;
}

/** The export of a system: how it is recognised by its columns, and how it is read. Nothing in it is code. */
export interface Preset {
  /** unique and lasting: mappings name it */
  name: string;
  /** as people call it */
  system: string;
  kind: Kind;
  /** what it was written from: pages and public code that names the columns; empty where none was found that does */
  sources: readonly string[];
  /** whether it was matched with a public sample in the system's layout; none was tried on a company's own export */
  sampled: boolean;
  /** columns that make the export known, all of them */
  needs: readonly Names[];
  /** columns that other exports have and this one never has */
  lacks?: readonly Names[];
  table: TableName;
  /** by role, the first column with values */
  roles: Readonly<Record<string, Names>>;
  amount?: NonNullable<FileMapping['amount']>;
  /** the order of day and month, where no date of the file tells it */
  dates?: 'day first' | 'month first';
  /** columns that stand on the first row of a group only; `within` null: until the next value */
  fill?: {within: Names | null; columns: readonly Names[]};
  /** values that are the same for all rows, by role */
  constants?: Readonly<Record<string, string>>;
  /** further tables that its rows feed */
  also?: readonly {
    table: TableName;
    roles: Readonly<Record<string, Names>>;
    constants?: Readonly<Record<string, string>>;
  }[];
  /** rules that rows must meet; of several in brackets, the first whose column is there */
  only?: readonly (PresetRule | readonly PresetRule[])[];
}
