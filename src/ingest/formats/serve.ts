import {FormatError} from './converter';
import type {Writing, Written} from './written';

/** What comes back from a worker that writes; `file` failed as a whole, or a part of it. */
export type FromWriter =
  | {rows: number}
  | {written: Written}
  | {refused: {part: readonly string[] | 'file'; kind: string; values: FormatError['values']; cause: string}}
  | {ended: true}
  | {broken: string};

/** Milliseconds between two reports of rows. */
const often = 100;

/** Writes the file that the page sends, and tells it what came of it. */
export function serve(writing: Writing): void {
  self.onmessage = ({data}: MessageEvent<Blob>) => void run(writing, data);
}

async function run(writing: Writing, blob: Blob): Promise<void> {
  try {
    for await (const table of writing(blob, progress())) {
      if ('refused' in table) refuse(table.part, table.refused);
      else reply({written: table});
    }
    reply({ended: true});
  } catch (error) {
    if (error instanceof FormatError) refuse('file', error);
    else reply({broken: String(error)});
  }
}

function refuse(part: readonly string[] | 'file', {kind, values, cause}: FormatError): void {
  reply({refused: {part, kind, values, cause: String(cause ?? kind)}});
}

function progress(): (rows: number) => void {
  let told = 0;
  return (rows) => {
    const now = performance.now();
    if (now - told < often) return;
    told = now;
    reply({rows});
  };
}

const reply = (message: FromWriter): void => self.postMessage(message);
