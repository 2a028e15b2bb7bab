import * as v from 'valibot';
import { ok, type Result } from '../metrics/fault.ts';
import { RoomIdSchema } from '../metrics/ids.ts';
import { PictureSchema, type Pinned, PinnedSchema } from '../metrics/pinned.ts';
import { PlanSchema, patchedPlan } from '../metrics/plan.ts';
import type { ArchiveNews } from '../platform/protocol.ts';
import type { Connection, StoreName } from './database.ts';
import { put, reading, type Schema, sift, take, writing } from './shelf.ts';
import type { Board } from './types.ts';

const PictureRecordSchema = v.object({ room: RoomIdSchema, picture: PictureSchema });

/** The board and the plans of an archive. A change is one transaction, which the browser runs alone. */
export function board(connection: Connection, tell: (news: ArchiveNews) => void): Board {
  const all = async <T>(store: StoreName, schema: Schema<T>): Promise<T[]> => {
    const [keys, values] = await reading(connection, (database) => {
      const shelf = database.transaction(store).store;
      return Promise.all([shelf.getAllKeys(), shelf.getAll()]);
    });
    const records = keys.map((key, place) => ({ key, value: values[place] }));
    return sift(connection, store, records, schema);
  };
  const change = async <T>(
    store: 'pinned' | 'plans',
    schema: Schema<T>,
    id: string,
    next: (known: T) => Result<T>,
  ): Promise<Result<T | undefined>> => {
    const changed = await writing(connection, [store], async (transaction) => {
      const known = await take(transaction, store, id, schema);
      if (known === undefined) return ok(undefined);
      const record = next(known);
      if (record.ok) await put(transaction, store, record.value, schema);
      return record;
    });
    tell({ kind: store });
    return changed;
  };
  const drop = async (store: 'pinned' | 'plans', id: string): Promise<void> => {
    await writing(connection, [store], (transaction) => transaction.objectStore(store).delete(id));
    tell({ kind: store });
  };

  return {
    async pinned() {
      const pinned = await all('pinned', PinnedSchema);
      return pinned.sort((one, other) => (one.rank < other.rank ? -1 : 1));
    },
    async pin(pinned) {
      const stands = await writing(connection, ['pinned'], async (transaction) => {
        const known = await take(transaction, 'pinned', pinned.id, PinnedSchema);
        if (known === undefined) await put(transaction, 'pinned', pinned, PinnedSchema);
        return known ?? pinned;
      });
      tell({ kind: 'pinned' });
      return stands;
    },
    async changePinned(id, patch) {
      const laid = (known: Pinned) => ok({ ...known, ...patch });
      const changed = await change('pinned', PinnedSchema, id, laid);
      return changed.ok ? changed.value : undefined;
    },
    unpin: (id) => drop('pinned', id),

    async pictures(rooms) {
      const records = await reading(connection, (database) => {
        const shelf = database.transaction('pictures').store;
        return Promise.all(rooms.map(async (key) => ({ key, value: await shelf.get(key) })));
      });
      const there = records.filter(({ value }) => value !== undefined);
      const read = await sift(connection, 'pictures', there, PictureRecordSchema);
      return new Map(read.map(({ room, picture }) => [room, picture]));
    },
    async keepPicture(room, picture) {
      await writing(connection, ['pictures'], (transaction) =>
        put(transaction, 'pictures', { room, picture }, PictureRecordSchema),
      );
      tell({ kind: 'picture', room });
    },
    async sweepPictures() {
      const shown = new Set<string>(
        (await all('pinned', PinnedSchema)).map(({ room }) => room.room),
      );
      await writing(connection, ['pictures'], async (transaction) => {
        const shelf = transaction.objectStore('pictures');
        const rooms = await shelf.getAllKeys();
        const stale = rooms.filter((room) => !v.is(RoomIdSchema, room) || !shown.has(room));
        await Promise.all(stale.map((room) => shelf.delete(room)));
      });
    },

    async plans() {
      const plans = await all('plans', PlanSchema);
      return plans.sort((one, other) => other.madeAt - one.madeAt);
    },
    async keepPlan(plan) {
      await writing(connection, ['plans'], (transaction) =>
        put(transaction, 'plans', plan, PlanSchema),
      );
      tell({ kind: 'plans' });
    },
    changePlan: (id, patch, at) =>
      change('plans', PlanSchema, id, (known) =>
        patchedPlan(known, typeof patch === 'function' ? patch(known) : patch, at),
      ),
    dropPlan: (id) => drop('plans', id),
  };
}
