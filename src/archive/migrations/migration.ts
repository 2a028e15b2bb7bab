import type { MessageKey } from '../../metrics/text.ts';

/**
 * One step of the database, from the version before it. It runs inside the browser's upgrade
 * transaction, after a snapshot was taken: when it throws or rejects, the database stays as it was.
 * It may await nothing but requests of that transaction.
 */
export interface Migration {
  readonly migrate: (database: IDBDatabase, transaction: IDBTransaction) => void | Promise<void>;
  /** What a seller sees differently afterwards; absent where that is nothing. */
  readonly tells?: MessageKey;
}
