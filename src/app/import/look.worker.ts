import {FileError} from '../../engine/errors';
import {inspect} from '../../ingest/look/inspect';
import type {Answer, Question} from './looking';

self.onmessage = ({data}: MessageEvent<Question>) => void answer(data);

async function answer({id, source, asked}: Question): Promise<void> {
  try {
    reply({id, found: await inspect(source, asked)});
  } catch (error) {
    if (!(error instanceof FileError)) return reply({id, broken: String(error)});
    const {message, place, remedy} = error;
    reply({id, refused: {message, place, remedy}});
  }
}

const reply = (answer: Answer): void => self.postMessage(answer);
