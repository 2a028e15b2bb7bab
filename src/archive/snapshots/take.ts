import { openDB } from 'idb';
import * as v from 'valibot';
import { fault } from '../../metrics/fault.ts';
import { type Snapshot, type SnapshotId, SnapshotIdSchema } from '../../metrics/snapshot.ts';
import { now } from '../../platform/current-time.ts';
import { databaseName, type Which } from '../names.ts';
import { tell } from '../news.ts';
import { faultOfStorage, StorageError } from '../storage-error.ts';
import {
  alone,
  chunksIn,
  remove,
  type SnapshotDatabase,
  type StoredSnapshot,
  storedSnapshots,
  withSnapshots,
} from './database.ts';
import { type Contents, contentsOf, Summing } from './digest.ts';
import { type AnyDatabase, chunksOf, countsOf } from './raw-records.ts';

/** How many snapshots of an archive are kept of those from before a change, and of the regular ones. */
const KEPT = 5;

interface Taking {
  readonly which: Which;
  readonly reason: Snapshot['reason'];
  /** A snapshot that stays, however old: it is about to be restored. */
  readonly keep?: SnapshotId;
}

/**
 * Copies everything that an archive holds but what follows from the rest, whatever its version, reads the copy back,
 * and only then removes what is more than the last five of its kind. Where the newest snapshot says the same already,
 * that one is it, with a note of the time. Undefined where there is nothing to copy. The archive's database must not be written
 * meanwhile. Rejects with a {@link StorageError}: `snapshot-full` or `snapshot-failed`; nothing
 * was changed then.
 */
export async function takeSnapshot(taking: Taking): Promise<StoredSnapshot | undefined> {
  try {
    const source = await openDB(databaseName(taking.which));
    try {
      const taken = await alone(() => withSnapshots((database) => copy(source, database, taking)));
      tell({ kind: 'snapshots' });
      return taken;
    } finally {
      source.close();
    }
  } catch (error) {
    const { code, detail } = faultOfStorage(error);
    const full = code === 'storage-full';
    throw new StorageError(fault(full ? 'snapshot-full' : 'snapshot-failed', detail));
  }
}

async function copy(
  source: AnyDatabase,
  database: SnapshotDatabase,
  { which, reason, keep }: Taking,
): Promise<StoredSnapshot | undefined> {
  const counts = await countsOf(source);
  if (Object.values(counts).every((count) => count === 0)) return undefined;
  const known = await storedSnapshots(database);
  for (const { id, complete } of known) if (!complete) await remove(database, id);
  const newest = known.find((one) => one.complete && one.which === which);
  if (newest !== undefined && (await isSame(source, counts, newest, database))) {
    const same = { ...newest, sameAt: now() };
    await database.put('snapshots', same);
    return same;
  }

  const snapshot: StoredSnapshot = {
    id: v.parse(SnapshotIdSchema, crypto.randomUUID()),
    which,
    version: source.version,
    takenAt: now(),
    reason,
    rooms: counts.rooms ?? 0,
    ...about({ digest: '', bytes: 0, chunks: 0, records: {} }),
    complete: false,
  };
  try {
    const complete = await write(source, database, snapshot, counts);
    for (const { id } of surplusOf([complete, ...known], complete, keep)) {
      await remove(database, id);
    }
    return complete;
  } catch (error) {
    await remove(database, snapshot.id).catch(() => undefined);
    throw error;
  }
}

async function write(
  source: AnyDatabase,
  database: SnapshotDatabase,
  snapshot: StoredSnapshot,
  counts: Readonly<Record<string, number>>,
): Promise<StoredSnapshot> {
  await database.put('snapshots', snapshot);
  const summing = new Summing();
  for await (const chunk of chunksOf(source)) {
    await database.put('chunks', chunk, [snapshot.id, summing.contents.chunks]);
    await summing.add(chunk);
  }
  const written = { ...snapshot, ...about(summing.contents) };
  if (!hasAll(written, counts) || !(await isWholeSnapshot(database, written))) {
    throw new StorageError(fault('storage-broken', 'the snapshot was read back differently'));
  }
  const complete = { ...written, complete: true };
  // Strict: on the disk before the archive is changed, and with it all that was written before.
  const marking = database.transaction('snapshots', 'readwrite', { durability: 'strict' });
  await Promise.all([marking.store.put(complete), marking.done]);
  return complete;
}

/** Whether a snapshot holds what was written into it. */
async function isWholeSnapshot(
  database: SnapshotDatabase,
  snapshot: StoredSnapshot,
): Promise<boolean> {
  const contents = await contentsOf(chunksIn(database, snapshot));
  return contents.digest === snapshot.digest && contents.chunks === snapshot.chunks;
}

async function isSame(
  source: AnyDatabase,
  counts: Readonly<Record<string, number>>,
  newest: StoredSnapshot,
  database: SnapshotDatabase,
): Promise<boolean> {
  if (newest.version !== source.version || !hasAll(newest, counts)) return false;
  const { digest } = await contentsOf(chunksOf(source));
  return digest === newest.digest && (await isWholeSnapshot(database, newest));
}

const hasAll = (
  { records }: Pick<Contents, 'records'>,
  counts: Readonly<Record<string, number>>,
): boolean => Object.entries(counts).every(([store, count]) => (records[store] ?? 0) === count);

const about = ({ digest, bytes, chunks, records }: Contents) => ({
  digest,
  bytes,
  chunks,
  records,
});

/** Whether it was taken because of the time or the seller, and not because a change was about to come. */
const isRegular = ({ reason }: Snapshot): boolean => reason === 'week' || reason === 'backup';

/**
 * The snapshots of an archive beyond those that are kept, of each kind: the newest one, the one about to be
 * restored, then those from before an update, then the others, newest first.
 */
export function surplusOf(
  all: readonly StoredSnapshot[],
  newest: StoredSnapshot,
  keep?: SnapshotId,
): readonly StoredSnapshot[] {
  const first = ({ id, reason }: StoredSnapshot): number =>
    id === newest.id || id === keep ? 0 : reason === 'update' ? 1 : 2;
  const own = all
    .filter(({ which, complete }) => complete && which === newest.which)
    .toSorted((one, other) => first(one) - first(other) || other.takenAt - one.takenAt);
  return [true, false].flatMap((regular) =>
    own.filter((one) => isRegular(one) === regular).slice(KEPT),
  );
}
