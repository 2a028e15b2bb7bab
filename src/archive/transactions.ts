import type { IDBPTransaction } from 'idb';
import * as v from 'valibot';
import { fault } from '../metrics/fault.ts';
import type { Connection } from './connection.ts';
import { faultOfStorage, StorageError } from './storage-error.ts';
import type { StoreName, Stores } from './stores.ts';

export type Writing = IDBPTransaction<Stores, (StoreName | 'broken')[], 'readwrite'>;
export type Schema<T> = v.GenericSchema<unknown, T>;

/**
 * Runs `work` in one read-write transaction: everything it wrote stands, or nothing does. Rejects
 * with a {@link StorageError}. `work` may await nothing but the transaction's own requests.
 */
export async function writing<T>(
  connection: Connection,
  stores: readonly StoreName[],
  work: (transaction: Writing) => Promise<T>,
): Promise<T> {
  const transaction = await begin(connection, stores);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    const cause = transaction.error ?? error;
    abort(transaction);
    throw new StorageError(faultOfStorage(cause));
  }
}

async function begin(connection: Connection, stores: readonly StoreName[]): Promise<Writing> {
  const database = await connection.database();
  try {
    const transaction = database.transaction([...stores, 'broken' as const], 'readwrite');
    // Awaited in `writing`; without this a request that fails would be reported as unhandled too.
    transaction.done.catch(() => undefined);
    return transaction;
  } catch (error) {
    throw new StorageError(faultOfStorage(error));
  }
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It had ended already, so there is nothing left to take back.
  }
}

/** Reads a record within a transaction; one that can't be read is set aside and counts as absent. */
export async function readOrQuarantine<T>(
  transaction: Writing,
  store: StoreName,
  key: IDBValidKey,
  schema: Schema<T>,
): Promise<T | undefined> {
  const shelf = transaction.objectStore(store);
  const record = await shelf.get(key);
  if (record === undefined) return undefined;
  const read = v.safeParse(schema, record);
  if (read.success) return read.output;
  await transaction
    .objectStore('broken')
    .add({ store, key, record, reason: reasonOf(read.issues) });
  await shelf.delete(key);
  return undefined;
}

/** Writes a record and reads it back by its schema; what can't be read again is not written at all. */
export async function put(
  transaction: Writing,
  store: StoreName,
  record: unknown,
  schema: Schema<unknown>,
  key?: IDBValidKey,
): Promise<void> {
  const checked = v.safeParse(schema, record);
  if (!checked.success) {
    throw new StorageError(fault('malformed', `${store}: ${reasonOf(checked.issues)}`));
  }
  const shelf = transaction.objectStore(store);
  const written = await shelf.put(record, key);
  if (!v.is(schema, await shelf.get(written))) {
    throw new StorageError(fault('storage-broken', `${store}: read back differently`));
  }
}

/** Reads one record; one that can't be read is set aside and counts as absent. */
export async function readRecord<T>(
  connection: Connection,
  store: StoreName,
  key: IDBValidKey,
  schema: Schema<T>,
): Promise<T | undefined> {
  const record = await reading(connection, (database) => database.get(store, key));
  if (record === undefined) return undefined;
  const parsed = v.safeParse(schema, record);
  if (parsed.success) return parsed.output;
  return writing(connection, [store], (transaction) =>
    readOrQuarantine(transaction, store, key, schema),
  );
}

/** Runs a read, turning whatever the database throws into a {@link StorageError}. */
export async function reading<T>(
  connection: Connection,
  work: (database: Awaited<ReturnType<Connection['database']>>) => Promise<T>,
): Promise<T> {
  const database = await connection.database();
  try {
    return await work(database);
  } catch (error) {
    throw new StorageError(faultOfStorage(error));
  }
}

/** Parses records in their order until `limit` could be read; the others are set aside. */
export async function parseOrQuarantine<T>(
  connection: Connection,
  store: StoreName,
  records: readonly { readonly key: IDBValidKey; readonly value: unknown }[],
  schema: Schema<T>,
  limit = Number.POSITIVE_INFINITY,
): Promise<T[]> {
  const whole: T[] = [];
  const broken: IDBValidKey[] = [];
  for (const { key, value } of records) {
    if (whole.length >= limit) break;
    const parsed = v.safeParse(schema, value);
    if (parsed.success) whole.push(parsed.output);
    else broken.push(key);
  }
  for (const key of broken) {
    await writing(connection, [store], (transaction) =>
      readOrQuarantine(transaction, store, key, schema),
    );
  }
  return whole;
}

/** The first thing that was wrong with a record. */
function reasonOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  return first === undefined ? '' : `${v.getDotPath(first) ?? ''}: ${first.message}`;
}
