import {FormatError} from './converter';

/** A message of the Arrow IPC format with its body, in memory of its own. */
export interface ArrowMessage {
  kind: 'schema' | 'dictionary' | 'batch';
  bytes: Uint8Array<ArrayBuffer>;
}

const kinds: Record<number, ArrowMessage['kind']> = {1: 'schema', 2: 'dictionary', 3: 'batch'};

/** Metadata of a message is some kilobytes; a schema of thousands of columns has more. */
const mostMetadata = 256 * 2 ** 20;

/**
 * The messages of an Arrow file or stream (the IPC format; a file is a stream with an index behind it), one after the
 * other, so that no more than one is in memory. @throws {FormatError} `feather-1`
 */
export async function* arrowMessages(blob: Blob): AsyncGenerator<ArrowMessage> {
  const magic = await blob.slice(0, 6).text();
  if (magic.startsWith('FEA1')) throw new FormatError('feather-1');
  const isFile = magic === 'ARROW1';
  const end = isFile ? await footerStart(blob) : blob.size;
  let at = isFile ? 8 : 0;
  while (at + 4 <= end) {
    const head = new DataView(await blob.slice(at, at + 8).arrayBuffer());
    const marked = head.getInt32(0, true) === -1;
    const length = head.byteLength < 8 && marked ? 0 : head.getInt32(marked ? 4 : 0, true);
    if (length === 0) return;
    const start = at + (marked ? 8 : 4);
    if (!(length > 0 && length <= mostMetadata && start + length <= end)) throw new Error('a message breaks off');
    const {kind, body} = await headOf(blob.slice(start, start + length));
    const next = start + length + body;
    if (!(body >= 0 && next <= end)) throw new Error('a message breaks off');
    if (kind) yield {kind, bytes: new Uint8Array(await blob.slice(at, next).arrayBuffer())};
    at = next;
  }
}

async function footerStart(blob: Blob): Promise<number> {
  const end = new DataView(await blob.slice(-10).arrayBuffer());
  const length = end.byteLength === 10 ? end.getInt32(0, true) : -1;
  const isWhole = (await blob.slice(-6).text()) === 'ARROW1' && length > 0 && length < blob.size;
  if (!isWhole) throw new Error('the file breaks off');
  return blob.size - 10 - length;
}

/** The kind of a message and the bytes of its body, from its metadata: a table of FlatBuffers. */
async function headOf(metadata: Blob): Promise<{kind: ArrowMessage['kind'] | undefined; body: number}> {
  const view = new DataView(await metadata.arrayBuffer());
  const table = view.getInt32(0, true);
  const slots = table - view.getInt32(table, true);
  const place = (slot: number): number => (slot < view.getInt16(slots, true) ? view.getInt16(slots + slot, true) : 0);
  const [kind, body] = [place(6), place(10)];
  return {
    kind: kinds[kind === 0 ? 0 : view.getUint8(table + kind)],
    body: body === 0 ? 0 : Number(view.getBigInt64(table + body, true))
  };
}
