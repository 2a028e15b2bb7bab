import type { Archive } from '../../archive/types.ts';
import type { FeedAddress } from '../../metrics/feed/feed.ts';
import type { Cover, KeptSlice } from '../../metrics/feed/kept-feed.ts';
import { DAY_MS, type UnixMs } from '../../metrics/time.ts';
import { now } from '../../platform/current-time.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { runIsolated } from '../run-isolated.ts';
import { refreshIndex, refreshSlice } from './feeds.ts';

/** What nobody looked at for two weeks isn't asked for unasked. */
const IN_USE_MS = 14 * DAY_MS;

/** Asks the feeds in use for what is due of them; a feed that fails doesn't keep the others waiting. */
export async function refreshInUse(): Promise<void> {
  const generation = currentGeneration();
  const archive = await shopArchive();
  const feeds = new Set(inUse(await archive.slices(), now()).map(({ feed }) => feed));
  for (const feed of feeds) {
    if (generation.signal.aborted) return;
    await runIsolated(async () => {
      await refreshIndex(feed);
      await refreshSlicesOf(feed, archive, false);
    });
  }
}

/** Asks a feed for all that is in use of it, once its index was read. */
export async function refreshSlicesOf(
  feed: FeedAddress,
  archive: Archive,
  force: boolean,
): Promise<void> {
  const covers = (await archive.feed(feed))?.covers ?? [];
  const used = inUse(await archive.slices(), now()).filter((slice) => slice.feed === feed);
  await Promise.all(
    used.map(async (slice) => {
      const cover = covers.find(isOf(slice));
      if (cover !== undefined) await refreshSlice(feed, cover, force);
    }),
  );
}

function isOf({ region, category, basis }: KeptSlice) {
  return (cover: Cover): boolean =>
    cover.region === region && cover.category === category && cover.basis === basis;
}

function inUse(slices: readonly KeptSlice[], at: UnixMs): readonly KeptSlice[] {
  return slices.filter(({ usedAt }) => at - usedAt < IN_USE_MS);
}
