import { MOST_BYTES } from '../../sources/exports/read-export.ts';
import { readGivenFile } from '../../sources/saved-live.ts';
import { partsToSend } from './parts-to-send.ts';
import type { FileAnswer, ReadingOrder, ReadingReply, ReadRow } from './reading.ts';

/** Rows of one message to the panel. */
const ROWS_AT_ONCE = 500;

/** The thread that reads export files and saved LIVEs; see `worker-reader.ts`. Answers every order once, in their order. */
let last: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<ReadingOrder>) => {
  last = last.then(async () => give(await answer(data)));
});

const say = (reply: ReadingReply): void => postMessage(reply);

async function answer({ file, about }: ReadingOrder): Promise<FileAnswer> {
  if (file.size > MOST_BYTES) return { ok: false, problem: { key: 'export_too_large' } };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, problem: { key: 'import_unreadable' } };
  }
  try {
    return await readGivenFile(bytes, about, (share) => say({ share }));
  } catch {
    return { ok: false, problem: { key: 'import_broken' } };
  }
}

function give(read: FileAnswer): void {
  const rows = read.ok ? read.rows : [];
  const sessionOf = (row: ReadRow) => ('session' in row ? row.session : undefined);
  for (const part of partsToSend(rows, sessionOf, ROWS_AT_ONCE)) say({ rows: part });
  say({ answer: read.ok ? { ...read, rows: [] } : read });
}
