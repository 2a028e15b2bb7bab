import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { createArchives } from '../archives.ts';
import { migrations } from '../migrations/list.ts';
import { databaseName, SNAPSHOTS, scratchName } from '../names.ts';
import type { Archive } from '../types.ts';
import { listSnapshots } from './database.ts';

export const name = databaseName('shop');
export const version = migrations.length;
/** The latest version of which records are kept as a fixture. */
export const old = 5;
const opened: Archive[] = [];

/** Archives as one worker has them; each call is another worker. */
export function worker() {
  const archives = createArchives();
  return {
    archives,
    async open() {
      const archive = await archives.open('shop');
      if (!archive.ok) throw new Error(archive.fault.code);
      opened.push(archive.value);
      return archive.value;
    },
    async fault() {
      const archive = await archives.open('shop');
      if (archive.ok) opened.push(archive.value);
      return archive.ok ? undefined : archive.fault.code;
    },
  };
}

/** Everything in a database, by store. */
export async function dump(database: string): Promise<Record<string, unknown[]>> {
  const raw = await openDB(database);
  try {
    const all: Record<string, unknown[]> = {};
    for (const store of raw.objectStoreNames) all[store] = await raw.getAll(store);
    return all;
  } finally {
    raw.close();
  }
}

/** The snapshots there are, newest first. */
export const taken = async () => (await listSnapshots()).map(({ id }) => id);

/** The version of the seller's archive as it lies on the disk. */
export async function versionNow(): Promise<number | undefined> {
  return (await indexedDB.databases()).find((one) => one.name === name)?.version;
}

/** Closes every archive that was opened, without deleting anything. */
export function closeAll(): void {
  for (const archive of opened.splice(0)) archive.close();
}

/** Closes and deletes all that a test made. */
export async function clearAll(): Promise<void> {
  closeAll();
  for (const one of [name, scratchName('shop'), SNAPSHOTS]) await deleteDB(one);
}

/** Adds a store to a database of version 1 that a later migration makes: that migration fails then. */
export const plantStore = (database: IDBPDatabase<unknown>): void => {
  database.createObjectStore('feeds');
};
