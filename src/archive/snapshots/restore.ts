import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { fault } from '../../metrics/fault.ts';
import type { Session } from '../../metrics/session.ts';
import type { Merged, Snapshot, SnapshotId } from '../../metrics/snapshot.ts';
import { withLock } from '../../platform/lock.ts';
import type { Connection } from '../connection.ts';
import { mergeArchives } from '../merging/merge-archives.ts';
import { migrations } from '../migrations/list.ts';
import { databaseName, openingLock, scratchName, type Which } from '../names.ts';
import { openAt } from '../open-at.ts';
import { StorageError } from '../storage-error.ts';
import { isCopied, type Stores } from '../stores.ts';
import { versions } from '../versions.ts';
import {
  chunksIn,
  type StoredSnapshot,
  shown,
  storedSnapshots,
  withSnapshots,
} from './database.ts';
import { Summing } from './digest.ts';
import { type AnyDatabase, type Chunk, chunksOf, countsOf, putChunk } from './raw-records.ts';
import { takeSnapshot } from './take.ts';

/**
 * Puts an archive back as a snapshot has it, brought to this build's version. What is there is kept in
 * a snapshot first, and that one is answered: undefined where there was nothing. The restored archive
 * is put together apart and takes the other's place once it is whole; where that is interrupted, the
 * next opening completes it. No connection to the archive's database may be open meanwhile.
 *
 * Rejects with a {@link StorageError}, the archive as before: `snapshot-gone` where there is no such
 * snapshot or it is damaged, `storage-newer` where a newer build wrote it or the archive,
 * `snapshot-full` and `snapshot-failed` as {@link takeSnapshot}, the rest as {@link openAt}.
 */
export async function restoreSnapshot(which: Which, id: SnapshotId): Promise<Snapshot | undefined> {
  const { before } = await substitute(which, id);
  return before;
}

/** The snapshot of what was there before a merge, and what the merge came to. */
export interface MergeDone {
  readonly before?: Snapshot | undefined;
  readonly merged: Merged;
}

/**
 * Lays an archive over what a snapshot has ({@link mergeArchives}), and has the two together take its
 * place; else as {@link restoreSnapshot}, with the same guarantees and faults.
 */
export async function mergeSnapshot(
  which: Which,
  id: SnapshotId,
  finish: (session: Session) => Session,
): Promise<MergeDone> {
  let merged: Merged | undefined;
  const { before, rooms } = await substitute(which, id, async (base, here) => {
    merged = await mergeArchives({ base, here }, finish);
  });
  return { before, merged: merged ?? { added: rooms, completed: 0, kept: 0 } };
}

/** Changes what was put together out of a snapshot, before it takes the place of what is there. */
type Alter = (base: Connection, here: Connection) => Promise<void>;

function substitute(
  which: Which,
  id: SnapshotId,
  alter?: Alter,
): Promise<{ readonly before?: Snapshot | undefined; readonly rooms: number }> {
  return withLock(openingLock(which), async () => {
    if ((await versions()).has(scratchName(which))) await completeRestore(which);
    const all = await withSnapshots(storedSnapshots);
    const snapshot = all.find((one) => one.id === id && one.which === which && one.complete);
    if (snapshot === undefined) throw new StorageError(fault('snapshot-gone'));
    const version = (await versions()).get(databaseName(which)) ?? 0;
    if (Math.max(version, snapshot.version) > migrations.length) {
      throw new StorageError(fault('storage-newer', `version ${version}`));
    }
    const before =
      version === 0 ? undefined : await takeSnapshot({ which, reason: 'restore', keep: id });
    try {
      await build(which, snapshot);
      // Where nothing was there, or something older that no snapshot could be taken of, nothing is laid over.
      if (alter !== undefined && version > 0) await altered(which, alter);
    } catch (error) {
      await deleteDB(scratchName(which));
      throw error;
    }
    await withSnapshots((database) => database.put('restores', { snapshot: id }, which));
    await replace(which);
    return { before: before && shown(before), rooms: snapshot.rooms };
  });
}

async function altered(which: Which, alter: Alter): Promise<void> {
  await inDatabase<void, Stores>(scratchName(which), (base) =>
    inDatabase<void, Stores>(databaseName(which), (here) =>
      alter(connectionTo(base), connectionTo(here)),
    ),
  );
}

/**
 * Completes a restore whose scratch database was left behind: by what it holds where that is whole, else
 * by clearing it away. To be called under the opening lock.
 */
export async function completeRestore(which: Which): Promise<void> {
  const ready = await withSnapshots((database) => database.get('restores', which));
  if (ready === undefined) await dropRestore(which);
  else await replace(which);
}

/** Forgets a restore that was interrupted, with what it had put together. */
export async function dropRestore(which: Which): Promise<void> {
  await withSnapshots((database) => database.delete('restores', which));
  await deleteDB(scratchName(which));
}

/** Puts the restored archive together: at the snapshot's own version first, then by the migrations. */
async function build(which: Which, snapshot: StoredSnapshot): Promise<void> {
  const name = scratchName(which);
  await dropRestore(which);
  (await openAt(name, snapshot.version)).close();
  const summing = new Summing();
  await inDatabase(name, (target) =>
    withSnapshots(async (database) => {
      for await (const chunk of chunksIn(database, snapshot)) {
        await summing.add(chunk);
        await putInto(target, chunk);
      }
    }),
  );
  if (summing.contents.digest !== snapshot.digest) {
    throw new StorageError(fault('snapshot-gone', 'the snapshot is damaged'));
  }
  (await openAt(name, migrations.length, { from: snapshot.version })).close();
}

/** Puts what was put together in the archive's place. Done over from the start it comes to the same. */
async function replace(which: Which): Promise<void> {
  const name = databaseName(which);
  await deleteDB(name);
  (await openAt(name, migrations.length)).close();
  await inDatabase(scratchName(which), (source) =>
    inDatabase(name, async (target) => {
      for await (const chunk of chunksOf(source)) await putInto(target, chunk);
      const [from, to] = await Promise.all([countsOf(source), countsOf(target)]);
      if (Object.entries(from).some(([store, count]) => to[store] !== count)) {
        throw new StorageError(fault('storage-broken', 'the restored archive lacks records'));
      }
    }),
  );
  await dropRestore(which);
}

/**
 * A store that the schema doesn't have is no one's: something foreign had made it. What is written anew by itself
 * lies in copies of earlier builds only.
 */
async function putInto(target: AnyDatabase, chunk: Chunk): Promise<void> {
  const isKnown = target.objectStoreNames.contains(chunk.store);
  if (isKnown && isCopied(chunk.store)) await putChunk(target, chunk);
}

/** A database that is open for as long as the work takes. */
const connectionTo = (database: IDBPDatabase<Stores>): Connection => ({
  database: async () => database,
  suspended: (work) => work(),
  close: () => undefined,
});

async function inDatabase<T, S extends DBSchema | unknown = unknown>(
  name: string,
  work: (database: IDBPDatabase<S>) => Promise<T>,
): Promise<T> {
  const database = await openDB<S>(name);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
