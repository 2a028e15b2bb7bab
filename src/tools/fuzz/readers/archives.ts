import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { createArchives } from '../../../archive/archives.ts';
import { databaseName } from '../../../archive/names.ts';
import {
  recordsOf,
  releasedVersions,
  writeReleased,
} from '../../../archive/released/released.fixture.ts';
import { backupFile, keepBackup } from '../../../archive/snapshots/backup-file.ts';
import { listSnapshots } from '../../../archive/snapshots/database.ts';
import { StorageError } from '../../../archive/storage-error.ts';
import { unpackListed } from '../../../platform/packed-rooms.ts';
import { fuzzed } from '../fuzzed.ts';
import { spoiltText } from '../spoilt-text.ts';
import { spoilt } from '../spoilt-value.ts';

const name = databaseName('shop');
/** Databases are opened, upgraded and read, which takes far longer than a reader, in milliseconds. */
const LONGEST_MS = 3_000;

const fresh = (): void => {
  globalThis.indexedDB = new IDBFactory();
};

/** The lines of a backup of the archive that a released version left. */
async function savedLines(): Promise<string> {
  fresh();
  await writeReleased(name, 10);
  const archives = createArchives();
  const opened = await archives.open('shop');
  const taken = await archives.copy('shop', 'backup');
  if (!opened.ok || !taken.ok || taken.value === undefined) throw new Error('no backup');
  const file = await backupFile(taken.value.id);
  opened.value.close();
  return gunzipSync(await file.arrayBuffer()).toString();
}

const lines = await savedLines();

/** A line of the backup with its values spoilt, as somebody would who writes one by hand. */
const otherLine = fc.nat(lines.split('\n').length - 2).chain((nth) => {
  const all = lines.split('\n');
  return spoilt(fc.constant<unknown>(JSON.parse(all[nth] ?? '{}'))).map((line) =>
    all.with(nth, JSON.stringify(line) ?? '').join('\n'),
  );
});

interface SpoiltRecord {
  readonly version: number;
  readonly store: string;
  readonly nth: number;
  readonly record: unknown;
}

const stored: fc.Arbitrary<SpoiltRecord> = fc.oneof(
  ...releasedVersions.flatMap((version) =>
    Object.entries(recordsOf(version)).flatMap(([store, records]) =>
      records.map(({ value }, nth) =>
        spoilt(fc.constant(value)).map((record) => ({ version, store, nth, record })),
      ),
    ),
  ),
);

/** Puts a record in the place of another; false where the database itself refuses it. */
async function putInstead({ version, store, nth, record }: SpoiltRecord): Promise<boolean> {
  const database = await openDB(name, version);
  const { key } = recordsOf(version)[store]?.[nth] ?? {};
  const { store: shelf, done } = database.transaction(store, 'readwrite');
  try {
    if (key === undefined) return false;
    if (shelf.keyPath === null) await shelf.put(record, key);
    else await shelf.put(record);
    await done;
    return true;
  } catch {
    await done.catch(() => undefined);
    return false;
  } finally {
    database.close();
  }
}

export const archiveReaders = [
  fuzzed({
    name: 'backup files',
    reads: ['archive/snapshots/backup-file.ts', 'archive/snapshots/lines.ts'],
    share: 1,
    longest: LONGEST_MS,
    // Unpacked, as some programs hand them on: unpacking is the platform's, and Node's ends the process where a file
    // is refused before its end.
    inputs: fc.oneof(spoiltText(fc.constant(lines)), otherLine),
    read: async (file) => {
      fresh();
      const fault = await keepBackup(new Blob([file])).then(
        () => undefined,
        (error: unknown) => error,
      );
      return { fault, kept: (await listSnapshots()).length };
    },
    wrong: ({ fault, kept }) => {
      if (fault === undefined) return undefined;
      if (!(fault instanceof StorageError)) return `threw ${String(fault)}`;
      return kept === 0 ? undefined : `${fault.fault.code}, and it is kept all the same`;
    },
  }),
  fuzzed({
    name: 'archives with a spoilt record',
    reads: [
      'archive/archive.ts',
      'archive/listed.ts',
      'archive/transactions.ts',
      'archive/migrations/0005-accounts.ts',
      'archive/migrations/0006-durations-and-audience.ts',
      'archive/migrations/0007-one-reference.ts',
      'archive/migrations/0008-panel-by-page.ts',
      'archive/migrations/0010-notes-and-findable.ts',
      'archive/migrations/note-upgrade.ts',
      'archive/migrations/portrait-names.ts',
      'platform/packed-rooms.ts',
    ],
    share: 1,
    longest: LONGEST_MS,
    inputs: stored,
    read: async (one) => {
      fresh();
      await writeReleased(name, one.version);
      if (!(await putInstead(one))) return undefined;
      const opened = await createArchives().open('shop');
      if (!opened.ok) return { fault: opened.fault.code };
      const archive = opened.value;
      try {
        const rooms = await archive.rooms();
        for (const { id } of rooms) {
          await archive.session(id);
          await archive.answered(id);
          await archive.revisions(id);
        }
        const listed = (await archive.packedRooms()).flatMap((lists) => unpackListed(lists));
        await Promise.all([
          archive.settings(),
          archive.ledger(),
          archive.pinned(),
          archive.plans(),
          archive.notes(),
          archive.feeds(),
          archive.slices(),
          archive.findable(),
          archive.imports(),
          archive.upgrade(),
        ]);
        return { rooms: rooms.length, listed: listed.length };
      } finally {
        archive.close();
      }
    },
    wrong: (read, { version, store }) => {
      if (read === undefined) return undefined;
      if ('fault' in read) return `version ${version}, ${store}: ${read.fault}`;
      const least = recordsOf(version).rooms?.length ?? 0;
      const isWhole = read.rooms >= least - (store === 'rooms' ? 1 : 0);
      return isWhole && read.listed === read.rooms
        ? undefined
        : `version ${version}, ${store}: ${read.rooms} LIVEs, ${read.listed} listed`;
    },
  }),
];
