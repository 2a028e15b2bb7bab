import type { Migration } from './migration.ts';

/** What export files said of LIVEs, what was done by each import, and rows that wait for the seller's word. */
export const importStores: Migration = {
  migrate(database) {
    const filed = database.createObjectStore('filed', { keyPath: ['room', 'import'] });
    filed.createIndex('import', 'import');
    database.createObjectStore('imports', { keyPath: 'id' });
    database.createObjectStore('staged', { keyPath: ['import', 'from', 'to', 'first'] });
  },
};
