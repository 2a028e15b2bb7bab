import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, vi } from 'vitest';

// The tests of the archive share what they import; what one file stored or spied on never reaches the next.
vi.stubGlobal('indexedDB', new IDBFactory());
afterAll(() => {
  vi.restoreAllMocks();
});
