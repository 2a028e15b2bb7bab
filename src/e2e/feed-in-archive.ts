import { pictureUrl } from '../demo/endpoints/values.ts';
import { FEED_HOST } from '../demo/feed/feed.ts';
import { replayPath } from '../demo/replay.ts';
import type { BenchmarkRoom, CategorySlice } from '../metrics/feed/category-slice.ts';
import type { CategoryId } from '../metrics/ids.ts';
import { DAY_MS, DAY_SECONDS, unixMs } from '../metrics/time.ts';
import { BEAUTY } from '../sources/sample/catalogue.ts';
import { sampleSlice } from '../sources/sample/feed.ts';
import { putRaw } from './raw-archive.ts';
import type { Stage } from './stage.ts';

/** The name of the feed that is put into the archive. */
export const FEED_NAME = 'Bright Agency';
const ADDRESS = 'https://feed.example/index.json';

/**
 * Puts what a feed said of beauty into the archive, fresh as if just read, and names beauty as the
 * shop's category. Its recordings lie on a host that the extension may not read; `change` may make its
 * LIVEs others.
 */
export async function keepFeed(
  stage: Stage,
  change: (room: BenchmarkRoom, place: number) => BenchmarkRoom = (room) => room,
): Promise<{ slice: CategorySlice; category: CategoryId }> {
  const now = Date.now();
  const length = ({ startedAt = 0, endedAt = 0 }) => endedAt - startedAt;
  const longest = stage.demo
    .sessions()
    .map(({ room }) => room)
    .filter(({ endedAt = 0 }) => endedAt > now / 1_000 - 20 * DAY_SECONDS)
    .toSorted((one, other) => length(other) - length(one))[0];
  if (longest?.endedAt === undefined) throw new Error('The demo has no LIVE that ended lately.');
  const recording = `https://${FEED_HOST}${replayPath(longest.id, longest.endedAt)}`;
  const picture = pictureUrl(FEED_HOST, longest.id);
  const made = sampleSlice(BEAUTY, {
    now: unixMs(now),
    media: { recording: () => recording, cover: () => picture },
  });
  if (made === undefined) throw new Error('The sample feed says nothing of beauty.');
  const slice: CategorySlice = { ...made, rooms: made.rooms.map(change) };
  const fresh = { checkedAt: now, freshUntil: now + DAY_MS };
  const { region, category, basis, day, currency } = slice;
  const cover = { region, category, basis, day, currency, address: `${ADDRESS}/slice.json` };
  const records = {
    feeds: [
      {
        address: ADDRESS,
        name: FEED_NAME,
        simulated: true,
        addedAt: now,
        ...fresh,
        days: 1,
        covers: [cover],
      },
    ],
    slices: [
      {
        feed: ADDRESS,
        region,
        category,
        basis,
        address: cover.address,
        slice,
        ...fresh,
        usedAt: now,
      },
    ],
  };
  const page = await stage.context.newPage();
  await page.goto(`${stage.extension}/src/options/options.html`);
  const request = JSON.stringify({
    app: 'live-diagnosis',
    verb: 'settings.set',
    request: { shopCategory: category },
  });
  await page.evaluate(`chrome.runtime.sendMessage(${request})`);
  await putRaw(page, 'shop', records);
  await page.close();
  return { slice, category };
}
