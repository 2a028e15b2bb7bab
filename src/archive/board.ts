import { PinnedSchema } from '../metrics/pinned.ts';
import { PlanSchema, patchedPlan } from '../metrics/plan.ts';
import type { ArchiveNews } from '../platform/protocol.ts';
import type { Connection, StoreName } from './database.ts';
import { put, reading, type Schema, sift, take, writing } from './shelf.ts';
import type { Board } from './types.ts';

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
  const keep = async <T>(store: 'pinned' | 'plans', schema: Schema<T>, record: T) => {
    await writing(connection, [store], (transaction) => put(transaction, store, record, schema));
    tell({ kind: store });
  };
  const change = async <T>(
    store: 'pinned' | 'plans',
    schema: Schema<T>,
    id: string,
    next: (known: T) => T,
  ): Promise<T | undefined> => {
    const changed = await writing(connection, [store], async (transaction) => {
      const known = await take(transaction, store, id, schema);
      if (known === undefined) return undefined;
      const record = next(known);
      await put(transaction, store, record, schema);
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
    pin: (pinned) => keep('pinned', PinnedSchema, pinned),
    changePinned: (id, patch) =>
      change('pinned', PinnedSchema, id, (known) => ({ ...known, ...patch })),
    unpin: (id) => drop('pinned', id),

    async plans() {
      const plans = await all('plans', PlanSchema);
      return plans.sort((one, other) => other.madeAt - one.madeAt);
    },
    keepPlan: (plan) => keep('plans', PlanSchema, plan),
    changePlan: (id, patch, at) =>
      change('plans', PlanSchema, id, (known) => patchedPlan(known, patch, at)),
    dropPlan: (id) => drop('plans', id),
  };
}
