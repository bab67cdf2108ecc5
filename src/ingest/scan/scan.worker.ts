import type {FromWorker, Scanned, ToWorker} from './scan';
import {ScanError} from './scan-bytes';
import {cutsOf} from './scan-run';

let wanted = 0;
let wake: () => void = () => undefined;

self.onmessage = ({data}: MessageEvent<ToWorker>) => {
  if ('blob' in data) void run(data);
  else {
    wanted += data.more;
    wake();
  }
};

async function run({blob, options}: Extract<ToWorker, {blob: Blob}>): Promise<void> {
  try {
    for await (const cut of cutsOf(blob, options)) {
      while (wanted === 0) await new Promise<void>((resolve) => (wake = resolve));
      wanted--;
      send(cut);
    }
  } catch (error) {
    const failed = error instanceof ScanError ? error.kind : null;
    reply({failed, message: String(error instanceof ScanError ? (error.cause ?? error) : error)}, []);
  }
}

const send = (cut: Scanned): void => reply({cut}, [cut.bytes.buffer]);

function reply(message: FromWorker, transfer: Transferable[]): void {
  self.postMessage(message, {transfer});
}
