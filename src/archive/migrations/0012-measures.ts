import type { Migration } from './migration.ts';

/** What was measured of the recordings of LIVEs. */
export const measures: Migration = {
  migrate(database) {
    database.createObjectStore('measures', { keyPath: 'room' });
  },
};
