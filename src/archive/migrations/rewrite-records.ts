/**
 * Rewrites every record of a store inside an upgrade's transaction. A cursor takes one record after
 * another, so that a large archive needs no more memory than a small one. `change` gets a record as an
 * earlier version wrote it and gives the record to keep; the same object leaves it as it is. A record
 * on which `change` throws is set aside in `broken` with the reason, so that one damaged record
 * doesn't hold up the others.
 */
export function rewriteRecords(
  transaction: IDBTransaction,
  store: string,
  change: (record: unknown) => unknown,
): Promise<void> {
  return eachRecord(transaction, store, (cursor) => rewrite(transaction, store, cursor, change));
}

/** Goes through the records of a store inside an upgrade's transaction, one after another. */
export function eachRecord(
  transaction: IDBTransaction,
  store: string,
  visit: (cursor: IDBCursorWithValue) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = transaction.objectStore(store).openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) {
        resolve();
        return;
      }
      visit(cursor);
      cursor.continue();
    };
  });
}

function rewrite(
  transaction: IDBTransaction,
  store: string,
  cursor: IDBCursorWithValue,
  change: (record: unknown) => unknown,
): void {
  const record: unknown = cursor.value;
  try {
    const next = change(record);
    if (next !== record) cursor.update(next);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const broken = { store, key: cursor.primaryKey, record, reason };
    transaction.objectStore('broken').add(broken);
    cursor.delete();
  }
}
