import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type BenchmarkRoom,
  BenchmarkRoomSchema,
  CategorySliceSchema,
} from '../../metrics/feed/category-slice.ts';
import { FeedAddressSchema } from '../../metrics/feed/feed.ts';
import { FiguresSchema } from '../../metrics/figure.ts';
import { CategoryIdSchema, RoomIdSchema } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { DAY_SECONDS, unixMs, unixSeconds } from '../../metrics/time.ts';
import { ANY_FACTOR } from './any-factor.ts';
import {
  anyClip,
  type BenchmarkCase,
  canBePlayed,
  candidates,
  casesWanted,
  clipOf,
  feedCases,
  isExample,
  type Mine,
  meets,
  ownCases,
  stepsOfCase,
} from './cases.ts';

const origin = { how: 'simulated', endpoint: 'test', at: 1 };
const usd = v.parse(CurrencyCodeSchema, 'USD');
const roomId = (n: number) => v.parse(RoomIdSchema, `764995180536339${String(1000 + n)}`);

function record(
  n: number,
  figures: Record<string, number>,
  status: 'live' | 'ended' = 'ended',
): RoomRecord {
  const { gmvPerHour, ...scalars } = figures;
  const id = roomId(n);
  return {
    id,
    room: { id, status, startedAt: unixSeconds(1_000), endedAt: unixSeconds(4_600) },
    currency: usd,
    figures: v.parse(FiguresSchema, {
      ...Object.fromEntries(
        Object.entries(scalars).map(([key, value]) => [key, { value, origin }]),
      ),
      ...(gmvPerHour === undefined
        ? {}
        : { gmvPerHour: { money: { amount: String(gmvPerHour), currency: 'USD' }, origin } }),
    }),
    fetchedAt: unixMs(1),
    revision: 1,
    simulated: true,
  };
}

const feed = {
  address: v.parse(FeedAddressSchema, 'https://feed.example/index.json'),
  name: 'Agency',
  simulated: false,
};
const clip = (factor: string, level: number | undefined, more: object = {}) => ({
  factor,
  metric: 'ctor',
  level,
  from: 60,
  to: 120,
  ...more,
});
const live = (n: number, figures: Record<string, number>, clips: object[], currency = 'USD') =>
  v.parse(BenchmarkRoomSchema, {
    room: roomId(n),
    startedAt: 1_000,
    endedAt: 4_600,
    currency,
    figures,
    clips,
  });
const told = (room: BenchmarkRoom): BenchmarkCase => ({ kind: 'feed', live: room, feed });

const beauty = v.parse(CategoryIdSchema, '601450');
const shoes = v.parse(CategoryIdSchema, '601352');
const rooms = [
  record(1, { gmvPerHour: 300, ctor: 0.03, impressionsPerHour: 5_000 }),
  record(2, { gmvPerHour: 200, impressionsPerHour: 20_000 }),
  record(3, { gmvPerHour: 400, ctor: 0.01, impressionsPerHour: 8_000 }, 'live'),
  record(4, { ctor: 0.5, impressionsPerHour: 8_000 }),
  record(5, { gmvPerHour: 50, ctor: 0.01, impressionsPerHour: 1_000 }),
];
const mine: Mine = {
  currency: usd,
  figure: (metric) => (metric === 'ctor' ? 0.02 : undefined),
  best: () => undefined,
};
const numbers = (found: readonly BenchmarkCase[]) =>
  found.map(({ live: { room } }) => Number(room.slice(-4)) - 1_000);
const found = (cases: readonly BenchmarkCase[], wanted: Partial<typeof anyClip>) =>
  numbers(casesWanted(cases, { ...anyClip, ...wanted }, mine));

