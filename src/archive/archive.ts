import { deepEqual } from 'fast-equals';
import * as v from 'valibot';
import { ok, type Result } from '../metrics/fault.ts';
import type { RoomId } from '../metrics/ids.ts';
import { FindableSchema } from '../metrics/live/findable.ts';
import type { Session } from '../metrics/session.ts';
import { UpgradeSchema } from '../metrics/snapshot.ts';
import type { UnixMs } from '../metrics/time.ts';
import type { Joined } from '../platform/archive-news.ts';
import { LEDGER_LENGTH, LedgerEntrySchema } from '../platform/ledger-entry.ts';
import { withLock, withLocks } from '../platform/lock.ts';
import { defaultSettings, type Settings, SettingsSchema } from '../platform/settings.ts';
import { board } from './board.ts';
import type { Connection } from './connection.ts';
import { connect } from './database.ts';
import { feeds } from './feeds.ts';
import { joinArrived } from './imports/arrivals.ts';
import { imports, tellRooms } from './imports/imports.ts';
import { lightRooms } from './light-rooms.ts';
import { measurements } from './measurements.ts';
import { answeredTimes } from './merge-by-timestamp.ts';
import { migrations } from './migrations/list.ts';
import { UPGRADE_KEY } from './migrations/note-upgrade.ts';
import { databaseName, type Which } from './names.ts';
import { tell } from './news.ts';
import { notes } from './notes.ts';
import { AnswersSchema, DetailsSchema, RevisionSchema, SETTINGS_KEY } from './records.ts';
import { revisionsOf, storePart, storeParts } from './store.ts';
import { storeNames } from './stores.ts';
import {
  parseOrQuarantine,
  put,
  reading,
  readOrQuarantine,
  readRecord,
  writing,
} from './transactions.ts';
import type { Archive } from './types.ts';

export interface ArchiveOptions {
  /** Works out what follows from a room's answers, each time before it is written; pure. */
  readonly finish?: (session: Session) => Session;
}

/**
 * Opens the seller's own archive or the sample shop's; faults as of {@link connect}. The archive's
 * methods reject with a StorageError that carries the fault; after such a rejection everything stands
 * as it stood before.
 */
export async function openArchive(
  which: Which = 'shop',
  options: ArchiveOptions = {},
): Promise<Result<Archive>> {
  const connected = await connect(which);
  return connected.ok ? ok(archive(databaseName(which), connected.value, options)) : connected;
}

