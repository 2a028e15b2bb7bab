import type { Migration } from './migration.ts';

/** Rooms in four stores, so that a list reads only what is light. */
export const rooms: Migration = {
  migrate(database) {
    const heads = database.createObjectStore('rooms', { keyPath: 'id' });
    heads.createIndex('startedAt', 'order');
    database.createObjectStore('details', { keyPath: 'id' });
    database.createObjectStore('answers', { keyPath: 'id' });
    database.createObjectStore('revisions', { keyPath: ['room', 'number'] });
    database.createObjectStore('broken', { autoIncrement: true });
  },
};
