import type { Migration } from './migration.ts';

/** Small pictures of LIVEs with something on the board, apart from it so that the board stays light. */
export const pictures: Migration = {
  migrate(database) {
    database.createObjectStore('pictures', { keyPath: 'room' });
  },
};
