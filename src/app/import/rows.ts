import type {Exact, PurchaseKind} from '../../ingest/types';

/** A cell of the preview. */
export interface ShownCell {
  /** as the file has it */
  raw: string;
  /** as it is read, in the words of the interface; null where it is empty */
  read: string | null;
  /** why it can't be read, in words */
  problem: string | null;
}

/** A row of the preview. */
export interface ShownRow {
  /** physical line of the file */
  line: number;
  /** by column of the file */
  cells: readonly ShownCell[];
  /** of purchases, where the amount is made of other columns */
  amount: string | null;
  kind: PurchaseKind | 'anonymous' | null;
  /** why the row is set aside, in words */
  aside: string | null;
}

/** What follows from the rows of a preview. */
export interface Totals {
  rows: number;
  used: number;
  aside: number;
  customers: number;
  /** exact; null where the table has no amounts */
  amount: Exact | null;
  from: string | null;
  to: string | null;
  kinds: Readonly<Record<PurchaseKind | 'anonymous', number>>;
}
