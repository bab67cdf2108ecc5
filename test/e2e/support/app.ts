import type {Page} from '@playwright/test';
import type {Row} from '../../../src/engine/rows';
import type {Params} from '../../../src/engine/sql';
import type {PersonsMapping} from '../../../src/ingest/mapping/apply';
import type {Receipt} from '../../../src/ingest/types';

const pickerId = 'files-for-a-test';

/** The app in a page, as a person or a script meets it. */
export class App {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the app at `#/…` and waits until it can be used. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`);
    await this.page.waitForFunction(() => globalThis.rapport !== undefined);
    await this.page.evaluate(() => globalThis.rapport.ready);
  }

  /** Opens files of the disk by the automation handle. */
  async openFiles(paths: string[], options: {mapping?: PersonsMapping} = {}): Promise<Receipt> {
    const picker = await this.#picker(paths);
    return picker.evaluate(
      (input, options) => globalThis.rapport.open([...((input as HTMLInputElement).files ?? [])], options),
      options
    );
  }

  /** Drops files of the disk on the page, as a drag from the desktop does. */
  async drop(paths: string[]): Promise<void> {
    const picker = await this.#picker(paths);
    await picker.evaluate((input) => {
      const transfer = new DataTransfer();
      for (const file of (input as HTMLInputElement).files ?? []) transfer.items.add(file);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, {dataTransfer: transfer, bubbles: true, cancelable: true});
        document.body.dispatchEvent(event);
      }
    });
  }

  async query(sql: string, params: Params = {}): Promise<Row[]> {
    return this.page.evaluate(([sql, params]) => globalThis.rapport.query(sql, params), [sql, params] as const);
  }

  async run(name: string, params: Record<string, unknown> = {}): Promise<Row[]> {
    return this.page.evaluate(([name, params]) => globalThis.rapport.run(name, params), [name, params] as const);
  }

  async receipt(): Promise<Receipt | null> {
    return this.page.evaluate(() => globalThis.rapport.receipt());
  }

  /** A file input of the test's own, outside what is shown, holding the files; the disk is read only when they are. */
  async #picker(paths: string[]) {
    await this.page.evaluate((id) => {
      document.getElementById(id)?.remove();
      const input = Object.assign(document.createElement('input'), {id, type: 'file', multiple: true, hidden: true});
      document.documentElement.append(input);
    }, pickerId);
    const picker = this.page.locator(`#${pickerId}`);
    await picker.setInputFiles(paths);
    return picker;
  }
}
