import { fault } from '../../metrics/fault.ts';
import type { Feed, FeedLack, FeedName, FeedSlice } from '../../metrics/feed/feed.ts';
import type { Cover, KeptFeed, KeptSlice, Trouble } from '../../metrics/feed/kept-feed.ts';
import { HOUR_MS, type UnixMs, unixMs } from '../../metrics/time.ts';
import { now } from '../../platform/current-time.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { coverOf, type WantedCover } from './covers.ts';
import { isSliceDue, refreshIndex, refreshSlice } from './feeds.ts';
import { isFeedDue, isStale } from './freshness.ts';

/** How exactly it is noted when a slice was last in use. */
const USE_MS = HOUR_MS;

interface Said {
  readonly slices: readonly FeedSlice[];
  readonly lacks: readonly FeedLack[];
}

/** What the feeds are known to say of a category, at once; what is missing or old is asked for behind. */
export async function categoryOfFeeds(wanted: WantedCover): Promise<Said> {
  const archive = await shopArchive();
  const at = now();
  const slices: FeedSlice[] = [];
  const lacks: FeedLack[] = [];
  for (const feed of await archive.feeds()) {
    const cover = coverOf(feed.covers, wanted);
    const known = typeof cover === 'string' ? undefined : await archive.slice(feed.address, cover);
    const indexDue = isFeedDue(feed, at);
    const due = indexDue || (typeof cover !== 'string' && isSliceDue(known, cover, at));
    if (due) behind(feed, wanted);
    if (known !== undefined) await noteUse(known, at);
    if (typeof cover === 'string') lacks.push({ feed: nameOf(feed), reason: cover });
    else if (known?.slice === undefined) lacks.push({ feed: nameOf(feed), ...lackOf(known, due) });
    else slices.push(said(feed, cover, { ...known, slice: known.slice }, at));
  }
  return { slices, lacks };
}

function said(
  feed: KeptFeed,
  cover: Cover,
  known: KeptSlice & { slice: NonNullable<KeptSlice['slice']> },
  at: UnixMs,
): FeedSlice {
  const trouble = known.trouble ?? feed.trouble;
  return {
    feed: { ...nameOf(feed), simulated: feed.simulated || known.slice.simulated === true },
    slice: known.slice,
    checkedAt: known.checkedAt,
    stale: known.slice.day !== cover.day || isStale(known, at),
    ...(trouble === undefined ? {} : { fault: faultIn(trouble) }),
  };
}

function lackOf(known: KeptSlice | undefined, asking: boolean): Pick<FeedLack, 'reason' | 'fault'> {
  if (known?.trouble === undefined || asking) return { reason: 'asking' };
  return { reason: 'failed', fault: faultIn(known.trouble) };
}

/** First the index, as it may name a newer day; then what is wanted of it. Failures are kept with what failed. */
function behind({ address }: KeptFeed, wanted: WantedCover): void {
  const work = async (): Promise<void> => {
    const archive = await shopArchive();
    await refreshIndex(address);
    const feed = await archive.feed(address);
    const cover = feed === undefined ? 'not-covered' : coverOf(feed.covers, wanted);
    if (typeof cover !== 'string') await refreshSlice(address, cover);
  };
  work().catch((error: unknown) => console.error(error));
}

async function noteUse(known: KeptSlice, at: UnixMs): Promise<void> {
  if (at - known.usedAt < USE_MS) return;
  const generation = currentGeneration();
  const archive = await shopArchive();
  await generation.write(() => archive.useSlice(known.feed, known, unixMs(at)));
}

function nameOf({ address, name, simulated }: KeptFeed): FeedName {
  return { address, name, simulated };
}

function faultIn({ code, detail }: Trouble) {
  return fault(code, detail);
}

/** A feed as the seller sees it. */
export function feedOf(kept: KeptFeed): Feed {
  const { covers, days, publisher, addedAt, checkedAt, trouble } = kept;
  const newest = covers
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return {
    ...nameOf(kept),
    ...(publisher === undefined ? {} : { publisher }),
    addedAt,
    checkedAt,
    ...(trouble === undefined ? {} : { fault: faultIn(trouble) }),
    regions: new Set(covers.map(({ region }) => region)).size,
    categories: new Set(covers.map(({ category }) => category)).size,
    days,
    ...(newest === undefined ? {} : { newest }),
  };
}
