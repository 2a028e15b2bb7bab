import * as v from 'valibot';
import { isEditConflict } from '../metrics/board/edit-conflict.ts';
import { endPatch, pinnedTried, reopenPatch } from '../metrics/board/end-plan.ts';
import { mergePatch } from '../metrics/board/merge-plans.ts';
import {
  PictureSchema,
  type Pinned,
  type PinnedId,
  PinnedSchema,
} from '../metrics/board/pinned.ts';
import {
  itemsConflict,
  type Plan,
  type PlanId,
  type PlanPatch,
  PlanSchema,
  patchedPlan,
} from '../metrics/board/plan.ts';
import { failed, fault, ok, type Result } from '../metrics/fault.ts';
import { RoomIdSchema } from '../metrics/ids.ts';
import type { UnixMs } from '../metrics/time.ts';
import type { Connection } from './connection.ts';
import { tell } from './news.ts';
import type { StoreName } from './stores.ts';
import {
  parseOrQuarantine,
  put,
  reading,
  readOrQuarantine,
  type Schema,
  type Writing,
  writing,
} from './transactions.ts';
import type { Board, EndedPlan } from './types.ts';
import { validOf } from './valid-records.ts';

/** A record of `pictures`. */
export const PictureRecordSchema = v.object({ room: RoomIdSchema, picture: PictureSchema });

/** The board and the plans of an archive. A change is one transaction, which the browser runs alone. */
export function board(connection: Connection): Board {
  const all = async <T>(store: StoreName, schema: Schema<T>): Promise<T[]> => {
    const [keys, values] = await reading(connection, (database) => {
      const shelf = database.transaction(store).store;
      return Promise.all([shelf.getAllKeys(), shelf.getAll()]);
    });
    const records = keys.map((key, place) => ({ key, value: values[place] }));
    return parseOrQuarantine(connection, store, records, schema);
  };
  const change = async <T>(
    store: 'pinned' | 'plans',
    schema: Schema<T>,
    id: string,
    next: (known: T, transaction: Writing) => Result<T> | Promise<Result<T>>,
  ): Promise<Result<T | undefined>> => {
    const changed = await writing(connection, [store], async (transaction) => {
      const known = await readOrQuarantine(transaction, store, id, schema);
      if (known === undefined) return ok(undefined);
      const record = await next(known, transaction);
      if (record.ok) await put(transaction, store, record.value, schema);
      return record;
    });
    tell({ kind: store });
    return changed;
  };
  /** Changes a plan together with what was pinned for it: both stand, or neither. */
  const withPinned = async (
    id: PlanId,
    next: (known: Plan, transaction: Writing) => Promise<Result<EndedPlan>>,
  ): Promise<Result<EndedPlan | undefined>> => {
    const stores = ['plans', 'pinned'] as const;
    const done = await writing(connection, stores, async (transaction) => {
      const known = await readOrQuarantine(transaction, 'plans', id, PlanSchema);
      if (known === undefined) return ok(undefined);
      const ended = await next(known, transaction);
      if (ended.ok) await put(transaction, 'plans', ended.value.plan, PlanSchema);
      return ended;
    });
    for (const kind of stores) tell({ kind });
    return done;
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
        const known = await readOrQuarantine(transaction, 'pinned', pinned.id, PinnedSchema);
        if (known === undefined) await put(transaction, 'pinned', pinned, PinnedSchema);
        return known ?? pinned;
      });
      tell({ kind: 'pinned' });
      return stands;
    },
    changePinned: (id, patch, began) =>
      change('pinned', PinnedSchema, id, (known) =>
        isEditConflict(known.note, began?.note, patch.note)
          ? failed(fault('changed-meanwhile'))
          : ok({ ...known, ...patch }),
      ),
    unpin: (id) => drop('pinned', id),

    async pictures(rooms) {
      const records = await reading(connection, (database) => {
        const shelf = database.transaction('pictures').store;
        return Promise.all(rooms.map(async (key) => ({ key, value: await shelf.get(key) })));
      });
      const there = records.filter(({ value }) => value !== undefined);
      const read = await parseOrQuarantine(connection, 'pictures', there, PictureRecordSchema);
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
      const stands = await writing(connection, ['plans'], async (transaction) => {
        const open = plan.state === 'open' ? await otherOpen(transaction, plan.id) : undefined;
        const next =
          open === undefined ? ok(plan) : patchedPlan(open, mergePatch(plan, open), plan.changedAt);
        if (next.ok) await put(transaction, 'plans', next.value, PlanSchema);
        return next;
      });
      tell({ kind: 'plans' });
      return stands;
    },
    changePlan: (id, patching, at, began = {}) =>
      change('plans', PlanSchema, id, async (known, transaction) => {
        const patch = typeof patching === 'function' ? patching(known) : patching;
        if (itemsConflict(known, patch, began)) return failed(fault('changed-meanwhile'));
        return changed(transaction, known, patch, at);
      }),
    endPlan: (id, end, at) =>
      withPinned(id, async (known, transaction) => {
        const next = await changed(transaction, known, endPatch(end), at);
        if (!next.ok) return next;
        const tried = await mark(transaction, [...pinnedTried(known)], 'to-try', 'tried');
        return ok({ plan: next.value, tried });
      }),
    reopenPlan: (id, before, tried, at) =>
      withPinned(id, async (known, transaction) => {
        const next = await changed(transaction, known, reopenPatch(before), at);
        if (!next.ok) return next;
        await mark(transaction, tried, 'tried', 'to-try');
        return ok({ plan: next.value, tried: [] });
      }),
    dropPlan: (id) => drop('plans', id),
  };
}

/** A plan with a change over it; fault `plan-open` where it would be opened beside an open one. */
async function changed(
  transaction: Writing,
  known: Plan,
  patch: PlanPatch,
  at: UnixMs,
): Promise<Result<Plan>> {
  const next = patchedPlan(known, patch, at);
  if (!next.ok || next.value.state !== 'open' || known.state === 'open') return next;
  const other = await otherOpen(transaction, known.id);
  return other === undefined ? next : failed(fault('plan-open'));
}

/** Gives pinned things another status where they are on the board with the first one; answers which. */
async function mark(
  transaction: Writing,
  ids: readonly PinnedId[],
  from: Pinned['status'],
  to: Pinned['status'],
): Promise<readonly PinnedId[]> {
  const marked: PinnedId[] = [];
  for (const id of ids) {
    const pinned = await readOrQuarantine(transaction, 'pinned', id, PinnedSchema);
    if (pinned?.status !== from) continue;
    await put(transaction, 'pinned', { ...pinned, status: to }, PinnedSchema);
    marked.push(id);
  }
  return marked;
}

/** The plan that is open beside `id`, the newest where an older build left several. */
async function otherOpen(transaction: Writing, id: PlanId): Promise<Plan | undefined> {
  const records = await transaction.objectStore('plans').getAll();
  return validOf(records, PlanSchema)
    .filter((plan) => plan.state === 'open' && plan.id !== id)
    .sort((one, other) => other.madeAt - one.madeAt)[0];
}
