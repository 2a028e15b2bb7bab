import { createHash } from 'node:crypto';
import { DAY_MS, HOUR_SECONDS, seconds, unixMs } from '../../metrics/time.ts';
import { INDEX_FORMAT } from '../../sources/feed/index-schema.ts';
import { SLICE_FORMAT } from '../../sources/feed/slice-schema.ts';
import { FEED_VERSION } from '../../sources/feed/version.ts';
import {
  SAMPLE_REGION,
  sampleFeedCategories,
  sampleFeedDay,
  sampleSlice,
} from '../../sources/sample/feed.ts';
import { cover } from '../cover.ts';
import { type DemoAnswer, type DemoRequest, plain } from '../exchange.ts';
import { replayPlaylist } from '../media/replay.ts';

/** The host that the demo's benchmark feed lies on. */
export const FEED_HOST = 'benchmarks.example';
/** The address that a seller of the demo adds. */
export const FEED_ADDRESS = `https://${FEED_HOST}/index.json`;

const DAYS = 2;
const FRESH_SECONDS = HOUR_SECONDS;

/** Simulating a category takes a quarter of a second: once a day is enough. */
const made = new Map<string, ReturnType<typeof sampleSlice>>();

/**
 * A benchmark feed of simulated shops: `/index.json`, a slice for each of three categories and the
 * last two days, and the covers and recordings that they name, which expire 30 days after their LIVE.
 */
export function feed(asked: DemoRequest): DemoAnswer {
  const { path, at } = asked;
  if (path === '/index.json') return json(indexAt(at));
  const [, category, day] = /^\/US\/(\d{6})\/([\d-]{10})\.json$/.exec(path) ?? [];
  if (category !== undefined && day !== undefined) return slice(category, day, at);
  const covered = /^\/covers\/(\d+)\.svg$/.exec(path)?.[1];
  if (covered !== undefined) return cover(pictureOf(covered, at));
  const recorded = /^\/replays\/(\d+)\.m3u8$/.exec(path)?.[1];
  if (recorded !== undefined) return playlist(asked);
  return plain(404, 'The demo’s feed has no such file.');
}

function indexAt(at: number) {
  return {
    format: INDEX_FORMAT,
    version: FEED_VERSION,
    name: 'Demo benchmarks',
    publisher: 'LIVE Diagnosis demo (simulated)',
    updatedAt: Math.floor(at / DAY_MS) * (DAY_MS / 1_000),
    simulated: true,
    slices: sampleFeedCategories.flatMap((category) =>
      days(at).map((day) => ({
        region: SAMPLE_REGION,
        category,
        basis: 'attributed',
        day,
        path: `US/${category}/${day}.json`,
      })),
    ),
  };
}

/** The last whole days, newest first. */
function days(at: number): readonly string[] {
  return Array.from({ length: DAYS }, (_, ago) => sampleFeedDay(unixMs(at - ago * DAY_MS)));
}

function slice(category: string, day: string, at: number): DemoAnswer {
  const known = sampleFeedCategories.find((id) => id === category);
  if (known === undefined || !days(at).includes(day)) return plain(404, 'No such slice.');
  const said = sliceOn(known, Date.parse(day) + DAY_MS);
  return json({ format: SLICE_FORMAT, version: FEED_VERSION, ...said });
}

function sliceOn(category: (typeof sampleFeedCategories)[number], now: number) {
  const key = `${category} ${now}`;
  const known = made.get(key) ?? sampleSlice(category, { now: unixMs(now), media });
  made.set(key, known);
  return known;
}

const media = {
  recording: (room: string, duration: number, expiresAt: number): string =>
    `https://${FEED_HOST}/replays/${room}.m3u8?duration=${Math.round(duration)}&expire=${expiresAt}`,
  cover: (room: string): string => `https://${FEED_HOST}/covers/${room}.svg`,
};

/** The picture that a room of the last days carries itself where nobody serves it. */
function pictureOf(room: string, at: number): string | undefined {
  for (const day of days(at)) {
    const now = unixMs(Date.parse(day) + DAY_MS);
    for (const category of sampleFeedCategories) {
      const key = `pictures ${category} ${now}`;
      const known = made.get(key) ?? sampleSlice(category, { now });
      made.set(key, known);
      const found = known?.rooms.find((one) => one.room === room);
      if (found !== undefined) return found.coverUrl;
    }
  }
  return undefined;
}

function playlist({ query, at }: DemoRequest): DemoAnswer {
  const shared = { 'access-control-allow-origin': '*' };
  if (Number(query.get('expire')) * 1_000 <= at) {
    return plain(403, 'This recording has expired.', shared);
  }
  return {
    status: 200,
    headers: { ...shared, 'content-type': 'application/vnd.apple.mpegurl' },
    body: replayPlaylist(seconds(Number(query.get('duration'))), '/demo/replay/replay.mp4'),
  };
}

/** A file that says how long it is fresh and what mark it bears, as a file server would. */
function json(value: unknown): DemoAnswer {
  const body = JSON.stringify(value);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': `max-age=${FRESH_SECONDS}`,
      etag,
    },
    body,
  };
}
