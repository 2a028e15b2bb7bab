import type { Migration } from './migration.ts';

/** Lists as text. They follow from `rooms` and are written when they are first read. */
export const lists: Migration = {
  migrate(database) {
    database.createObjectStore('lists', { keyPath: 'bucket' });
  },
};
