import { faultOfStorage } from '../../archive/storage-error.ts';
import type { Archive } from '../../archive/types.ts';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { FeedAddress } from '../../metrics/feed/feed.ts';
import type { Cover, KeptFeed, KeptSlice } from '../../metrics/feed/kept-feed.ts';
import { type UnixMs, unixMs } from '../../metrics/time.ts';
import { now } from '../../platform/current-time.ts';
import type { FeedIndex } from '../../sources/feed/index-schema.ts';
import { limits } from '../../sources/feed/limits.ts';
import { readIndex } from '../../sources/feed/read-index.ts';
import { readSlice } from '../../sources/feed/read-slice.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration, type DataGeneration } from '../data-generation.ts';
import { createJobs } from '../rooms/jobs.ts';
import { coversIn } from './covers.ts';
import { isFeedDue, isResting, troubleAfter } from './freshness.ts';
import { askFeed, type FeedAnswer } from './request.ts';

/** Two requests at a time over all feeds, and one for an address however many ask. */
const jobs = createJobs<Result<true>>(2);

interface Work {
  readonly archive: Archive;
  readonly generation: DataGeneration;
  readonly at: UnixMs;
}

/** Reads a feed's index for the first time and keeps the feed; one that is kept already is asked anew. */
export async function addFeed(address: FeedAddress): Promise<Result<KeptFeed>> {
  const added = await run(address, true, async (work) => {
    const known = await work.archive.feed(address);
    return known === undefined ? askFirst(address, work) : askIndex(known, work);
  });
  return added.ok ? keptFeed(address) : added;
}

/** Asks a feed for its index, where it is due or `force` says so; the feed as it stands then. */
export async function refreshIndex(address: FeedAddress, force = false): Promise<Result<KeptFeed>> {
  const asked = await run(address, force, async (work) => {
    const feed = await work.archive.feed(address);
    if (feed === undefined) return failed(fault('feed-missing', 'dropped'));
    return force || isFeedDue(feed, work.at) ? askIndex(feed, work) : ok(true);
  });
  return asked.ok ? keptFeed(address) : asked;
}

/** Asks a feed for what it says of a region and category, where that is due or `force` says so. */
export function refreshSlice(
  feed: FeedAddress,
  cover: Cover,
  force = false,
): Promise<Result<true>> {
  return run(cover.address, force, async (work) => {
    const known = await work.archive.slice(feed, cover);
    if (!force && !isSliceDue(known, cover, work.at)) return ok(true);
    return askSlice(feed, cover, known, work);
  });
}

/** Whether a slice is to be asked for: it was never read, a newer day is there, or it is due. */
export function isSliceDue(known: KeptSlice | undefined, cover: Cover, at: UnixMs): boolean {
  if (known === undefined) return true;
  const other = known.slice?.day !== cover.day;
  return other ? !isResting(known, at) : isFeedDue(known, at);
}

async function askFirst(
  address: FeedAddress,
  { archive, generation, at }: Work,
): Promise<Result<true>> {
  const answer = await askFeed(
    { address, most: limits.indexBytes },
    (text) => readIndex(text, at),
    generation,
  );
  if (!answer.ok) return answer;
  const { read } = answer.value;
  if (read === undefined) return failed(fault('feed-down', 'nothing new at first'));
  const feed = {
    address,
    addedAt: at,
    ...told(address, read.value),
    ...answered(answer.value, at),
  };
  await generation.write(() => archive.keepFeed(feed));
  return ok(true);
}

async function askIndex(feed: KeptFeed, { archive, generation, at }: Work): Promise<Result<true>> {
  const { address, etag } = feed;
  const answer = await askFeed(
    { address, most: limits.indexBytes, etag },
    (text) => readIndex(text, at),
    generation,
  );
  await generation.write(() =>
    archive.changeFeed(address, (known) => {
      if (!answer.ok) return { ...known, trouble: troubleAfter(known.trouble, answer, at) };
      const { read } = answer.value;
      const news = read === undefined ? {} : told(address, read.value);
      return { ...known, ...news, ...answered(answer.value, at), trouble: undefined };
    }),
  );
  return answer.ok ? ok(true) : answer;
}

async function askSlice(
  feed: FeedAddress,
  cover: Cover,
  known: KeptSlice | undefined,
  { archive, generation, at }: Work,
): Promise<Result<true>> {
  const { address, region, category, basis, day } = cover;
  const sameFile = known?.address === address && known.slice !== undefined;
  const answer = await askFeed(
    { address, most: limits.sliceBytes, etag: sameFile ? known.etag : undefined },
    (text) => readSlice(text, { region, category, basis, day }, at),
    generation,
  );
  const before = known ?? { feed, region, category, basis, address, usedAt: at, ...unread };
  const after: KeptSlice = answer.ok
    ? {
        ...before,
        address,
        ...(answer.value.read === undefined ? {} : { slice: answer.value.read.value }),
        ...answered(answer.value, at),
        trouble: undefined,
      }
    : { ...before, trouble: troubleAfter(before.trouble, answer, at) };
  const kept = await generation.write(() => archive.keepSlice(after));
  if (!kept) return failed(fault('feed-missing', 'dropped'));
  return answer.ok ? ok(true) : answer;
}

const unread: Pick<KeptSlice, 'checkedAt' | 'freshUntil' | 'trouble'> = {
  checkedAt: unixMs(0),
  freshUntil: unixMs(0),
};

/** What an index says of its feed. */
function told(
  address: FeedAddress,
  index: FeedIndex,
): Omit<KeptFeed, 'address' | 'addedAt' | keyof Answered> {
  return {
    name: index.name,
    publisher: index.publisher,
    simulated: index.simulated === true,
    days: new Set(index.slices.map(({ day }) => day)).size,
    covers: coversIn(address, index),
  };
}

type Answered = Pick<KeptFeed, 'checkedAt' | 'freshUntil' | 'etag' | 'trouble'>;

function answered({ freshMs, read }: FeedAnswer<unknown>, at: UnixMs): Omit<Answered, 'trouble'> {
  return {
    checkedAt: at,
    freshUntil: unixMs(at + freshMs),
    ...(read === undefined ? {} : { etag: read.etag }),
  };
}

function run(
  address: FeedAddress,
  force: boolean,
  work: (with_: Work) => Promise<Result<true>>,
): Promise<Result<true>> {
  const generation = currentGeneration();
  const start = force ? jobs.runAnew : jobs.run;
  return start(`${generation.number}/${address}`, async () => {
    try {
      return await work({ archive: await shopArchive(), generation, at: now() });
    } catch (error) {
      // What is deleted under it ends the work with a fault, as other reasons do.
      if (generation.signal.aborted) return failed(faultOfStorage(error));
      throw error;
    }
  });
}

async function keptFeed(address: FeedAddress): Promise<Result<KeptFeed>> {
  const feed = await (await shopArchive()).feed(address);
  return feed === undefined ? failed(fault('feed-missing', 'dropped')) : ok(feed);
}
