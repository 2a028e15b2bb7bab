import { deleteDB } from 'idb';
import { ok, type Result } from '../metrics/fault.ts';
import type { Snapshot, SnapshotId } from '../metrics/snapshot.ts';
import { withLock } from '../platform/lock.ts';
import { type ArchiveOptions, openArchive } from './archive.ts';
import { databaseName, openingLock, type Which } from './names.ts';
import { tell } from './news.ts';
import { deleteSnapshots, shown } from './snapshots/database.ts';
import {
  dropRestore,
  type MergeDone,
  mergeSnapshot,
  restoreSnapshot,
} from './snapshots/restore.ts';
import { takeSnapshot } from './snapshots/take.ts';
import { failure } from './storage-error.ts';
import type { Archive } from './types.ts';
import { versions } from './versions.ts';

/** Both archives, each opened once however many ask. */
export interface Archives {
  /**
   * A failed opening is tried anew next time, but for `migration-failed`: it would fail the same way,
   * and each try reads the whole archive.
   */
  readonly open: (which: Which) => Promise<Result<Archive>>;
  /**
   * Puts an archive back as a snapshot has it; who uses the archive meanwhile waits. Answers the
   * snapshot of what was there before, undefined where there was nothing. Faults as of
   * {@link restoreSnapshot}, the archive as before.
   */
  readonly restore: (which: Which, snapshot: SnapshotId) => Promise<Result<Snapshot | undefined>>;
  /** Adds to an archive what a snapshot has and it lacks; else as `restore`. */
  readonly merge: (which: Which, snapshot: SnapshotId) => Promise<Result<MergeDone>>;
  /**
   * Copies an archive as it stands; who uses it meanwhile waits. Undefined where there is nothing to copy.
   * Faults `snapshot-full`, `snapshot-failed`.
   */
  readonly copy: (which: Which, reason: 'week' | 'backup') => Promise<Result<Snapshot | undefined>>;
  /** Deletes both archives, also one that can't be opened, and every snapshot. */
  readonly deleteAll: () => Promise<void>;
}

export function createArchives(options: ArchiveOptions = {}): Archives {
  const opened = new Map<Which, Promise<Result<Archive>>>();

  const open = async (which: Which): Promise<Result<Archive>> => {
    const known = opened.get(which);
    if (known !== undefined) return known;
    const opening = openArchive(which, options);
    opened.set(which, opening);
    const result = await opening;
    const stays = result.ok || result.fault.code === 'migration-failed';
    if (!stays && opened.get(which) === opening) opened.delete(which);
    return result;
  };

  /** Works on an archive's database while nobody has it open. */
  const alone = async <T>(which: Which, work: () => Promise<T>): Promise<T> => {
    const archive = await open(which);
    if (archive.ok) return archive.value.suspended(work);
    try {
      return await work();
    } finally {
      opened.delete(which);
    }
  };

  return {
    open,
    async restore(which, snapshot) {
      try {
        const before = await alone(which, () => restoreSnapshot(which, snapshot));
        tell({ kind: 'restored' });
        return ok(before);
      } catch (error) {
        return failure(error);
      }
    },
    async merge(which, snapshot) {
      const finish = options.finish ?? ((session) => session);
      try {
        const done = await alone(which, () => mergeSnapshot(which, snapshot, finish));
        tell({ kind: 'restored' });
        return ok(done);
      } catch (error) {
        return failure(error);
      }
    },
    async copy(which, reason) {
      try {
        const taken = await alone(which, () =>
          withLock(openingLock(which), async () =>
            (await versions()).has(databaseName(which))
              ? takeSnapshot({ which, reason })
              : undefined,
          ),
        );
        return ok(taken && shown(taken));
      } catch (error) {
        return failure(error);
      }
    },
    async deleteAll() {
      for (const which of ['sample', 'shop'] as const) {
        const archive = await open(which);
        if (archive.ok) await archive.value.forget();
        else await alone(which, () => remove(which));
      }
      await deleteSnapshots();
      tell({ kind: 'forgotten' });
    },
  };
}

/** Removes the database of an archive that can't be opened. */
function remove(which: Which): Promise<void> {
  return withLock(openingLock(which), async () => {
    await dropRestore(which);
    await deleteDB(databaseName(which));
  });
}
