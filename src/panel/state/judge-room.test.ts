import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../archive/storage-error.ts';
import { fault, ok } from '../../metrics/fault.ts';
import { AccountHandleSchema, type RoomId } from '../../metrics/ids.ts';
import { groundOf } from '../../metrics/live/ground.ts';
import { money } from '../../metrics/money.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { judgeRoom } from './judge-room.ts';
import { NOW, roomId, testPorts } from './ports.fixture.ts';

const HOUR = 3600;
const here = roomId(50);
let world: Awaited<ReturnType<typeof testPorts>>;

beforeEach(async () => {
  world = await testPorts();
});
afterEach(() => world.close());

/** Keeps a LIVE of the seller's that ended so many days ago, with its money per hour. */
async function keep(id: RoomId, daysAgo: number, perHour: number): Promise<void> {
  const startedAt = unixSeconds(NOW / 1000 - daysAgo * 24 * HOUR);
  const endedAt = unixSeconds(startedAt + 2 * HOUR);
  const origin = { how: 'observed', endpoint: 'core/stats', at: NOW } as const;
  await world.archive.store(
    {
      currency: money('1', 'USD').currency,
      room: {
        id,
        startedAt,
        endedAt,
        duration: seconds(2 * HOUR),
        status: 'ended',
        accountHandle: v.parse(AccountHandleSchema, 'tidyhome'),
      },
      figures: {
        gmvPerHour: { money: money(String(perHour), 'USD'), origin },
        gmv: { money: money(String(2 * perHour), 'USD'), origin },
        views: { value: 1_000, origin },
      },
    },
    NOW,
  );
}

const keepEarlier = (): Promise<unknown> =>
  Promise.all(
    [690, 700, 710, 720, 730, 740, 750].map((perHour, place) =>
      keep(roomId(place), 5 + place, perHour),
    ),
  );

/** What was asked of the worker while a room was judged. */
async function judged(room: RoomId): Promise<readonly unknown[]> {
  await judgeRoom(world.ports, room);
  return world.asked.map(({ verb, request }) => ({ verb, request }));
}

describe('a LIVE that is judged out of sight', () => {
  it('is told to the worker with what the verdict rests on, and nothing else is asked', async () => {
    await keepEarlier();
    await keep(here, 3, 385);
    const judgedRoom = await world.archive.room(here);
    if (judgedRoom === undefined) throw new Error('It was not kept.');
    const ground = groundOf(judgedRoom.room, await world.archive.rooms());
    expect(await judged(here)).toEqual([
      {
        verb: 'room.verdict',
        request: {
          room: here,
          ground,
          verdict: { shape: 'down', tone: 'low', share: 0.47, versus: 'usual' },
        },
      },
    ]);
  });

  it('is told without a verdict where nothing is known to compare with', async () => {
    await keep(here, 3, 385);
    const [told, ...more] = await judged(here);
    expect(told).toMatchObject({ verb: 'room.verdict', request: { room: here } });
    expect(told).not.toHaveProperty('request.verdict');
    expect(more).toEqual([]);
  });

  it('is not told where it isn’t kept, runs, or would have to be compared with a feed', async () => {
    await keepEarlier();
    expect(await judged(here)).toEqual([]);
    const startedAt = unixSeconds(NOW / 1000 - HOUR);
    await world.archive.store({ room: { id: here, startedAt, status: 'live' } }, NOW);
    expect(await judged(here)).toEqual([]);
    await world.archive.changeSettings({ versus: 'feed' });
    expect(await judged(roomId(1))).toEqual([]);
  });

  it('is not told where the figures of the LIVEs before it couldn’t be read', async () => {
    await keepEarlier();
    await keep(here, 3, 385);
    const unread = async (): Promise<never> => {
      throw new StorageError(fault('storage-broken'));
    };
    const archive = {
      ...world.archive,
      nearRooms: async () => ({
        rooms: (await world.archive.rooms()).map(({ figures: _, ...rest }) => rest),
        near: { from: unixSeconds(0), to: unixSeconds(1) },
      }),
      rooms: unread,
    };
    await judgeRoom({ ...world.ports, archive: async () => ok(archive) }, here);
    expect(world.asked).toEqual([]);
  });

  it('is not told of while the sample shop is explored', async () => {
    await keepEarlier();
    await world.archive.changeSettings({ sample: true });
    expect(await judged(roomId(1))).toEqual([]);
  });
});
