import { rooms } from './0001-rooms.ts';
import { settingsAndLedger } from './0002-settings-and-ledger.ts';
import { feedsPinnedAndPlans } from './0003-feeds-pinned-and-plans.ts';
import { pictures } from './0004-pictures.ts';

/**
 * One step of the database, from the version before it. A step runs inside the browser's upgrade
 * transaction: when it throws, the database stays as it was.
 */
export type Migration = (
  database: IDBDatabase,
  transaction: IDBTransaction,
) => void | Promise<void>;

/** Every step ever released, in order and never changed: the database's version is their number. */
export const migrations: readonly Migration[] = [
  rooms,
  settingsAndLedger,
  feedsPinnedAndPlans,
  pictures,
];
