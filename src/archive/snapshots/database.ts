import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { type Snapshot, type SnapshotId, SnapshotSchema } from '../../metrics/snapshot.ts';
import { withLock } from '../../platform/lock.ts';
import { SNAPSHOTS } from '../names.ts';
import { tell } from '../news.ts';
import { faultOfStorage, StorageError } from '../storage-error.ts';
import { validOf } from '../valid-records.ts';
import type { Chunk } from './raw-records.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A snapshot as it is stored: what a seller sees of it, and what it has to hold to be whole. */
export const StoredSnapshotSchema = v.object({
  ...SnapshotSchema.entries,
  /** False while it is being written; such a one is never offered. */
  complete: v.boolean(),
  digest: v.string(),
  chunks: count,
  records: v.record(v.string(), count),
});
export type StoredSnapshot = v.InferOutput<typeof StoredSnapshotSchema>;

export const ChunkSchema = v.object({
  store: v.string(),
  keys: v.array(v.custom<IDBValidKey>((key) => key !== undefined)),
  values: v.array(v.unknown()),
});

interface SnapshotStores extends DBSchema {
  /** What each snapshot is. */
  snapshots: { key: string; value: unknown };
  /** What is in it, by snapshot and number. */
  chunks: { key: [string, number]; value: unknown };
  /** Restored archives that are whole and have yet to take the place of the other, by archive. */
  restores: { key: string; value: unknown };
}
export type SnapshotDatabase = IDBPDatabase<SnapshotStores>;

/** Works with the snapshots; whatever the database throws becomes a {@link StorageError}. */
export async function withSnapshots<T>(
  work: (database: SnapshotDatabase) => Promise<T>,
): Promise<T> {
  let database: SnapshotDatabase | undefined;
  try {
    database = await openDB<SnapshotStores>(SNAPSHOTS, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('snapshots', { keyPath: 'id' });
        fresh.createObjectStore('chunks');
        fresh.createObjectStore('restores');
      },
    });
    return await work(database);
  } catch (error) {
    throw new StorageError(faultOfStorage(error));
  } finally {
    database?.close();
  }
}

/** Runs what changes snapshots alone among all contexts. Not re-entrant. */
export const alone = <T>(work: () => Promise<T>): Promise<T> => withLock(SNAPSHOTS, work);

/** Every snapshot that can be read, half-written ones included, newest first. */
export async function storedSnapshots(database: SnapshotDatabase): Promise<StoredSnapshot[]> {
  const records = await database.getAll('snapshots');
  return validOf(records, StoredSnapshotSchema).sort((one, other) => other.takenAt - one.takenAt);
}

/** The records in a snapshot, in the order in which they were written; ends early where one is unreadable. */
export async function* chunksIn(
  database: SnapshotDatabase,
  { id, chunks }: Pick<StoredSnapshot, 'id' | 'chunks'>,
): AsyncGenerator<Chunk> {
  for (let number = 0; number < chunks; number += 1) {
    const read = v.safeParse(ChunkSchema, await database.get('chunks', [id, number]));
    if (!read.success) return;
    yield read.output;
  }
}

/** Removes a snapshot with all that is in it. */
export async function remove(database: SnapshotDatabase, id: string): Promise<void> {
  const transaction = database.transaction(['snapshots', 'chunks'], 'readwrite');
  await Promise.all([
    transaction.objectStore('snapshots').delete(id),
    transaction.objectStore('chunks').delete(IDBKeyRange.bound([id, 0], [id, Infinity])),
    transaction.done,
  ]);
}

/** The snapshots that can be restored, newest first. Rejects with a {@link StorageError}. */
export async function listSnapshots(): Promise<readonly Snapshot[]> {
  const all = await withSnapshots(storedSnapshots);
  return all.filter(({ complete }) => complete).map(shown);
}

/** What a seller sees of a snapshot. */
export function shown(stored: StoredSnapshot): Snapshot {
  const { complete: _, digest: _digest, chunks: _chunks, records: _records, ...snapshot } = stored;
  return snapshot;
}

/** Deletes one snapshot; nothing happens where it isn't there any more. */
export async function dropSnapshot(id: SnapshotId): Promise<void> {
  await alone(() => withSnapshots((database) => remove(database, id)));
  tell({ kind: 'snapshots' });
}

/** Deletes every snapshot. */
export function deleteSnapshots(): Promise<void> {
  return alone(() => deleteDB(SNAPSHOTS));
}
