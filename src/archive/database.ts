import { type DBSchema, type IDBPDatabase, openDB, unwrap } from 'idb';
import { failed, fault, ok, type Result } from '../metrics/fault.ts';
import { migrations } from './migrations/list.ts';
import { faultOf, StorageError } from './storage-error.ts';

interface Shelf {
  key: IDBValidKey;
  /** Unknown on purpose: whatever comes out of the database is parsed before it is used. */
  value: unknown;
}

export interface Stores extends DBSchema {
  /** Light records for lists; index by start. */
  rooms: Shelf & { indexes: { startedAt: IDBValidKey } };
  /** The whole room as it is shown. */
  details: Shelf;
  /** The room as it was answered, with the time of each field, before anything is derived. */
  answers: Shelf;
  /** Figures as they stood, by room and number. */
  revisions: Shelf;
  settings: Shelf;
  ledger: Shelf;
  /** Benchmark feeds that the seller added, by address. */
  feeds: Shelf;
  /** The last good word of a feed on a region and category. */
  slices: Shelf;
  /** The seller's board. */
  pinned: Shelf;
  plans: Shelf;
  /** Small pictures of LIVEs with something on the board, by room. */
  pictures: Shelf;
  /** Records that could not be read, with the reason. */
  broken: Shelf;
}

/** Every store of the seller's and of the network's; what couldn't be read lies beside them. */
export const storeNames = [
  'rooms',
  'details',
  'answers',
  'revisions',
  'settings',
  'ledger',
  'feeds',
  'slices',
  'pinned',
  'plans',
  'pictures',
] as const;
export type StoreName = (typeof storeNames)[number];

/** A connection that opens itself again when the browser dropped it. */
export interface Connection {
  /** Throws a {@link StorageError} when the database can't be opened. */
  database(): Promise<IDBPDatabase<Stores>>;
  close(): void;
}

/**
 * Opens a database and brings it to this build's version. Faults: `storage-newer` when a newer build
 * wrote it (nothing is touched), `storage-full`, `storage-broken`.
 */
export async function connect(name: string): Promise<Result<Connection>> {
  let state: 'open' | 'closed' | 'outdated' = 'open';
  let current: Promise<IDBPDatabase<Stores>> | undefined;

  const open = async (): Promise<IDBPDatabase<Stores>> =>
    openDB<Stores>(name, migrations.length, {
      async upgrade(_typed, from, _to, transaction) {
        // Steps see the stores of their own time, not those of today's schema.
        const plain = unwrap(transaction);
        for (const migrate of migrations.slice(from)) await migrate(plain.db, plain);
      },
      blocking() {
        // A newer build wants to upgrade: stepping aside lets it, and this page asks for a reload.
        state = 'outdated';
        drop();
      },
      terminated() {
        current = undefined;
      },
    });

  const drop = (): void => {
    void current?.then(
      (database) => database.close(),
      () => undefined,
    );
    current = undefined;
  };

  const connection: Connection = {
    async database() {
      if (state === 'outdated') throw new StorageError(fault('extension-updated'));
      if (state === 'closed') throw new StorageError(fault('internal', 'the archive was closed'));
      current ??= open();
      try {
        return await current;
      } catch (error) {
        current = undefined;
        throw new StorageError(faultOf(error));
      }
    },
    close() {
      state = 'closed';
      drop();
    },
  };

  try {
    await connection.database();
    return ok(connection);
  } catch (error) {
    return failed(faultOf(error));
  }
}
