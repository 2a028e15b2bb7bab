import { inLists } from '../metrics/live/list-order.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { unpackListed } from '../platform/packed-rooms.ts';
import type { Connection } from './connection.ts';
import { nearLists, packedLists, unpackLists } from './listed.ts';
import { HeadSchema, recordOf } from './records.ts';
import { parseOrQuarantine, reading, readRecord } from './transactions.ts';
import type { LightRooms } from './types.ts';

/** The light records of an archive. */
export function lightRooms(connection: Connection): LightRooms {
  const recordsOf = async (
    found: readonly { readonly key: IDBValidKey; readonly value: unknown }[],
  ): Promise<readonly RoomRecord[]> =>
    (await parseOrQuarantine(connection, 'rooms', found, HeadSchema)).map(recordOf);

  return {
    rooms: async () => unpackLists(await packedLists(connection)),
    packedRooms: () => packedLists(connection),

    async nearRooms(room) {
      const { lists, near } = await nearLists(connection, room);
      return { rooms: lists.flatMap(unpackListed).sort(inLists), near };
    },
    packedNearRooms: (room) => nearLists(connection, room),

    async newestRooms(count) {
      const records = await reading(connection, async (database) => {
        const found: { key: IDBValidKey; value: unknown }[] = [];
        const index = database.transaction('rooms').store.index('startedAt');
        let cursor = await index.openCursor(null, 'prev');
        while (cursor !== null && found.length < count) {
          found.push({ key: cursor.primaryKey, value: cursor.value });
          cursor = await cursor.continue();
        }
        return found;
      });
      return recordsOf(records);
    },

    async roomsWithin({ from, to }) {
      const records = await reading(connection, async (database) => {
        const index = database.transaction('rooms').store.index('startedAt');
        const span = IDBKeyRange.bound(from, to);
        const [keys, values] = await Promise.all([index.getAllKeys(span), index.getAll(span)]);
        return keys.map((key, place) => ({ key, value: values[place] }));
      });
      return (await recordsOf(records)).toSorted(inLists);
    },

    async roomsOf(ids) {
      const heads = await Promise.all(
        [...new Set(ids)].map((id) => readRecord(connection, 'rooms', id, HeadSchema)),
      );
      return heads.flatMap((head) => (head === undefined ? [] : [recordOf(head)])).sort(inLists);
    },

    async room(id) {
      const head = await readRecord(connection, 'rooms', id, HeadSchema);
      return head && recordOf(head);
    },
  };
}
