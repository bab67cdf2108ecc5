/** A row of words in a small table; the first heads it, and can be pressed where the row leads somewhere. */
export interface SmallRow {
  cells: readonly string[];
  /** what pressing does, in words */
  hint?: string;
  onselect?: () => void;
}
