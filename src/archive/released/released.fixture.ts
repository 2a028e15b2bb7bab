import { type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { detailWithAccount, headWithAccount } from '../migrations/0005-accounts.ts';
import records from './records.json' with { type: 'json' };
import recordsOf9 from './records-9.json' with { type: 'json' };
import broughtBy10 from './records-10.json' with { type: 'json' };

/**
 * Databases as released versions of the extension left them. `records.json` holds what version 4 wrote
 * of the captured LIVE and some around it; earlier versions had fewer stores and the same records.
 * `records-9.json` holds what version 9 made of these, with an import of a file that tells of one of the
 * LIVEs, and rows of another file that wait for the seller's word. Version 10 left all of these as they were;
 * `records-10.json` holds what it wrote beside them: two notes, and what each LIVE is found by.
 */

const recordsOf10 = { ...recordsOf9, ...broughtBy10 };

/** A store of the database, and the version that brought it. */
export interface ReleasedStore {
  readonly name: keyof typeof recordsOf10;
  readonly since: number;
  /** The last version that had it so. */
  readonly until?: number;
  readonly keyPath?: string | string[];
  readonly autoIncrement?: boolean;
  readonly index?: { readonly name: string; readonly keyPath: string };
}

const stores: readonly ReleasedStore[] = [
  { name: 'rooms', since: 1, keyPath: 'id', index: { name: 'startedAt', keyPath: 'order' } },
  { name: 'details', since: 1, keyPath: 'id' },
  { name: 'answers', since: 1, keyPath: 'id' },
  { name: 'revisions', since: 1, keyPath: ['room', 'number'] },
  { name: 'broken', since: 1, autoIncrement: true },
  { name: 'settings', since: 2 },
  { name: 'ledger', since: 2, autoIncrement: true },
  { name: 'feeds', since: 3, keyPath: 'address' },
  { name: 'slices', since: 3, until: 5, keyPath: ['feed', 'region', 'category'] },
  { name: 'slices', since: 6, keyPath: ['feed', 'region', 'category', 'basis'] },
  { name: 'pinned', since: 3, keyPath: 'id' },
  { name: 'plans', since: 3, keyPath: 'id' },
  { name: 'pictures', since: 4, keyPath: 'room' },
  {
    name: 'filed',
    since: 9,
    keyPath: ['room', 'import'],
    index: { name: 'import', keyPath: 'import' },
  },
  { name: 'imports', since: 9, keyPath: 'id' },
  { name: 'staged', since: 9, keyPath: ['import', 'from', 'to', 'first'] },
  { name: 'notes', since: 10, keyPath: 'id', index: { name: 'room', keyPath: 'room' } },
  { name: 'findable', since: 10, keyPath: 'id' },
];

/** The versions that are at hand; version 5 wrote the account of each LIVE into its records. */
export const releasedVersions = [1, 2, 3, 4, 5, 9, 10] as const;

const rewrittenIn5: Readonly<Record<string, (record: unknown) => unknown>> = {
  rooms: headWithAccount,
  details: detailWithAccount,
  answers: detailWithAccount,
};

/** The stores of a version. */
export const storesOf = (version: number): readonly ReleasedStore[] =>
  stores.filter(({ since, until = version }) => since <= version && version <= until);

/** What a version's stores held, each record with its key. */
export function recordsOf(version: number): Readonly<Record<string, readonly Released[]>> {
  const written: Readonly<Record<string, unknown>> = version < 9 ? records : recordsOf10;
  return Object.fromEntries(
    storesOf(version).map(({ name }) => [
      name,
      v.parse(RecordsSchema, written[name]).map(([key, value]) => ({
        key,
        value: (version === 5 ? rewrittenIn5[name] : undefined)?.(value) ?? value,
      })),
    ]),
  );
}

interface Released {
  readonly key: string | number | (string | number)[];
  readonly value: unknown;
}

const part = v.union([v.string(), v.number()]);
const RecordsSchema = v.array(v.tuple([v.union([part, v.array(part)]), v.unknown()]));

/** Makes a database as a version left it, empty; `spoil` adds to it within the same upgrade. */
export async function makeReleased(
  name: string,
  version: number,
  spoil: (database: IDBPDatabase<unknown>) => void = () => undefined,
): Promise<IDBPDatabase<unknown>> {
  return openDB(name, version, {
    upgrade(database) {
      for (const { name: store, keyPath, autoIncrement = false, index } of storesOf(version)) {
        const made = database.createObjectStore(store, {
          autoIncrement,
          ...(keyPath === undefined ? {} : { keyPath }),
        });
        if (index !== undefined) made.createIndex(index.name, index.keyPath);
      }
      spoil(database);
    },
  });
}

/** Makes a database as a version left it, with its records in it, and closes it. */
export async function writeReleased(
  name: string,
  version: number,
  spoil?: (database: IDBPDatabase<unknown>) => void,
): Promise<void> {
  const database = await makeReleased(name, version, spoil);
  for (const [store, all] of Object.entries(recordsOf(version))) {
    const writing = database.transaction(store, 'readwrite');
    const inline = writing.store.keyPath !== null;
    for (const { key, value } of all) {
      await writing.store.put(value, inline ? undefined : key);
    }
    await writing.done;
  }
  database.close();
}
