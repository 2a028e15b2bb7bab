import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Origin } from '../figure.ts';
import { type RoomId, RoomIdSchema } from '../ids.ts';
import { money } from '../money.ts';
import type { RoomInfo } from '../session.ts';
import { DAY_MS, seconds, unixMs, unixSeconds } from '../time.ts';
import { accountOf } from './account.ts';
import { type LiveToMatch, matchLives } from './match-lives.ts';
import { isNameless, standInId } from './nameless.ts';
import type { LiveFacts } from './same-live.ts';

const BEGIN = 1_781_143_200;
const origin: Origin = {
  how: 'file',
  endpoint: 'live-analysis',
  at: unixMs(BEGIN * 1000 + 9 * DAY_MS),
  summary: true,
};
const idAt = (place: number): RoomId =>
  v.parse(RoomIdSchema, `76499518053633913${String(place).padStart(2, '0')}`);

interface Facts {
  readonly start?: number;
  readonly length?: number;
  readonly creator?: string;
  readonly views?: number;
  readonly gmv?: string;
  readonly currency?: string;
  readonly status?: RoomInfo['status'];
}

function facts(id: RoomId, one: Facts = {}): LiveFacts {
  const { start = 0, length = 7_200, creator = 'shop.a', views = 1_000, status = 'ended' } = one;
  const amount = one.gmv === undefined ? undefined : money(one.gmv, one.currency ?? 'VND');
  return {
    id,
    room: {
      id,
      ...accountOf({ handle: creator }),
      startedAt: unixSeconds(BEGIN + start),
      duration: seconds(length),
      status,
    },
    figures: {
      views: { value: views, origin },
      ...(amount === undefined ? {} : { gmv: { money: amount, origin } }),
    },
    currency: money('1', one.currency ?? 'VND').currency,
  };
}

const nameless = (one: Facts = {}, source = 'july.xlsx'): LiveToMatch => ({
  source,
  nameless: true,
  facts: facts(standInId(`${one.creator ?? 'shop.a'} ${BEGIN + (one.start ?? 0)}`), one),
});

const known = (one: Facts = {}, place = 1): LiveFacts => facts(idAt(place), one);
const roomsOf = (lives: readonly LiveToMatch[], all: readonly LiveFacts[] = []) =>
  matchLives(all, lives).lives.map(({ room }) => room);

describe('a LIVE of a file without a room id', () => {
  it('is the known one of the same account that started within a minute', () => {
    expect(matchLives([known({ start: 59 })], [nameless()]).lives).toEqual([
      { room: idAt(1), matched: true },
    ]);
    expect(roomsOf([nameless()], [known({ start: 61 })]).every(isNameless)).toBe(true);
    expect(roomsOf([nameless()], [known({ creator: 'shop.b' })]).every(isNameless)).toBe(true);
  });

  it.each<[string, Facts, Facts]>([
    ['their lengths', { length: 720 }, { length: 14_400 }],
    ['their currencies', {}, { currency: 'USD' }],
    ['their final views', { views: 100 }, { views: 5_000 }],
  ])('is another one where %s contradict each other', (_what, one, other) => {
    expect(roomsOf([nameless(one)], [known(other)]).every(isNameless)).toBe(true);
  });

  it('is the same where a LIVE that was seen shorter may have gone on', () => {
    expect(roomsOf([nameless()], [known({ length: 600, status: 'live' })])).toEqual([idAt(1)]);
  });

  it('takes an account that only one source names where a figure is the same', () => {
    const here = nameless({ creator: '', gmv: '5000' });
    expect(roomsOf([here], [known({ gmv: '5000', views: 990 })])).toEqual([idAt(1)]);
    expect(roomsOf([here], [known({ gmv: '4000', views: 990 })]).every(isNameless)).toBe(true);
    expect(roomsOf([nameless({ creator: '' })], [known({ creator: '' })])).toEqual([idAt(1)]);
  });

  it('is the nearest of several, each of which is taken once', () => {
    const all = [known({ start: 10 }, 1), known({ start: 40 }, 2)];
    expect(roomsOf([nameless({ start: 35 }), nameless({ start: 0 })], all)).toEqual([
      idAt(2),
      idAt(1),
    ]);
    const [first, second] = roomsOf([nameless({ start: 5 }), nameless({ start: 0 })], [known()]);
    expect(second).toBe(idAt(1));
    expect(first !== undefined && isNameless(first)).toBe(true);
  });

  it('is the same as that of another sheet, and another than the one beside it in its sheet', () => {
    const [one, other] = roomsOf([nameless(), nameless({ start: 30 }, 'direct.xlsx')]);
    expect(other).toBe(one);
    expect(new Set(roomsOf([nameless(), nameless({ start: 30 })])).size).toBe(2);
  });

  it('is two in one minute where a stub and a long one began with it', () => {
    const [stub, long] = [nameless({ length: 720 }), nameless({ length: 14_400 })];
    const rooms = roomsOf([stub, long]);
    expect(new Set(rooms).size).toBe(2);
    expect(roomsOf([long, stub])).toEqual(rooms.toReversed());
    const [alone] = roomsOf([stub]);
    if (alone === undefined) throw new Error('no room');
    expect(roomsOf([long, stub], [{ ...stub.facts, id: alone }])[1]).toBe(alone);
  });

  it('gives its stand-in up for an id that a file tells', () => {
    const standIn = nameless().facts;
    const named: LiveToMatch = { source: 'ids.xlsx', nameless: false, facts: known({ start: 20 }) };
    const { lives, joined } = matchLives([standIn], [named, nameless()]);
    expect(joined).toEqual(new Map([[standIn.id, idAt(1)]]));
    expect(lives.map(({ room }) => room)).toEqual([idAt(1), idAt(1)]);
  });
});

describe('LIVEs of a file, whatever they are', () => {
  const some: fc.Arbitrary<Facts> = fc.record({
    start: fc.integer({ min: 0, max: 240 }),
    length: fc.constantFrom(600, 720, 7_200, 7_260, 14_400),
    creator: fc.constantFrom('shop.a', 'shop.b', ''),
    views: fc.constantFrom(20, 1_000, 1_001, 9_000),
  });
  const rows = fc.array(some, { minLength: 1, maxLength: 12 });
  const others = fc
    .array(some, { maxLength: 6 })
    .map((all) => all.map((one, place) => known(one, place)));

  it('belong to the same rooms in whatever order they stand', () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(
        fc.constant(all.map((one) => nameless(one))),
        fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(others, shuffled, (there, [lives, order]) => {
        const rooms = roomsOf(lives, there);
        const again = roomsOf(
          order.flatMap((place) => lives[place] ?? []),
          there.toReversed(),
        );
        expect(again).toEqual(order.map((place) => rooms[place]));
      }),
    );
  });

  it('belong to the rooms that they made, when they come again', () => {
    fc.assert(
      fc.property(others, rows, (there, all) => {
        const lives = all.map((one) => nameless(one));
        const rooms = roomsOf(lives, there);
        const ids = new Set<string>(there.map(({ id }) => id));
        const made = new Map(
          lives.flatMap(({ facts: one }, place): [string, LiveFacts][] => {
            const room = rooms[place];
            return room === undefined || ids.has(room) ? [] : [[room, { ...one, id: room }]];
          }),
        );
        expect(roomsOf(lives.toReversed(), [...there, ...made.values()])).toEqual(
          rooms.toReversed(),
        );
      }),
    );
  });
});
