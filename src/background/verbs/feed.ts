import { ok } from '../../metrics/fault.ts';
import type { feedVerbs } from '../../platform/verbs/feed.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { categoryOfFeeds, feedOf } from '../feed/category.ts';
import { addFeed, refreshIndex } from '../feed/feeds.ts';
import { refreshSlicesOf } from '../feed/in-use.ts';
import { giveBack } from '../feed/permission.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { sampleCategory } from '../rooms/sample-feed.ts';

/** Answers the verbs of `platform/verbs/feed.ts`. */
export const feedHandlers: HandlersOf<typeof feedVerbs> = {
  /** The benchmark feeds that the seller added. */
  'feed.list': async () => ok({ feeds: (await (await shopArchive()).feeds()).map(feedOf) }),

  /** Reads a feed's index and adds the feed; the permission of one that can't be added isn't kept. */
  'feed.add': async ({ address }) => {
    try {
      const added = await addFeed(address);
      return added.ok ? ok({ feed: feedOf(added.value) }) : added;
    } finally {
      await giveBack(address);
    }
  },

  /** Drops a feed with all it said, and the permission to read it. */
  'feed.drop': async ({ address }) => {
    const dropped = await (await shopArchive()).dropFeed(address);
    await giveBack(address);
    return ok(dropped === undefined ? {} : { dropped });
  },

  /** Puts a dropped feed back. */
  'feed.restore': async ({ dropped }) => {
    const archive = await shopArchive();
    await currentGeneration().write(() => archive.restoreFeed(dropped));
    return ok({});
  },

  /** Asks a feed anew for its index, and then for all that is in use of it. */
  'feed.refresh': async ({ address }) => {
    const asked = await refreshIndex(address, true);
    if (!asked.ok) return asked;
    await refreshSlicesOf(address, await shopArchive(), true);
    return ok({ feed: feedOf(asked.value) });
  },

  /** What the feeds say of a category; the sample shop has a simulated feed of its own. */
  'feed.category': async ({ which, ...wanted }) =>
    ok(which === 'sample' ? sampleCategory(wanted) : await categoryOfFeeds(wanted)),
};
