import type { IDBPDatabase } from 'idb';
import { isCopied } from '../stores.ts';

/** Records of one store as they are stored, with their keys. */
export interface Chunk {
  readonly store: string;
  readonly keys: readonly IDBValidKey[];
  readonly values: readonly unknown[];
}

/** A database of any schema. */
export type AnyDatabase = IDBPDatabase<unknown>;

/** Few enough that a chunk of the largest records takes some megabytes of memory. */
const CHUNK_RECORDS = 50;

/** The stores of a database that its copies hold. */
const copiedOf = (database: AnyDatabase): string[] =>
  [...database.objectStoreNames].filter(isCopied);

/** How many records each store holds that is copied. */
export async function countsOf(database: AnyDatabase): Promise<Record<string, number>> {
  const names = copiedOf(database);
  const counts = await Promise.all(names.map((name) => database.count(name)));
  return Object.fromEntries(names.map((name, place) => [name, counts[place] ?? 0]));
}

/** Every record of every store that is copied, in chunks, in the order of stores and keys. */
export async function* chunksOf(database: AnyDatabase): AsyncGenerator<Chunk> {
  for (const store of copiedOf(database)) {
    let range: IDBKeyRange | undefined;
    for (;;) {
      const shelf = database.transaction(store).store;
      const [keys, values] = await Promise.all([
        shelf.getAllKeys(range, CHUNK_RECORDS),
        shelf.getAll(range, CHUNK_RECORDS),
      ]);
      const last = keys.at(-1);
      if (last === undefined) break;
      yield { store, keys, values };
      range = IDBKeyRange.lowerBound(last, true);
    }
  }
}

/** Writes records as they are into a store that may have them already; one transaction, all or none. */
export async function putChunk(
  database: AnyDatabase,
  { store, keys, values }: Chunk,
): Promise<void> {
  const transaction = database.transaction(store, 'readwrite');
  const shelf = transaction.store;
  // A store with a key path takes the key out of the record, and refuses one beside it.
  const inline = shelf.keyPath !== null;
  await Promise.all([
    ...values.map((value, place) => shelf.put(value, inline ? undefined : keys[place])),
    transaction.done,
  ]);
}
