import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { FiguresSchema } from '../../metrics/figure.ts';
import { CategoryIdSchema, RoomIdSchema } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { unixMs } from '../../metrics/time.ts';
import { bestCases, candidates, keyFactors, linesOf } from './cases.ts';

const origin = { how: 'simulated', endpoint: 'test', at: 1 };

function record(
  n: number,
  figures: Record<string, number>,
  status: 'live' | 'ended' = 'ended',
): RoomRecord {
  const { gmvPerHour, ...scalars } = figures;
  const id = v.parse(RoomIdSchema, `764995180536339${String(1000 + n)}`);
  return {
    id,
    room: { id, status },
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

const beauty = v.parse(CategoryIdSchema, '601450');
const shoes = v.parse(CategoryIdSchema, '601352');
const rooms = [
  record(0, { gmvPerHour: 100, ctor: 0.02, impressionsPerHour: 9_000 }),
  record(1, { gmvPerHour: 300, ctor: 0.03, impressionsPerHour: 5_000 }),
  record(2, { gmvPerHour: 200, impressionsPerHour: 20_000 }),
  record(3, { gmvPerHour: 400, ctor: 0.01, impressionsPerHour: 8_000 }, 'live'),
  record(4, { ctor: 0.5, impressionsPerHour: 8_000 }),
];
const [first] = rooms;
const factor = (id: string) => {
  const found = keyFactors.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const ids = (found: readonly RoomRecord[]) =>
  found.map(({ id }) => rooms.findIndex((room) => room.id === id));

describe('LIVEs that may serve as a benchmark', () => {
  it('are ended, have a GMV per hour and are not the one in view', () => {
    if (first === undefined) throw new Error('no room');
    expect(ids(candidates(rooms, first.id, undefined, () => undefined))).toEqual([1, 2]);
  });

  it('are of the same category where it is known', () => {
    if (first === undefined) throw new Error('no room');
    const categoryOf = (room: RoomRecord) => (room.id === rooms[1]?.id ? shoes : beauty);
    expect(ids(candidates(rooms, first.id, beauty, categoryOf))).toEqual([2]);
  });
});

describe('the best of them', () => {
  it('stand first by the wanted factor; those that do not report it are left out', () => {
    const wanted = { factor: factor('click-to-order'), leastGmv: 0, leastImpressions: 0 };
    expect(ids(bestCases(rooms.slice(0, 3), wanted))).toEqual([1, 0]);
  });

  it('keep to the ranges asked for', () => {
    const wanted = { factor: factor('gmv'), leastGmv: 150, leastImpressions: 6_000 };
    expect(ids(bestCases(rooms.slice(0, 3), wanted))).toEqual([2]);
  });
});

describe('the lines of a range', () => {
  it('are none with too few LIVEs to tell a middle from a top', () => {
    expect(linesOf(rooms.slice(0, 3), 'impressionsPerHour')).toEqual([]);
    expect(linesOf(rooms.slice(0, 4), 'impressionsPerHour')).toEqual([8_500, 11_750]);
  });
});
