import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRoomId, type RoomId, RoomIdSchema } from '../metrics/ids.ts';
import { hasFigures, type ListedRoom } from '../metrics/room-record.ts';
import { DAY_MS, type UnixSeconds, unixMs, unixSeconds } from '../metrics/time.ts';
import { deleteShop, openShop } from './archive.fixture.ts';
import { BEGIN, FINAL, importId, row, tiktokId } from './imports/imports.fixture.ts';
import { databaseName } from './names.ts';
import { roomA, roomB, views } from './parts.fixture.ts';
import kept from './released/packed-list.json' with { type: 'json' };
import type { Archive } from './types.ts';

let archive: Archive;
beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

/** An id as TikTok gives it to a room made at a time. */
function yearsRoom(startedAt: UnixSeconds): RoomId {
  const id = parseRoomId(String(BigInt(startedAt) << 32n));
  if (id === undefined) throw new Error('not a room id');
  return id;
}
const withoutFigures = ({ figures: _, ...record }: ListedRoom) => record;

/** Runs behind the archive's back. */
async function raw<T>(
  work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>,
): Promise<T> {
  const database = await openDB(databaseName('shop'));
  const done = await work(database);
  database.close();
  return done;
}

const ids = (): Promise<RoomId[]> => archive.rooms().then((rooms) => rooms.map(({ id }) => id));

/** What can happen to LIVEs, each with whether a list is read after it. */
const deeds = fc.array(
  fc.record({
    deed: fc.oneof(
      fc.record({
        kind: fc.constant('answer' as const),
        room: fc.integer({ min: 0, max: 400 }),
        views: fc.integer({ min: 0, max: 9 }),
      }),
      fc.record({
        kind: fc.constant('import' as const),
        starts: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
        room: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      }),
      fc.record({ kind: fc.constant('undo' as const), import: fc.integer({ min: 1, max: 4 }) }),
    ),
    isRead: fc.boolean(),
  }),
  { maxLength: 7 },
);

describe('lists kept as text', () => {
  it('say the same as the records themselves, whatever was answered, imported and taken back', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        await archive.forget();
        const known = new Set<RoomId>();
        let imports = 0;
        for (const [place, { deed, isRead }] of all.entries()) {
          const at = unixMs(FINAL + place * DAY_MS);
          if (deed.kind === 'answer') {
            await archive.store(views(tiktokId(deed.room * 17), deed.views, at), at);
            known.add(tiktokId(deed.room * 17));
          } else if (deed.kind === 'import') {
            imports += 1;
            const lives = deed.starts.map((start, line) =>
              row({
                start: start * 9_000,
                row: line + 2,
                views: place,
                ...(line === 0 && deed.room !== undefined ? { id: tiktokId(deed.room) } : {}),
              }),
            );
            await archive.stageImport(importId(imports), lives, at);
            await archive.commitImport(importId(imports), [], at);
            for (const { session } of lives) known.add(session.room.id);
          } else await archive.undoImport(importId(deed.import), at);
          if (isRead) await archive.rooms();
        }
        expect(await archive.rooms()).toEqual(await archive.roomsOf([...known]));
      }),
      { numRuns: 40 },
    );
  });

  it('have at first the figures that one LIVE is compared with, and of all others what tells them apart', async () => {
    const weeks = Array.from({ length: 60 }, (_, week) => week);
    const started = (week: number) => unixSeconds(BEGIN - week * 7 * 86_400);
    const room = (week: number) => yearsRoom(started(week));
    await archive.storeAll(
      weeks.map((week) => ({
        ...views(room(week), week, FINAL),
        room: { id: room(week), startedAt: started(week), title: `Week ${week}` },
      })),
      FINAL,
    );
    const all = await archive.rooms();
    for (const asked of [undefined, room(0), room(30), room(59)]) {
      const { rooms, near } = await archive.nearRooms(asked);
      expect(rooms.map(withoutFigures)).toEqual(all.map(withoutFigures));
      const figured = rooms.filter(hasFigures);
      expect(figured).toEqual(all.filter(({ id }) => figured.some((one) => one.id === id)));
      const start = started(asked === room(30) ? 30 : asked === room(59) ? 59 : 0);
      expect(near).toEqual({ from: start - 99 * 86_400, to: start + 99 * 86_400 });
      const within = all.filter(
        ({ room: { startedAt = 0 } }) => startedAt >= near.from && startedAt <= near.to,
      );
      expect(figured).toEqual(expect.arrayContaining(within));
      expect(figured.length).toBeLessThan(40);
    }
    await raw((database) => database.delete('lists', `figures/${room(30).slice(0, 3)}`));
    const mended = await archive.nearRooms(room(30));
    expect(mended.rooms.find(({ id }) => id === room(30))?.figures?.views).toBeDefined();
  });

  it('have the figures near the newest LIVE that there is, also where a list told of a newer one', async () => {
    const [older, gone] = [unixSeconds(BEGIN - 400 * 86_400), BEGIN].map((startedAt) => ({
      id: yearsRoom(unixSeconds(startedAt)),
      startedAt: unixSeconds(startedAt),
    }));
    if (older === undefined || gone === undefined) throw new Error('no rooms');
    await archive.storeAll(
      [older, gone].map((room) => ({ ...views(room.id, 1, FINAL), room })),
      FINAL,
    );
    await archive.rooms();
    await raw((database) => database.delete('rooms', gone.id));
    const { rooms, near } = await archive.nearRooms();
    expect(near.to).toBe(older.startedAt + 99 * 86_400);
    expect(rooms.map(hasFigures)).toEqual([true]);
  });

  it('have what was written past the archive, and set aside what can’t be read', async () => {
    await archive.store(views(roomA, 1, FINAL), FINAL);
    expect(await ids()).toEqual([roomA]);
    await raw(async (database) => {
      const record: object = await database.get('rooms', roomA);
      await database.put('rooms', { ...record, id: roomB, room: { id: roomB } });
      await database.put('rooms', { id: tiktokId(3), order: 3, room: 'nonsense' });
    });
    expect((await ids()).toSorted()).toEqual([roomA, roomB].toSorted());
    expect(await raw((database) => database.count('broken'))).toBe(1);
    await raw((database) => database.delete('rooms', roomA));
    expect(await ids()).toEqual([roomB]);
  });

  it('are written anew where another version wrote them', async () => {
    await archive.store(views(roomA, 1, FINAL), FINAL);
    await archive.rooms();
    await raw(async (database) => {
      const [list] = await database.getAll('lists');
      await database.put('lists', { ...list, format: -1, rooms: 'of another form' });
    });
    expect(await ids()).toEqual([roomA]);
  });

  it('say what they would say if they were packed today, for as long as their format is the same', async () => {
    const renew =
      'What a packed list holds or means has changed. Raise FORMAT in listed.ts; then this test shows the list of the new format, which takes the place of that in released/packed-list.json.';
    await raw(async (database) => {
      for (const head of kept.heads) await database.put('rooms', head);
      for (const list of kept.lists) await database.put('lists', list);
    });
    const direct = await archive.roomsOf(kept.heads.map(({ id }) => v.parse(RoomIdSchema, id)));
    expect(await archive.rooms(), renew).toEqual(direct);
    expect(await raw((database) => database.getAll('lists')), renew).toEqual(kept.lists);
    // Of both kinds, on either side of the rule's bounds.
    expect(direct.map(({ notSelling }) => notSelling)).toContain(true);
  });
});
