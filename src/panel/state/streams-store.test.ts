import { type Signal, signal } from '@preact/signals';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { failed, fault } from '../../metrics/fault.ts';
import { CategorySliceSchema } from '../../metrics/feed/category-slice.ts';
import { FeedAddressSchema } from '../../metrics/feed/feed.ts';
import { FiguresSchema } from '../../metrics/figure.ts';
import { CategoryIdSchema, type RoomId } from '../../metrics/ids.ts';
import { accountOf } from '../../metrics/live/account.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { type Session, SessionSchema } from '../../metrics/session.ts';
import { seconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import { anyClip } from '../benchmarks/cases.ts';
import type { RoomCategory } from './category.ts';
import type { FeedsView } from './feed-store.ts';
import type { ListView } from './list-store.ts';
import { createOwnStore } from './own-store.ts';
import { roomId } from './ports.fixture.ts';
import type { RoomView } from './room-store.ts';
import { createStreamsStore, type StreamsStore } from './streams-store.ts';

const usd = v.parse(CurrencyCodeSchema, 'USD');
const beauty = v.parse(CategoryIdSchema, '601450');
const toys = v.parse(CategoryIdSchema, '604206');
const origin = { how: 'simulated', endpoint: 'test', at: 1 };

const figuresOf = (gmvPerHour: number, followRate: number) =>
  v.parse(FiguresSchema, {
    gmvPerHour: { money: { amount: String(gmvPerHour), currency: 'USD' }, origin },
    followRate: { value: followRate, origin },
  });
const roomOf = (id: RoomId) =>
  ({
    id,
    ...accountOf({ handle: 'shop.one' }),
    status: 'ended',
    startedAt: unixSeconds(1_000),
    endedAt: unixSeconds(4_600),
  }) as const;
const own = (place: number, followRate = 0.02): RoomRecord => ({
  id: roomId(place),
  room: roomOf(roomId(place)),
  currency: usd,
  figures: figuresOf(100 * place, followRate),
  fetchedAt: unixMs(1),
  revision: 1,
  simulated: false,
});
const inView = (place: number): RoomView => {
  const session: Session = {
    version: 1,
    room: roomOf(roomId(place)),
    currency: usd,
    figures: figuresOf(100, 0.03),
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
  };
  return { id: roomId(place), session, busy: 'no', missing: [] };
};
/** A feed that tells of LIVEs, each with a clip of this factor. */
const told = (...lives: (readonly [place: number, factor: string])[]): FeedsView => ({
  slices: [
    {
      feed: {
        address: v.parse(FeedAddressSchema, 'https://feed.example/index.json'),
        name: 'Agency',
        simulated: false,
      },
      slice: v.parse(CategorySliceSchema, {
        region: 'US',
        category: beauty,
        day: '2026-11-20',
        window: 28,
        shops: 6,
        lives: 40,
        currency: 'USD',
        metrics: {},
        rooms: lives.map(([place, factor]) => ({
          room: roomId(place),
          startedAt: 1_000,
          endedAt: 4_600,
          currency: 'USD',
          figures: { gmvPerHour: 900 },
          clips: [{ factor, metric: 'followRate', level: 0.1, from: 60, to: 120 }],
        })),
      }),
      checkedAt: unixMs(1),
      stale: false,
    },
  ],
  lacks: [],
  known: true,
});

let room: Signal<RoomView>;
let list: Signal<ListView>;
let settings: Signal<Settings>;
let category: Signal<RoomCategory>;
let feeds: Signal<FeedsView>;
let history: Signal<'running' | undefined>;
let streams: StreamsStore;
beforeEach(() => {
  room = signal(inView(1));
  list = signal({ rooms: [own(1), own(2)], known: true, fetching: false });
  settings = signal(defaultSettings);
  category = signal({ from: 'unknown' });
  feeds = signal(told([50, 'follows']));
  const change = async () => failed(fault('internal'));
  const { view } = createOwnStore({ room, list, settings: { settings, change } });
  history = signal(undefined);
  streams = createStreamsStore({ room, list, own: view, settings, category, feeds, history });
});
const rooms = () => streams.cases.value.map(({ kind, live }) => `${kind} ${live.room}`);

describe('LIVEs to learn from', () => {
  it('are those of feeds and the seller’s other ones, never the LIVE in view', () => {
    expect(rooms()).toEqual([`feed ${roomId(50)}`, `own ${roomId(2)}`]);
    room.value = inView(2);
    expect(rooms()).toEqual([`feed ${roomId(50)}`, `own ${roomId(1)}`]);
  });

  it('are none while no LIVE is in view', () => {
    room.value = { busy: 'no', missing: [] };
    expect(rooms()).toEqual([]);
  });

  it('are the seller’s own where a feed tells of the same LIVE, in view or not', () => {
    feeds.value = told([1, 'follows'], [2, 'follows'], [51, 'follows']);
    expect(rooms()).toEqual([`feed ${roomId(51)}`, `own ${roomId(2)}`]);
  });

  it('are of the category of the LIVE in view, as it is named by hand', () => {
    category.value = { from: 'shop', id: beauty };
    expect(rooms()).toEqual([`feed ${roomId(50)}`]);
    settings.value = {
      ...defaultSettings,
      roomCategories: { [roomId(2)]: beauty },
    };
    expect(rooms()).toEqual([`feed ${roomId(50)}`, `own ${roomId(2)}`]);
  });

  it('show a factor by a feed’s clip, and an own one by doing better in it than the LIVE in view', () => {
    expect(streams.showing('follows')).toBe(1);
    list.value = { ...list.value, rooms: [own(1), own(2, 0.031), own(3, 0.03)] };
    expect(streams.showing('follows')).toBe(2);
    feeds.value = told([50, 'comments']);
    expect(streams.showing('follows')).toBe(1);
    expect(streams.mine.value).toMatchObject({ currency: 'USD' });
    expect(streams.mine.value.figure('followRate')).toBe(0.03);
  });
});

describe('the LIVE that they are held against', () => {
  it('knows its best stretch as long as a clip, and nothing where its course is not known', () => {
    const tenMinutes = seconds(600);
    expect(streams.mine.value.best('gmvPerHour', tenMinutes)).toBeUndefined();
    const { session, ...view } = inView(1);
    if (session === undefined) throw new Error('no LIVE');
    const points = [20, 40, 60, 30].map((value, place) => [1_000 + place * 300, value] as const);
    const gmv = { metric: 'gmv', kind: 'amount', points };
    const { timeline } = v.parse(SessionSchema, {
      ...session,
      timeline: { interval: 300, series: [gmv] },
    });
    room.value = { ...view, session: { ...session, timeline } };
    expect(streams.mine.value.best('gmvPerHour', tenMinutes)).toBeCloseTo(100 * 6);
    expect(streams.mine.value.best('ctor', tenMinutes)).toBeUndefined();
  });

  it('says why it has no best minutes: no course is known, or its steps are longer than a clip', () => {
    expect(streams.courseLack.value).toEqual({ kind: 'unknown' });
    const { session, ...view } = inView(1);
    if (session === undefined) throw new Error('no LIVE');
    const withSteps = (interval: number) => {
      const points = [20, 40, 60].map((value, place) => [1_000 + place * interval, value] as const);
      const series = [{ metric: 'gmv', kind: 'amount', points }];
      const parsed = v.parse(SessionSchema, { ...session, timeline: { interval, series } });
      room.value = { ...view, session: parsed };
      return streams.courseLack.value;
    };
    expect(withSteps(900)).toEqual({ kind: 'coarse', step: 900, length: 600 });
    expect(withSteps(300)).toBeUndefined();
    // Steps that would do, of a LIVE shorter than a clip.
    expect(withSteps(60)).toEqual({ kind: 'unknown' });
    room.value = { busy: 'no', missing: [] };
    expect(streams.courseLack.value).toBeUndefined();
  });
});

describe('what is looked for', () => {
  it('is a factor alone when it is asked for from elsewhere', () => {
    streams.wanted.value = { ...anyClip, origin: 'own', gmv: { least: 5 } };
    streams.want('follows');
    expect(streams.wanted.value).toEqual({ ...anyClip, factor: 'follows' });
  });

  it('stays through new figures, and is everything again with another LIVE or category', () => {
    streams.want('follows');
    room.value = inView(1);
    list.value = { ...list.value, rooms: [own(1), own(2), own(3)] };
    expect(streams.wanted.value.factor).toBe('follows');
    room.value = inView(2);
    expect(streams.wanted.value).toEqual(anyClip);
    streams.want('follows');
    category.value = { from: 'shop', id: toys };
    expect(streams.wanted.value).toEqual(anyClip);
  });

  describe('of the seller’s own where there are none', () => {
    const listed = (...rooms: RoomRecord[]): void => {
      list.value = { rooms, withFigures: rooms, known: true, fetching: false };
    };
    const unread = (place: number): RoomRecord => {
      const { fetchedAt: _, ...record } = own(place);
      return { ...record, figures: {} };
    };
    beforeEach(() => {
      category.value = { from: 'room', id: toys };
    });

    it('are said to be none of the category once each is known to be of another', () => {
      listed(own(1), { ...own(2), category: beauty });
      expect(streams.ownLack.value).toEqual({ kind: 'other' });
    });

    it('are said to be open as many as may still turn out to be of it', () => {
      listed(own(1), { ...own(2), category: beauty }, own(3), unread(4));
      expect(streams.ownLack.value).toEqual({ kind: 'open', count: 2 });
      settings.value = { ...defaultSettings, shopCategory: beauty };
      expect(streams.ownLack.value).toEqual({ kind: 'open', count: 2 });
    });

    it('are said to be read while they are: by the archive, or from Seller Center', () => {
      list.value = { rooms: [own(1), own(2)], known: true, fetching: false };
      expect(streams.ownLack.value).toEqual({ kind: 'reading' });
      listed(own(1), unread(2));
      expect(streams.ownLack.value).toEqual({ kind: 'open', count: 1 });
      history.value = 'running';
      expect(streams.ownLack.value).toEqual({ kind: 'reading' });
      listed(own(1), { ...own(2), category: beauty });
      expect(streams.ownLack.value).toEqual({ kind: 'other' });
    });

    it('are said to be unread where no category is asked for', () => {
      category.value = { from: 'unknown' };
      listed(own(1), unread(2));
      expect(streams.ownLack.value).toEqual({ kind: 'unread' });
    });

    it('are said to lack GMV per hour where that alone is missing, whatever else isn’t known', () => {
      listed(own(1), { ...own(2), figures: {}, category: toys }, { ...own(3), category: beauty });
      expect(streams.ownLack.value).toEqual({ kind: 'bare' });
      listed(own(1), { ...own(2), figures: {}, category: toys }, unread(3));
      expect(streams.ownLack.value).toEqual({ kind: 'bare' });
      category.value = { from: 'unknown' };
      expect(streams.ownLack.value).toEqual({ kind: 'bare' });
    });

    it('are said not to be there where none lies near enough, once no more are being read', () => {
      const late = {
        ...roomOf(roomId(2)),
        startedAt: unixSeconds(9e7),
        endedAt: unixSeconds(9.1e7),
      };
      listed(own(1), { ...own(2), room: late });
      expect(streams.ownLack.value).toEqual({ kind: 'none' });
      category.value = { from: 'unknown' };
      expect(streams.ownLack.value).toEqual({ kind: 'none' });
      history.value = 'running';
      expect(streams.ownLack.value).toEqual({ kind: 'reading' });
    });

    it('are said to be unreadable where the archive couldn’t read their figures', () => {
      const rooms = [own(1), { ...own(2), category: toys }].map(({ figures: _, ...room }) => room);
      list.value = { rooms, known: true, fetching: false, unread: fault('storage-broken') };
      expect(streams.ownLack.value).toEqual({ kind: 'unreadable' });
    });
  });
});