describe('what can be played', () => {
  const now = unixMs(2_000_000);
  const url = 'https://replays.example/1.m3u8';
  const kept = clip('reach', 5, { url, expiresAt: 2_001 });
  const gone = clip('reach', 9, { url, expiresAt: 1_999 });

  it('is a LIVE of a feed by the clip that shows what is wanted', () => {
    const one = told(live(1, {}, [kept, gone, clip('follows', 1)]));
    expect(canBePlayed(one, 'reach', now)).toBe(true);
    expect(canBePlayed(one, 'follows', now)).toBe(false);
    expect(canBePlayed(one, ANY_FACTOR, now)).toBe(true);
    expect(canBePlayed(told(live(2, {}, [gone])), 'reach', now)).toBe(false);
    expect(canBePlayed(told(live(3, {}, [])), ANY_FACTOR, now)).toBe(false);
  });

  it('is an own LIVE as long as its replay is kept', () => {
    const ofRoom = (room: object) =>
      ownCases(
        [record(1, { gmvPerHour: 1 })].map((one) => ({ ...one, room: { ...one.room, ...room } })),
      );
    const states = [
      {},
      { replayUrl: url, replayExpiresAt: unixSeconds(2_001) },
      { replayUrl: url, replayExpiresAt: unixSeconds(1_999) },
    ].flatMap((room) => ofRoom(room).map((one) => canBePlayed(one, ANY_FACTOR, now)));
    expect(states).toEqual([false, true, false]);
  });
});

/** Nothing says when the LIVE in view started. */
const anyTime = { start: undefined, reach: 0 };

describe('own LIVEs that may serve as a benchmark', () => {
  it('are ended and have a GMV per hour', () => {
    const own = candidates(rooms, anyTime, undefined, () => undefined);
    expect(numbers(ownCases(own))).toEqual([1, 2, 5]);
  });

  it('started near the LIVE in view, before or after it', () => {
    const near = (days: number) =>
      candidates(
        rooms,
        { start: unixSeconds(1_000 + days * DAY_SECONDS), reach: 92 * DAY_SECONDS },
        undefined,
        () => undefined,
      );
    expect([92, 93].map((days) => near(days).length)).toEqual([3, 0]);
  });

  it('are of the same category where it is known', () => {
    const categoryOf = (room: RoomRecord) => (room.id === rooms[0]?.id ? shoes : beauty);
    expect(numbers(ownCases(candidates(rooms, anyTime, beauty, categoryOf)))).toEqual([2, 5]);
  });
});

describe('LIVEs to learn from', () => {
  const own = ownCases(candidates(rooms, anyTime, undefined, () => undefined));
  const others = [
    told(
      live(11, { gmvPerHour: 900, ctor: 0.02 }, [clip('click-to-order', 0.3), clip('reach', 5)]),
    ),
    told(
      live(12, { gmvPerHour: 800, impressionsPerHour: 400, ctor: 0.05 }, [
        clip('click-to-order', 0.2),
      ]),
    ),
    told(live(13, { gmvPerHour: 7_000_000 }, [], 'VND')),
  ];

  it('stand highest first', () => {
    expect(found(own, {})).toEqual([1, 2, 5]);
  });

  it('stand by their whole LIVEs, whatever a clip of one reached', () => {
    expect(found([...others, ...own], { factor: 'click-to-order' })).toEqual([12, 1, 11]);
  });

  it('stand behind those that are known to be lower where nothing is known of them', () => {
    const silent = told(live(14, {}, [clip('click-to-order', 0.9)]));
    const zero = told(live(15, { ctor: 0 }, [clip('click-to-order', undefined)]));
    expect(found([silent, zero], { factor: 'click-to-order' })).toEqual([15, 14]);
  });

  it('show a factor by a clip, or, of the own ones, by doing better in it than the LIVE in view', () => {
    expect(found(others, { factor: 'reach' })).toEqual([11]);
    expect(found(own, { factor: 'click-to-order' })).toEqual([1]);
    expect(found(own, { factor: 'opening' })).toEqual([]);
  });

  it('are found by whose they are', () => {
    expect(found([...others, ...own], { origin: 'own' })).toEqual([1, 2, 5]);
    expect(found([...others, ...own], { origin: 'feed' })).toEqual([11, 12, 13]);
  });

  it('are in no range of a figure that is missing, or in another currency', () => {
    expect(found(others, { impressions: { least: 0 } })).toEqual([12]);
    expect(found(others, { gmv: { least: 850 } })).toEqual([11]);
    expect(found(others, { gmv: { most: 850 } })).toEqual([12]);
  });

  it('leave out the own LIVEs where a feed tells of them', () => {
    const room = live(0, {}, []);
    const slice = v.parse(CategorySliceSchema, {
      region: 'US',
      category: beauty,
      day: '2026-11-01',
      window: 7,
      shops: 3,
      lives: 9,
      metrics: {},
      rooms: [room, live(1, {}, []), live(5, {}, [])],
    });
    const said = { feed, slice, checkedAt: unixMs(1), stale: false };
    expect(numbers(feedCases([said], new Set([roomId(0), roomId(5)])))).toEqual([1]);
  });

  it('never come back by a narrower range', () => {
    const range = fc.record({
      least: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: undefined }),
      most: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(range, range, (impressions, gmv) => {
        const wide = own.filter((one) => meets(one, { ...anyClip, impressions }, mine));
        const narrow = own.filter((one) => meets(one, { ...anyClip, impressions, gmv }, mine));
        expect(wide).toEqual(expect.arrayContaining(narrow));
      }),
    );
  });
});

