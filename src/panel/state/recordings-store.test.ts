import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../metrics/fault.ts';
import type { OwnLives } from '../../metrics/live/own.ts';
import { fixtureMeasures } from '../../metrics/recording/measures.fixture.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { unixSeconds } from '../../metrics/time.ts';
import type { ListView } from './list-store.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';
import { createRecordingsStore } from './recordings-store.ts';
import type { RoomView } from './room-store.ts';

const START = unixSeconds(NOW / 1000 - 86_400);
const here = roomId(50);
const times = (daysAgo: number) => ({
  startedAt: unixSeconds(START - daysAgo * 86_400),
  endedAt: unixSeconds(START - daysAgo * 86_400 + 7200),
});
const earlier = (place: number, daysAgo: number): RoomRecord => ({
  id: roomId(place),
  room: { id: roomId(place), status: 'ended', ...times(daysAgo) },
  figures: {},
  revision: 1,
  simulated: false,
});

let world: Awaited<ReturnType<typeof testPorts>>;
const room = signal<RoomView>({ busy: 'no', missing: [] });
const unread = { rooms: [], known: false, fetching: false } satisfies ListView;
const list = signal<ListView>(unread);
const own = signal<OwnLives<RoomRecord>>({
  account: undefined,
  own: [earlier(1, 2), earlier(2, 1), earlier(3, -1)],
  leftOut: [],
  countsItself: true,
});

beforeEach(async () => {
  world = await testPorts();
  list.value = unread;
  room.value = {
    busy: 'no',
    missing: [],
    id: here,
    session: {
      version: 1,
      comparisons: { market: {}, own: {} },
      origins: {},
      gaps: [],
      figures: {},
      room: { id: here, status: 'ended', ...times(0) },
    },
  };
});
afterEach(() => world.close());

const store = () =>
  createRecordingsStore({ ports: world.ports, room, list, own, which: () => 'shop' }).measured;

/** Answers the next question from the archive, as the worker does. */
async function answer(questions: number): Promise<unknown[]> {
  await settle(() => world.asked.length >= questions);
  const { request, answer: reply } = world.asked[questions - 1] ?? expect.fail('nothing asked');
  const rooms = typeof request === 'object' && request && 'rooms' in request ? request.rooms : [];
  const asked = Array.isArray(rooms) ? rooms : [];
  reply(ok({ measures: await world.archive.measures(asked) }));
  return asked;
}

describe('what was measured of the LIVE in view', () => {
  it('is read once the list is known, with that of own LIVEs before it', async () => {
    await world.archive.keepMeasures(fixtureMeasures({ room: here, minutes: 10 }));
    await world.archive.keepMeasures(fixtureMeasures({ room: roomId(1), minutes: 10 }));
    const found = store();
    expect(world.asked).toEqual([]);
    list.value = { ...unread, known: true };
    expect(await answer(1)).toEqual([here]);
    expect(await answer(2)).toEqual([roomId(1), roomId(2)]);
    await settle(() => found.value !== undefined);
    expect(found.value?.own.room).toBe(here);
    expect(found.value?.past.map((one) => one.room)).toEqual([roomId(1)]);
  });

  it('asks for no more where its own recording wasn’t measured, and again once it is', async () => {
    const found = store();
    list.value = { ...unread, known: true };
    await answer(1);
    await world.archive.keepMeasures(fixtureMeasures({ room: here, minutes: 10 }));
    expect(await answer(2)).toEqual([here]);
    await answer(3);
    await settle(() => found.value !== undefined);
    expect(found.value?.own.pictures).toHaveLength(20);
  });

  it('is none of another LIVE that came into view', async () => {
    await world.archive.keepMeasures(fixtureMeasures({ room: here, minutes: 10 }));
    const found = store();
    list.value = { ...unread, known: true };
    await answer(1);
    await answer(2);
    await settle(() => found.value !== undefined);
    const { session } = room.value;
    if (session === undefined) return;
    room.value = {
      ...room.value,
      session: { ...session, room: { ...session.room, id: roomId(7) } },
    };
    expect(found.value).toBeUndefined();
  });
});

describe('what was measured of the sample shop', () => {
  it('is simulated, and nobody is asked for it', async () => {
    const { measured, simulating } = createRecordingsStore({
      ports: world.ports,
      room,
      list,
      own,
      which: () => 'sample',
    });
    list.value = { ...unread, known: true };
    expect(simulating.value).toBe(true);
    await settle(() => !simulating.value);
    expect(world.asked).toEqual([]);
    expect(measured.value?.past).toHaveLength(2);
  });
});