function archive(name: string, connection: Connection, options: ArchiveOptions): Archive {
  const roomLock = (id: RoomId): string => `${name}/room/${id}`;
  const finish = options.finish ?? ((session) => session);

  /** Rooms that were answered; stand-ins that turn out to be one of them become one with it. */
  const join = (rooms: readonly RoomId[], at: UnixMs): Promise<readonly Joined[]> =>
    joinArrived(connection, rooms, { at, finish });

  return {
    ...board(connection),
    ...feeds(connection),
    ...imports(connection, finish),
    ...notes(connection),
    ...lightRooms(connection),
    ...measurements(connection),

    async session(id) {
      const details = await readRecord(connection, 'details', id, DetailsSchema);
      return details?.session;
    },

    async answered(id) {
      const answers = await readRecord(connection, 'answers', id, AnswersSchema);
      return answers === undefined ? {} : answeredTimes(answers.times);
    },

    async store(part, at, asked) {
      const { id } = part.room;
      const storing = { at, finish, ...(asked === undefined ? {} : { asked }) };
      const { stored, isNew } = await withLock(roomLock(id), () =>
        storePart(connection, part, storing),
      );
      const joined = await join([id], at);
      const passing = isNew === 'lasting' ? {} : ({ passing: true } as const);
      if (joined.length === 0) tell({ kind: 'room', room: id, ...passing });
      else tellRooms([id], joined);
      return stored;
    },

    async storeAll(parts, at) {
      if (parts.length === 0) return;
      const ids = [...new Set(parts.map(({ room }) => room.id))];
      const { lasting, passing } = await withLocks(ids.map(roomLock), () =>
        storeParts(connection, parts, { at, finish }),
      );
      const joined = await join(ids, at);
      // Whoever shows LIVEs reads anew what is told of: a list that says nothing new is no news.
      if (lasting.length > 0 || joined.length > 0) tellRooms(lasting, joined);
      if (passing.length > 0) tell({ kind: 'rooms', rooms: [...passing], passing: true });
    },

    async findable(ids) {
      const records = await reading(connection, async (database) => {
        const { store } = database.transaction('findable');
        return ids === undefined ? store.getAll() : Promise.all(ids.map((id) => store.get(id)));
      });
      return records.flatMap((record) => {
        const read = v.safeParse(FindableSchema, record);
        return read.success ? [read.output] : [];
      });
    },

    async revisions(id) {
      const [keys, values] = await reading(connection, (database) => {
        const { store } = database.transaction('revisions');
        return Promise.all([store.getAllKeys(revisionsOf(id)), store.getAll(revisionsOf(id))]);
      });
      const records = keys.map((key, place) => ({ key, value: values[place] }));
      return parseOrQuarantine(connection, 'revisions', records, RevisionSchema);
    },

    async settings() {
      const settings = await readRecord(connection, 'settings', SETTINGS_KEY, SettingsSchema);
      return settings ?? defaultSettings;
    },

    async changeSettings(change) {
      const { settings, panelsOnly } = await withLock(`${name}/settings`, () =>
        writing(connection, ['settings'], async (transaction) => {
          const known =
            (await readOrQuarantine(transaction, 'settings', SETTINGS_KEY, SettingsSchema)) ??
            defaultSettings;
          const patch = typeof change === 'function' ? change(known) : change;
          const next = { ...known, ...patch };
          await put(transaction, 'settings', next, SettingsSchema, SETTINGS_KEY);
          return { settings: next, panelsOnly: sameButPanels(known, next) };
        }),
      );
      tell({ kind: 'settings', ...(panelsOnly ? { panelsOnly } : {}) });
      return settings;
    },

    async record(entry) {
      await withLock(`${name}/ledger`, () =>
        writing(connection, ['ledger'], async (transaction) => {
          const ledger = transaction.objectStore('ledger');
          await put(transaction, 'ledger', entry, LedgerEntrySchema);
          let surplus = (await ledger.count()) - LEDGER_LENGTH;
          for (
            let cursor = surplus > 0 ? await ledger.openCursor() : null;
            cursor !== null && surplus > 0;
            cursor = await cursor.continue()
          ) {
            await cursor.delete();
            surplus -= 1;
          }
        }),
      );
      tell({ kind: 'ledger' });
    },

    async ledger(limit) {
      const [keys, values] = await reading(connection, (database) => {
        const { store } = database.transaction('ledger');
        return Promise.all([store.getAllKeys(), store.getAll()]);
      });
      const records = keys.map((key, place) => ({ key, value: values[place] })).reverse();
      return parseOrQuarantine(connection, 'ledger', records, LedgerEntrySchema, limit);
    },

    async forget() {
      await writing(connection, storeNames, async (transaction) => {
        await Promise.all(
          [...storeNames, 'broken' as const].map((store) => transaction.objectStore(store).clear()),
        );
      });
      tell({ kind: 'forgotten' });
    },

    async upgrade() {
      const done = await readRecord(connection, 'settings', UPGRADE_KEY, UpgradeSchema);
      const tells = migrations.slice(done?.from, done?.to).flatMap(({ tells: key }) => key ?? []);
      return done === undefined || tells.length === 0 ? undefined : { ...done, tells };
    },

    async forgetUpgrade() {
      await writing(connection, ['settings'], (transaction) =>
        transaction.objectStore('settings').delete(UPGRADE_KEY),
      );
      tell({ kind: 'settings' });
    },

    suspended: connection.suspended,

    close: connection.close,
  };
}

/** Whether two states of the settings differ at most in how docked panels stand. */
function sameButPanels(one: Settings, other: Settings): boolean {
  const { panels: _one, ...rest } = one;
  const { panels: _other, ...otherRest } = other;
  return deepEqual(rest, otherRest);
}
