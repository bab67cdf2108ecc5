/** One choice of a list. */
export interface Option {
  value: string;
  label: string;
  /** a second, quieter line or remark: a count, a reason */
  remark?: string;
  disabled?: boolean;
}
