import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type CategorySlice, DaySchema, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { type CategoryId, CategoryIdSchema, type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { topProductOf } from '../../metrics/top-product.ts';
import type { FeedIndex } from '../../sources/feed/index-schema.ts';
import { readIndex } from '../../sources/feed/read-index.ts';
import { readSlice } from '../../sources/feed/read-slice.ts';
import { sampleShop } from '../../sources/sample/index.ts';
import { type Built, buildFeed } from './build/build.ts';
import { Published } from './build/published.ts';
import { filesOf } from './lives/files.ts';
import { readFeedArguments } from './options.ts';

/** A Tuesday; the sample shops' LIVEs lie before it. */
export const feedNow = Date.parse('2026-11-24T18:00:00Z') / 1000;

export const US = v.parse(RegionSchema, 'US');
export const BEAUTY = v.parse(CategoryIdSchema, '601450');
export const DAY = v.parse(DaySchema, '2026-11-20');

const made = new Map<number, readonly Session[]>();

/** The LIVEs of simulated shops, each with a creator of its own; made once for all the tests of a process. */
export function shopsOf(count: number): Session[] {
  return Array.from({ length: count }, (_, place) => {
    const known = made.get(place) ?? shopOf(place);
    made.set(place, known);
    return known;
  }).flat();
}

function shopOf(place: number): Session[] {
  const { rooms } = sampleShop({ now: unixMs(feedNow * 1000), seed: place + 1, replays: 'demo' });
  return rooms.map(
    ({ session }, nth): Session => ({
      ...session,
      room: {
        ...session.room,
        // Two seeds may draw the same id.
        id: idOf(session, place * 100 + nth),
        creator: { id: String(7_000 + place), handle: `shop.${place}` },
      },
    }),
  );
}

/** The same without what is only looked at in the LIVEs that are chosen, so that files stay small. */
export function withoutCourse(session: Session): Session {
  const { timeline: _, audience: __, sources: ___, pins: ____, products = [], ...rest } = session;
  const top = topProductOf(products);
  return { ...rest, products: top === undefined ? [] : [top] };
}

function idOf({ room }: Session, number: number): RoomId {
  return v.parse(RoomIdSchema, `${room.id.slice(0, -4)}${String(number).padStart(4, '0')}`);
}

export function writeLines(path: string, sessions: readonly object[]): string {
  writeFileSync(path, sessions.map((session) => `${JSON.stringify(session)}\n`).join(''));
  return path;
}

/** Builds as the command does, in this process. */
export async function build(...args: string[]): Promise<Built> {
  const request = readFeedArguments(args);
  if (request.want !== 'feed') throw new Error(JSON.stringify(request));
  const { options } = request;
  const found = filesOf(options.sessions, options.out);
  if (!found.ok) throw new Error(found.problem.key);
  const before = Published.in(options.out, feedNow);
  if (before === 'other') throw new Error('Something else lies there.');
  const published = options.afresh ? Published.nothing() : before;
  const told = { read: () => {}, day: () => {} };
  const built = await buildFeed(found.files, options, published, feedNow, told);
  if ('unconfirmed' in built) throw new Error('Nobody confirmed the right to publish these.');
  return built;
}

/** A slice of a feed that was built, by its reader. */
export function sliceIn(out: string, category: CategoryId = BEAUTY, day = DAY): CategorySlice {
  const text = readFileSync(join(out, `v2/US/${category}/attributed/${day}.json`), 'utf8');
  const read = readSlice(text, { region: US, category, day }, unixMs(feedNow * 1000));
  if (!read.ok) throw new Error(`${read.fault.code} ${read.fault.detail}`);
  return read.value;
}

/** The index of a feed that was built, by its reader. */
export function indexIn(out: string): FeedIndex {
  const read = readIndex(readFileSync(join(out, 'index.json'), 'utf8'), unixMs(feedNow * 1000));
  if (!read.ok) throw new Error(`${read.fault.code} ${read.fault.detail}`);
  return read.value;
}
