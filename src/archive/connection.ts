import type { IDBPDatabase } from 'idb';
import type { Stores } from './stores.ts';

/** A connection that opens itself again when the browser dropped it. */
export interface Connection {
  /** Throws a {@link StorageError} when the database can't be opened. */
  database(): Promise<IDBPDatabase<Stores>>;
  /** Runs `work` while nothing of the database is open; who asks for it meanwhile waits. */
  suspended<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}
