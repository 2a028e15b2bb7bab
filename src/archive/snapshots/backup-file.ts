import * as v from 'valibot';
import { fault } from '../../metrics/fault.ts';
import { type Snapshot, type SnapshotId, SnapshotIdSchema } from '../../metrics/snapshot.ts';
import { migrations } from '../migrations/list.ts';
import { faultOfStorage, StorageError } from '../storage-error.ts';
import {
  alone,
  ChunkSchema,
  chunksIn,
  remove,
  type SnapshotDatabase,
  type StoredSnapshot,
  StoredSnapshotSchema,
  shown,
  storedSnapshots,
  withSnapshots,
} from './database.ts';
import { Summing } from './digest.ts';
import { linesOf } from './lines.ts';
import { surplusOf } from './take.ts';

/**
 * A backup file is a snapshot as lines of JSON, compressed by gzip: the first line says what it is and
 * what it has to hold to be whole, each further one is a chunk of records as they are stored.
 */
const FORMAT = 'live-diagnosis-backup';
const FORMAT_VERSION = 1;

const TitleSchema = v.object({ format: v.literal(FORMAT), formatVersion: v.number() });
const HeadSchema = v.object({
  ...TitleSchema.entries,
  snapshot: v.omit(StoredSnapshotSchema, ['complete']),
});

/**
 * A snapshot as a backup file. Rejects with a {@link StorageError}: `snapshot-gone` where there is none of
 * that id or it is damaged.
 */
export function backupFile(id: SnapshotId): Promise<Blob> {
  return withSnapshots(async (database) => {
    const found = (await storedSnapshots(database)).find((one) => one.id === id && one.complete);
    if (found === undefined) throw new StorageError(fault('snapshot-gone'));
    const bytes = streamOf(backupLines(database, found))
      .pipeThrough(new TextEncoderStream())
      .pipeThrough(new CompressionStream('gzip'));
    return new Response(bytes).blob();
  });
}

async function* backupLines(
  database: SnapshotDatabase,
  stored: StoredSnapshot,
): AsyncGenerator<string> {
  const { complete: _, ...snapshot } = stored;
  yield `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, snapshot })}\n`;
  const summing = new Summing();
  for await (const chunk of chunksIn(database, stored)) {
    await summing.add(chunk);
    yield `${JSON.stringify(chunk)}\n`;
  }
  if (summing.contents.digest !== stored.digest) {
    throw new StorageError(fault('snapshot-gone', 'the snapshot is damaged'));
  }
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<string> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await texts.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(error);
      }
    },
  });
}

/**
 * Keeps what a backup file holds as a snapshot, from which an archive is restored like from any other;
 * nothing of the archive itself is changed. `tell` hears which part of the file has been read, from 0
 * to 1. A file whose snapshot is here already adds none.
 *
 * Rejects with a {@link StorageError}, and nothing is kept: `backup-other-file` where it is no backup,
 * `backup-damaged` where it is cut off or altered, `storage-newer` where a newer build wrote it,
 * `snapshot-full`, `snapshot-failed`.
 */
export async function keepBackup(
  file: Blob,
  tell: (read: number) => void = () => undefined,
): Promise<Snapshot> {
  try {
    return await alone(() => withSnapshots((database) => keep(database, file, tell)));
  } catch (error) {
    const reason = faultOfStorage(error);
    if (reason.code === 'storage-full') throw new StorageError(fault('snapshot-full'));
    if (reason.code !== 'internal') throw new StorageError(reason);
    // Whatever a stream or a parser stumbles over in a file is a damaged file.
    throw new StorageError(fault('backup-damaged', reason.detail));
  }
}

async function keep(
  database: SnapshotDatabase,
  file: Blob,
  tell: (read: number) => void,
): Promise<Snapshot> {
  const lines = linesOf(file, tell);
  const first = await lines.next();
  const told = headOf(first.done === true ? '' : first.value);
  const known = await storedSnapshots(database);
  const same = known.find(
    ({ complete, digest, which }) => complete && digest === told.digest && which === told.which,
  );
  if (same !== undefined) return shown(same);
  const id = v.parse(SnapshotIdSchema, crypto.randomUUID());
  // When it was last the same was seen on the machine that made the file.
  const { sameAt: _, ...taken } = told;
  const snapshot: StoredSnapshot = { ...taken, id, reason: 'file', complete: false };
  try {
    await database.put('snapshots', snapshot);
    await copyLines(database, snapshot, lines);
    const complete = { ...snapshot, complete: true };
    await database.put('snapshots', complete);
    for (const { id: old } of surplusOf([complete, ...known], complete)) {
      await remove(database, old);
    }
    return shown(complete);
  } catch (error) {
    await remove(database, id).catch(() => undefined);
    throw error;
  }
}

/** Writes the chunks of a file's lines into a snapshot; rejects where they aren't what its head says. */
async function copyLines(
  database: SnapshotDatabase,
  snapshot: StoredSnapshot,
  lines: AsyncGenerator<string>,
): Promise<void> {
  const summing = new Summing();
  for await (const line of lines) {
    const chunk = v.safeParse(ChunkSchema, jsonOf(line));
    if (!chunk.success) throw damaged(`chunk ${summing.contents.chunks}`);
    await database.put('chunks', chunk.output, [snapshot.id, summing.contents.chunks]);
    await summing.add(chunk.output);
  }
  const { chunks, digest } = summing.contents;
  if (chunks !== snapshot.chunks || digest !== snapshot.digest) throw damaged('another digest');
}

function headOf(line: string): v.InferOutput<typeof HeadSchema>['snapshot'] {
  const json = jsonOf(line);
  const title = v.safeParse(TitleSchema, json);
  if (!title.success) throw new StorageError(fault('backup-other-file'));
  const head = v.safeParse(HeadSchema, json);
  const isNewer = title.output.formatVersion > FORMAT_VERSION;
  if (isNewer || (head.success && head.output.snapshot.version > migrations.length)) {
    throw new StorageError(fault('storage-newer', 'a backup of a newer version'));
  }
  if (!head.success || head.output.snapshot.version === 0) throw damaged('the first line');
  return head.output.snapshot;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const damaged = (detail: string): StorageError => new StorageError(fault('backup-damaged', detail));
