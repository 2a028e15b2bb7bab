import { unwrap } from 'idb';
import * as v from 'valibot';
import { fault } from '../metrics/fault.ts';
import { StorageError } from './storage-error.ts';
import type { StoreName } from './stores.ts';
import type { Schema, Writing } from './transactions.ts';

/** A store as the browser has it: for thousands of requests, what idb lays around each takes longer than the request. */
const bare = (transaction: Writing, store: StoreName): IDBObjectStore =>
  unwrap(transaction.objectStore(store));

/** Writes many records, each checked before; the transaction keeps all of them or none. */
export async function putAll(
  transaction: Writing,
  store: StoreName,
  records: readonly unknown[],
  schema: Schema<unknown>,
): Promise<void> {
  const wrong = records.find((record) => !v.is(schema, record));
  if (wrong !== undefined) throw new StorageError(fault('malformed', store));
  const shelf = bare(transaction, store);
  const requests = records.map((record) => shelf.put(record));
  await answered(requests.at(-1));
}

/** Deletes the records in a range whose keys `isGone` names; neighbours go with one request. */
export async function deleteAll(
  transaction: Writing,
  store: StoreName,
  range: IDBKeyRange,
  isGone: (key: IDBValidKey) => boolean,
): Promise<void> {
  const keys = await transaction.objectStore(store).getAllKeys(range);
  const shelf = bare(transaction, store);
  let last: IDBRequest | undefined;
  for (let from = 0; from < keys.length; from += 1) {
    let to = from;
    while (to < keys.length && isGone(keys[to] ?? [])) to += 1;
    if (to > from) last = shelf.delete(IDBKeyRange.bound(keys[from], keys[to - 1]));
    from = to;
  }
  await answered(last);
}

/** Waits for the last of many requests: they are answered in their order, and one that fails ends the transaction. */
function answered(last: IDBRequest | undefined): Promise<void> {
  if (last === undefined) return Promise.resolve();
  return new Promise((done, failed) => {
    last.onsuccess = () => done();
    last.onerror = () => failed(last.error);
  });
}
