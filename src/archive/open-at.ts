import { type IDBPDatabase, type OpenDBCallbacks, openDB, unwrap } from 'idb';
import { fault } from '../metrics/fault.ts';
import { migrations } from './migrations/list.ts';
import { noteUpgrade } from './migrations/note-upgrade.ts';
import { faultOfStorage, StorageError } from './storage-error.ts';
import type { Stores } from './stores.ts';

interface Opening extends Pick<OpenDBCallbacks<Stores>, 'blocking' | 'terminated'> {
  /** The version a snapshot was taken of; a database of another one is not upgraded. */
  readonly from?: number;
}

/**
 * Opens a database at a version, which the first so many migrations make. Rejects with a
 * {@link StorageError}: `migration-failed`, or `storage-full` where a migration ran out of room (the
 * database is as before in both cases), `storage-newer`, `storage-broken`.
 */
export async function openAt(
  name: string,
  version: number,
  { from = 0, ...listeners }: Opening = {},
): Promise<IDBPDatabase<Stores>> {
  let cause: unknown;
  try {
    return await openDB<Stores>(name, version, {
      ...listeners,
      upgrade(_typed, found, _to, typed) {
        // Migrations see the stores of their own time, not those of today's schema.
        const transaction = unwrap(typed);
        typed.done.catch((error: unknown) => {
          cause ??= error;
        });
        const work = found === from ? migrate(transaction, found, version) : noSnapshotOf(found);
        // The browser commits what a rejected promise left half done, unless it is told to abort.
        work.catch((error: unknown) => {
          cause = error;
          abort(transaction);
        });
      },
    });
  } catch (error) {
    throw new StorageError(cause === undefined ? faultOfStorage(error) : migrationFault(cause));
  }
}

async function migrate(transaction: IDBTransaction, from: number, to: number): Promise<void> {
  for (const step of migrations.slice(from, to)) await step.migrate(transaction.db, transaction);
  if (from > 0) await noteUpgrade(transaction, from, to);
}

async function noSnapshotOf(version: number): Promise<never> {
  throw new Error(`there is no snapshot of version ${version}`);
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, so there is nothing left to take back.
  }
}

function migrationFault(cause: unknown) {
  const { code, detail } = faultOfStorage(cause);
  return fault(code === 'storage-full' ? code : 'migration-failed', detail);
}
