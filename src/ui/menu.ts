/** One thing that a menu does. */
export interface MenuItem {
  label: string;
  onselect: () => void;
  /** quieter, at the end: a key, a size */
  remark?: string;
  disabled?: boolean;
  /** set on items that are one choice of several */
  checked?: boolean;
}

/** Items under one heading, or without. */
export interface MenuGroup {
  label?: string;
  items: readonly MenuItem[];
}
