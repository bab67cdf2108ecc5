import type {Attachment} from 'svelte/attachments';
import {between, step, type Cell} from './grid';
import type {Pages} from './pages.svelte';
import {height, limit, reveal, toRows, toScroll, visible, type Extent} from './scroll';

/** Where a table is scrolled to, and where the keyboard is in it. */
export class Grid {
  #pages: Pages;
  #node: HTMLElement | undefined;

  /** place in the rows, and the scroll bar's; they differ where rows are too many for a browser to scroll */
  #top = $state.raw(0);
  #bar = $state.raw(0);
  #view = $state.raw(0);
  #rowHeight = $state.raw(30);
  #active = $state.raw<Cell>({row: 0, column: 0});
  #anchor = $state.raw<Cell>();

  #extent = $derived.by((): Extent => ({rows: this.#pages.count, rowHeight: this.#rowHeight, view: this.#view}));
  #shown = $derived.by(() => visible(this.#extent, this.#top));

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /** the cell that keys act on */
  get active(): Cell {
    return this.#active;
  }

  /** rows to render, `end` not included */
  get shown(): {start: number; end: number} {
    return this.#shown;
  }

  /** of all rows, in pixels */
  get height(): number {
    return height(this.#extent);
  }

  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** of the first rendered row from the top of all rows, in pixels */
  get offset(): number {
    return Math.round(this.#bar - this.#top + this.#shown.start * this.#rowHeight);
  }

  /** Whether a cell is the active one, or marked with it by Shift and arrows. */
  marked(row: number, column: number): boolean {
    const {row: r, column: c} = this.#active;
    const a = this.#anchor ?? this.#active;
    return within(row, a.row, r) && within(column, a.column, c);
  }

  /** The marked cells. */
  get range(): {rows: number[]; columns: number[]} {
    return between(this.#anchor ?? this.#active, this.#active);
  }

  readonly attach: Attachment<HTMLElement> = (node) => {
    this.#node = node;
    const observer = new ResizeObserver(() => this.#measure(node));
    observer.observe(node);
    const wheel = (event: WheelEvent): void => this.#wheel(event);
    node.addEventListener('wheel', wheel, {passive: false});
    return () => {
      observer.disconnect();
      node.removeEventListener('wheel', wheel);
    };
  };

  /** To be told of every scroll of the element. */
  scrolled(): void {
    if (!this.#node || Math.abs(this.#node.scrollTop - this.#bar) < 1) return;
    this.#bar = this.#node.scrollTop;
    this.#top = toRows(this.#extent, this.#bar);
  }

  /** Begins at the first row again, with the keyboard in the same column. */
  toTop(): void {
    this.#active = {row: Math.min(this.#active.row, 0), column: this.#active.column};
    this.#anchor = undefined;
    this.#scrollTo(0);
  }

  /** Makes a cell the active one, and brings it into view. */
  goTo(cell: Cell, extend = false): void {
    this.#anchor = extend && cell.row >= 0 ? (this.#anchor ?? this.#active) : undefined;
    this.#active = cell;
    if (cell.row >= 0) this.#scrollTo(reveal(this.#extent, this.#top, cell.row));
    this.#revealColumn(cell.column);
  }

  /** Moves by a key. @returns false for a key that moves nothing */
  key(event: KeyboardEvent, columns: number): boolean {
    const page = Math.max(1, Math.floor(this.#view / this.#rowHeight) - 1);
    const size = {rows: this.#pages.count, columns, page};
    const cell = step(event.key, this.#active, size, event.ctrlKey || event.metaKey);
    if (cell) this.goTo(cell, event.shiftKey);
    return cell !== undefined;
  }

  /** Brings the active cell back into view where the columns have moved under the keyboard. */
  columnsMoved(): void {
    if (this.#node && this.#node === this.#node.ownerDocument.activeElement) this.#revealColumn(this.#active.column);
  }

  focus(): void {
    this.#node?.focus({preventScroll: true});
  }

  #measure(node: HTMLElement): void {
    const head = node.querySelector<HTMLElement>('[data-head]')?.offsetHeight ?? 0;
    this.#view = Math.max(0, node.clientHeight - head);
    this.#rowHeight = Math.round(1.875 * parseFloat(getComputedStyle(document.documentElement).fontSize));
  }

  /** One notch of the wheel moves the same few rows, however many there are. */
  #wheel(event: WheelEvent): void {
    const {rows, rowHeight} = this.#extent;
    if (rows * rowHeight <= height(this.#extent) || event.deltaY === 0 || event.ctrlKey || event.shiftKey) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : rowHeight;
    const next = limit(this.#extent, this.#top + event.deltaY * unit);
    if (next === this.#top) return;
    event.preventDefault();
    this.#scrollTo(next);
  }

  #scrollTo(top: number): void {
    if (!this.#node) return;
    this.#top = limit(this.#extent, top);
    this.#node.scrollTop = toScroll(this.#extent, this.#top);
    this.#bar = this.#node.scrollTop;
    if (this.#bar === 0 || this.#extent.rows * this.#rowHeight <= height(this.#extent)) this.#top = this.#bar;
  }

  #revealColumn(column: number): void {
    const cells = this.#node?.querySelectorAll<HTMLElement>('[data-head] > [role="row"] > [role="columnheader"]');
    const cell = cells?.[column];
    if (!this.#node || !cell || column === 0) {
      if (this.#node && column === 0) this.#node.scrollLeft = 0;
      return;
    }
    const first = cells?.[0];
    const pinned = first && getComputedStyle(first).position === 'sticky' ? first.offsetWidth : 0;
    const left = cell.offsetLeft - pinned;
    const right = cell.offsetLeft + cell.offsetWidth - this.#node.clientWidth;
    this.#node.scrollLeft = Math.min(left, Math.max(right, this.#node.scrollLeft));
  }
}

const within = (value: number, a: number, b: number): boolean => value >= Math.min(a, b) && value <= Math.max(a, b);
