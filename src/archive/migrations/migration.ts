/**
 * One step of the database, from the version before it. A step runs inside the browser's upgrade
 * transaction: when it throws, the database stays as it was.
 */
export type Migration = (
  database: IDBDatabase,
  transaction: IDBTransaction,
) => void | Promise<void>;
