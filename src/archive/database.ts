import type { IDBPDatabase } from 'idb';
import { failed, fault, ok, type Result } from '../metrics/fault.ts';
import type { Connection } from './connection.ts';
import type { Which } from './names.ts';
import { faultOfStorage, StorageError } from './storage-error.ts';
import type { Stores } from './stores.ts';
import { openUpgraded } from './upgrade.ts';

/**
 * Opens an archive's database and brings it to this build's version, after a snapshot of what an older
 * build left. Faults, with nothing changed: `storage-newer` when a newer build wrote it,
 * `snapshot-full`, `snapshot-failed`, `migration-failed`, `storage-full`, `storage-broken`.
 */
export async function connect(which: Which): Promise<Result<Connection>> {
  let state: 'open' | 'closed' | 'outdated' = 'open';
  let current: Promise<IDBPDatabase<Stores>> | undefined;
  let suspension: Promise<unknown> = Promise.resolve();

  const open = (): Promise<IDBPDatabase<Stores>> =>
    openUpgraded(which, {
      blocking(_version, next) {
        // A newer build wants to upgrade: stepping aside lets it, and this page asks for a reload. A
        // deletion leaves nothing newer behind.
        if (next !== null) state = 'outdated';
        void drop();
      },
      terminated() {
        current = undefined;
      },
    });

  const drop = async (): Promise<void> => {
    const dropped = current;
    current = undefined;
    await dropped?.then(
      (database) => database.close(),
      () => undefined,
    );
  };

  /** Waits for what suspends the connection, and for what has begun to meanwhile. */
  const untilFree = async (): Promise<void> => {
    const passed = suspension;
    await passed;
    if (passed !== suspension) await untilFree();
  };

  /** Who was given the database just now begins with it first: then closing waits for what was begun. */
  const settle = async (): Promise<void> => {
    await current?.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve));
  };

  const connection: Connection = {
    async database() {
      await untilFree();
      if (state === 'outdated') throw new StorageError(fault('extension-updated'));
      if (state === 'closed') throw new StorageError(fault('internal', 'the archive was closed'));
      const opening = current ?? open();
      current = opening;
      try {
        return await opening;
      } catch (error) {
        if (current === opening) current = undefined;
        throw new StorageError(faultOfStorage(error));
      }
    },
    async suspended(work) {
      const working = suspension.then(settle).then(drop).then(work);
      suspension = working.catch(() => undefined);
      return working;
    },
    close() {
      state = 'closed';
      void drop();
    },
  };

  try {
    await connection.database();
    return ok(connection);
  } catch (error) {
    return failed(faultOfStorage(error));
  }
}
