import type { Migration } from './migration.ts';

/** What the seller chose, and which requests were made. */
export const settingsAndLedger: Migration = {
  migrate(database) {
    database.createObjectStore('settings');
    database.createObjectStore('ledger', { autoIncrement: true });
  },
};
