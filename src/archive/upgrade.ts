import type { IDBPDatabase, OpenDBCallbacks } from 'idb';
import { withLock } from '../platform/lock.ts';
import { migrations } from './migrations/list.ts';
import { databaseName, openingLock, scratchName, type Which } from './names.ts';
import { openAt } from './open-at.ts';
import { completeRestore } from './snapshots/restore.ts';
import { takeSnapshot } from './snapshots/take.ts';
import type { Stores } from './stores.ts';
import { versions } from './versions.ts';

/**
 * Opens an archive's database at this build's version. One that an older build left is upgraded, and
 * never before a snapshot of it is whole. Contexts that open it at once take turns, so that one of
 * them upgrades and the others find it done. Rejects with a StorageError, nothing changed.
 */
export function openUpgraded(
  which: Which,
  listeners: Pick<OpenDBCallbacks<Stores>, 'blocking' | 'terminated'>,
): Promise<IDBPDatabase<Stores>> {
  return withLock(openingLock(which), async () => {
    let known = await versions();
    if (known.has(scratchName(which))) {
      await completeRestore(which);
      known = await versions();
    }
    const from = known.get(databaseName(which)) ?? 0;
    const isOld = from > 0 && from < migrations.length;
    if (isOld) await takeSnapshot({ which, reason: 'update' });
    return openAt(databaseName(which), migrations.length, { ...listeners, from });
  });
}
