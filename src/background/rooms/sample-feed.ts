import * as v from 'valibot';
import type { CategorySlice } from '../../metrics/feed/category-slice.ts';
import { FeedAddressSchema, type FeedName } from '../../metrics/feed/feed.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import { DAY_MS, type UnixMs, unixMs } from '../../metrics/time.ts';
import { now } from '../../platform/current-time.ts';
import type { Replies } from '../../platform/protocol.ts';
import { SAMPLE_FEED_NAME, sampleFeedDay, sampleSlice } from '../../sources/sample/feed.ts';
import type { WantedCover } from '../feed/covers.ts';

/** Nothing answers there, and nothing is asked: `invalid` is a name that no host can have. */
const feed: FeedName = {
  address: v.parse(FeedAddressSchema, 'https://sample.invalid/index.json'),
  name: SAMPLE_FEED_NAME,
  simulated: true,
};

/** Made in about a quarter of a second each, once a day. */
const made = new Map<CategoryId, CategorySlice | undefined>();
let madeOn = '';

/** What the sample shop is compared with: a simulated feed, made here without any network. */
export function sampleCategory({ category, basis }: WantedCover): Replies['feed.category'] {
  const at = now();
  const slice = basis === 'attributed' ? sliceOf(category, at) : undefined;
  if (slice === undefined) return { slices: [], lacks: [{ feed, reason: 'not-covered' }] };
  const checkedAt = unixMs(Math.floor(at / DAY_MS) * DAY_MS);
  return { slices: [{ feed, slice, checkedAt, stale: false }], lacks: [] };
}

function sliceOf(category: CategoryId, at: UnixMs): CategorySlice | undefined {
  const day = sampleFeedDay(at);
  if (day !== madeOn) made.clear();
  madeOn = day;
  if (!made.has(category)) made.set(category, sampleSlice(category, { now: at, replays: 'film' }));
  return made.get(category);
}
