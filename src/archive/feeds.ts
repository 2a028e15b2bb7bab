import type { FeedAddress } from '../metrics/feed/feed.ts';
import { KeptFeedSchema, KeptSliceSchema } from '../metrics/feed/kept-feed.ts';
import type { RecordingMeasures } from '../metrics/recording/measures.ts';
import type { Connection } from './connection.ts';
import { putFuller } from './fuller-measures.ts';
import { tell } from './news.ts';
import {
  parseOrQuarantine,
  put,
  reading,
  readOrQuarantine,
  readRecord,
  type Writing,
  writing,
} from './transactions.ts';
import type { Feeds } from './types.ts';
import { takeUntold, tellingStores } from './untold-measures.ts';

/** The benchmark feeds of an archive and what they said. A change is one transaction, run alone. */
export function feeds(connection: Connection): Feeds {
  const stores = ['feeds', 'slices'] as const;
  const known = (transaction: Writing, feed: FeedAddress) =>
    readOrQuarantine(transaction, 'feeds', feed, KeptFeedSchema);

  return {
    async feeds() {
      const [keys, values] = await reading(connection, (database) => {
        const { store } = database.transaction('feeds');
        return Promise.all([store.getAllKeys(), store.getAll()]);
      });
      const records = keys.map((key, place) => ({ key, value: values[place] }));
      const all = await parseOrQuarantine(connection, 'feeds', records, KeptFeedSchema);
      return all.sort((one, other) => one.addedAt - other.addedAt);
    },

    feed: (address) => readRecord(connection, 'feeds', address, KeptFeedSchema),

    async keepFeed(feed) {
      await writing(connection, ['feeds'], (transaction) =>
        put(transaction, 'feeds', feed, KeptFeedSchema),
      );
      tell({ kind: 'feeds' });
    },

    async changeFeed(address, change) {
      const changed = await writing(connection, ['feeds'], async (transaction) => {
        const feed = await known(transaction, address);
        if (feed === undefined) return undefined;
        const next = change(feed);
        await put(transaction, 'feeds', next, KeptFeedSchema);
        return next;
      });
      if (changed !== undefined) tell({ kind: 'feeds' });
      return changed;
    },

    async dropFeed(address) {
      const { dropped, measures } = await writing(
        connection,
        ['feeds', ...tellingStores],
        async (transaction) => {
          const feed = await known(transaction, address);
          const slices = await slicesWithin(transaction, address);
          await transaction.objectStore('slices').delete(slicesOf(address));
          await transaction.objectStore('feeds').delete(address);
          const measures = await takeUntold(transaction);
          return { dropped: feed && { feed, slices, measures: [...measures] }, measures };
        },
      );
      tellAll(measures);
      return dropped;
    },

    async restoreFeed({ feed, slices, measures }) {
      const isBack = await writing(connection, [...stores, 'measures'], async (transaction) => {
        if ((await known(transaction, feed.address)) !== undefined) return false;
        await put(transaction, 'feeds', feed, KeptFeedSchema);
        for (const slice of slices) await put(transaction, 'slices', slice, KeptSliceSchema);
        for (const one of measures) await putFuller(transaction, one);
        return true;
      });
      tellAll(isBack ? measures : []);
    },

    slice: (feed, { region, category, basis }) =>
      readRecord(connection, 'slices', [feed, region, category, basis], KeptSliceSchema),

    async slices() {
      const [keys, values] = await reading(connection, (database) => {
        const { store } = database.transaction('slices');
        return Promise.all([store.getAllKeys(), store.getAll()]);
      });
      const records = keys.map((key, place) => ({ key, value: values[place] }));
      return parseOrQuarantine(connection, 'slices', records, KeptSliceSchema);
    },

    async keepSlice(slice) {
      const kept = await writing(connection, stores, async (transaction) => {
        if ((await known(transaction, slice.feed)) === undefined) return false;
        await put(transaction, 'slices', slice, KeptSliceSchema);
        return true;
      });
      if (kept) tell({ kind: 'feeds' });
      return kept;
    },

    async useSlice(feed, { region, category, basis }, at) {
      await writing(connection, ['slices'], async (transaction) => {
        const known = await readOrQuarantine(
          transaction,
          'slices',
          [feed, region, category, basis],
          KeptSliceSchema,
        );
        if (known === undefined) return;
        await put(transaction, 'slices', { ...known, usedAt: at }, KeptSliceSchema);
      });
    },
  };
}

/** Tells that feeds changed, and with them what is kept of recordings. */
function tellAll(measures: readonly RecordingMeasures[]): void {
  tell({ kind: 'feeds' });
  for (const { room } of measures) tell({ kind: 'measures', room });
}

async function slicesWithin(transaction: Writing, feed: FeedAddress) {
  const slices = [];
  for (const key of await transaction.objectStore('slices').getAllKeys(slicesOf(feed))) {
    const slice = await readOrQuarantine(transaction, 'slices', key, KeptSliceSchema);
    if (slice !== undefined) slices.push(slice);
  }
  return slices;
}

/** The keys of a feed's slices: arrays sort behind every text. */
function slicesOf(feed: FeedAddress): IDBKeyRange {
  return IDBKeyRange.bound([feed], [feed, []]);
}
