import * as v from 'valibot';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import {
  type Feed,
  FeedAddressSchema,
  type FeedLack,
  type FeedSlice,
} from '../../metrics/feed/feed.ts';
import { type DroppedFeed, DroppedFeedSchema } from '../../metrics/feed/kept-feed.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { SalesBasisSchema } from '../../metrics/sales-basis.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** Benchmark feeds. */
export const feedVerbs = {
  /** The benchmark feeds that the seller added. */
  'feed.list': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly feeds: readonly Feed[] }>(),
    idempotent: true,
  }),
  /** Reads a feed's index and adds the feed; its origin must be allowed by then. */
  'feed.add': defineVerb({
    from: 'panel',
    request: v.object({ address: FeedAddressSchema }),
    reply: reply<{ readonly feed: Feed }>(),
    idempotent: true,
  }),
  /** Drops a feed with all it said; answered with that, for `feed.restore`. */
  'feed.drop': defineVerb({
    from: 'panel',
    request: v.object({ address: FeedAddressSchema }),
    /** Without anything where there was no such feed. */
    reply: reply<{ readonly dropped?: DroppedFeed }>(),
    idempotent: false,
  }),
  'feed.restore': defineVerb({
    from: 'panel',
    request: v.object({ dropped: DroppedFeedSchema }),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
  /** Asks a feed anew for its index and for what is in use of it, whatever their age. */
  'feed.refresh': defineVerb({
    from: 'panel',
    request: v.object({ address: FeedAddressSchema }),
    reply: reply<{ readonly feed: Feed }>(),
    idempotent: true,
  }),
  /**
   * What the feeds say of a category: at once what is known, the rest is asked for behind and told
   * as news. Without a region the currency's is taken where it has one only.
   */
  'feed.category': defineVerb({
    from: 'panel',
    request: v.object({
      which: archiveNames,
      region: v.optional(RegionSchema),
      currency: v.optional(CurrencyCodeSchema),
      category: CategoryIdSchema,
      basis: SalesBasisSchema,
    }),
    /** What is known, in the order the feeds were added, and which feeds have nothing to say. */
    reply: reply<{ readonly slices: readonly FeedSlice[]; readonly lacks: readonly FeedLack[] }>(),
    idempotent: true,
  }),
};
