import { ok } from '../../metrics/fault.ts';
import { shopArchive } from '../archives.ts';
import { thisEra } from '../era.ts';
import { categoryOfFeeds, feedOf } from '../feed/category.ts';
import { addFeed, refreshIndex } from '../feed/feeds.ts';
import { refreshSlicesOf } from '../feed/in-use.ts';
import { giveBack } from '../feed/permission.ts';
import type { Handler } from '../router.ts';
import { sampleCategory } from '../sample-feed.ts';

/** The benchmark feeds that the seller added. */
export const feedList: Handler<'feed.list'> = async () =>
  ok({ feeds: (await (await shopArchive()).feeds()).map(feedOf) });

/** Reads a feed's index and adds the feed; the permission of one that can't be added isn't kept. */
export const feedAdd: Handler<'feed.add'> = async ({ address }) => {
  try {
    const added = await addFeed(address);
    return added.ok ? ok({ feed: feedOf(added.value) }) : added;
  } finally {
    await giveBack(address);
  }
};

/** Drops a feed with all it said, and the permission to read it. */
export const feedDrop: Handler<'feed.drop'> = async ({ address }) => {
  const dropped = await (await shopArchive()).dropFeed(address);
  await giveBack(address);
  return ok(dropped === undefined ? {} : { dropped });
};

/** Puts a dropped feed back. */
export const feedRestore: Handler<'feed.restore'> = async ({ dropped }) => {
  const archive = await shopArchive();
  await thisEra().write(() => archive.restoreFeed(dropped));
  return ok({});
};

/** Asks a feed anew for its index, and then for all that is in use of it. */
export const feedRefresh: Handler<'feed.refresh'> = async ({ address }) => {
  const asked = await refreshIndex(address, true);
  if (!asked.ok) return asked;
  await refreshSlicesOf(address, await shopArchive(), true);
  return ok({ feed: feedOf(asked.value) });
};

/** What the feeds say of a category; the sample shop has a simulated feed of its own. */
export const feedCategory: Handler<'feed.category'> = async ({ which, ...wanted }) =>
  ok(which === 'sample' ? sampleCategory(wanted) : await categoryOfFeeds(wanted));
