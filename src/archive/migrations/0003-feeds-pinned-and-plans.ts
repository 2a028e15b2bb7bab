import type { Migration } from './migration.ts';

/** Benchmark feeds with what each said of a region and category, and the seller's board and plans. */
export const feedsPinnedAndPlans: Migration = {
  migrate(database) {
    database.createObjectStore('feeds', { keyPath: 'address' });
    database.createObjectStore('slices', { keyPath: ['feed', 'region', 'category'] });
    database.createObjectStore('pinned', { keyPath: 'id' });
    database.createObjectStore('plans', { keyPath: 'id' });
  },
};
