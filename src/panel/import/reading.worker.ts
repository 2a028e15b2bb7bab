import { MOST_BYTES } from '../../sources/exports/read-export.ts';
import { readGivenFile } from '../../sources/saved-live.ts';
import type { FileAnswer, ReadingOrder } from './reading.ts';

/** The thread that reads export files and saved LIVEs; see `worker-reader.ts`. Answers every order once, in their order. */
let last: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<ReadingOrder>) => {
  last = last.then(async () => postMessage(await answer(data)));
});

async function answer({ file, about }: ReadingOrder): Promise<FileAnswer> {
  if (file.size > MOST_BYTES) return { ok: false, problem: { key: 'export_too_large' } };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, problem: { key: 'import_unreadable' } };
  }
  try {
    return await readGivenFile(bytes, about);
  } catch {
    return { ok: false, problem: { key: 'import_broken' } };
  }
}