describe('a clip', () => {
  it('is an example of its factor where it, or its LIVE, did better in it than the LIVE in view', () => {
    const isCalled = (level: number | undefined, ctor: number | undefined, best?: number) => {
      const shown = clip('click-to-order', level);
      const one = told(live(20, ctor === undefined ? {} : { ctor }, [shown]));
      const [only] = one.live.clips;
      return only !== undefined && isExample(one, only, { ...mine, best: () => best });
    };
    expect([isCalled(0.05, 0.03), isCalled(0.05, 0.01, 0.04)]).toEqual([true, true]);
    expect([isCalled(0.05, 0.01), isCalled(0.05, 0.01, 0.06)]).toEqual([false, false]);
    expect(isCalled(undefined, undefined)).toBe(true);
  });
});

describe('the clip of a LIVE', () => {
  const two = live(1, {}, [
    clip('reach', 9, { from: 1 }),
    clip('click-to-order', 0.3, { from: 2 }),
    clip('click-to-order', 0.2, { from: 3, url: 'https://a.example/a.m3u8' }),
  ]);

  it('is the one that can still be played, then the highest', () => {
    const playable = ({ url }: { url?: string | undefined }) => url !== undefined;
    expect(clipOf(two, 'click-to-order', playable)?.from).toBe(3);
    expect(clipOf(two, 'click-to-order', () => false)?.from).toBe(2);
    expect(clipOf(two, ANY_FACTOR, playable)?.from).toBe(3);
    expect(clipOf(two, ANY_FACTOR, () => true)?.from).toBe(1);
    expect(clipOf(two, 'basket', playable)).toBeUndefined();
    const zero = live(1, {}, [
      clip('reach', undefined, { from: 1 }),
      clip('reach', 0, { from: 2 }),
    ]);
    expect(clipOf(zero, 'reach', () => true)?.from).toBe(2);
  });
});

describe('the lines of a range', () => {
  const cases = [4_210, 8_123, 12_345, 20_100].map((impressionsPerHour, place) =>
    told(live(place, { impressionsPerHour, gmvPerHour: 10 * place }, [], 'VND')),
  );

  it('are the quartiles of the cases, to two digits', () => {
    expect(stepsOfCase(cases, 'impressionsPerHour', usd)).toEqual([7_100, 10_000, 14_000]);
  });

  it('are none with too few LIVEs to tell a middle from an edge, or none in this currency', () => {
    expect(stepsOfCase(cases.slice(0, 3), 'impressionsPerHour', usd)).toEqual([]);
    expect(stepsOfCase(cases, 'gmvPerHour', usd)).toEqual([]);
  });
});
