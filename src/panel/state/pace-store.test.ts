import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { accountOf } from '../../metrics/live/account.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, type UnixMs, unixMs, unixSeconds } from '../../metrics/time.ts';
import { defaultSettings } from '../../platform/settings.ts';
import { engine } from './engine.ts';
import type { ListView } from './list-store.ts';
import { createOwnStore } from './own-store.ts';
import { createPaceStore } from './pace-store.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';
import type { Which } from './ports.ts';
import type { RoomView } from './room-store.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const INTERVAL = 300;
const running = roomId(50);
let world: Awaited<ReturnType<typeof testPorts>>;
const room = signal<RoomView>({ busy: 'no', missing: [] });
const list = signal<ListView>({ rooms: [], known: true, fetching: false });
const now = signal<UnixMs>(NOW);
const settings = signal(defaultSettings);
const change = async () => failed(fault('internal'));
const which = signal<Which>('shop');
const reading = signal<string | undefined>(undefined);

/** A LIVE that started some time ago and took so many orders in each five minutes. */
function live(id: RoomId, ago: number, length: number, orders: number, ended: boolean): Session {
  const startedAt = unixSeconds(NOW / 1000 - ago);
  const points = Array.from(
    { length: length / INTERVAL },
    (_, place) => [unixSeconds(startedAt + place * INTERVAL), orders] as const,
  );
  return {
    version: 1,
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
    room: {
      id,
      ...accountOf({ handle: 'shop.one' }),
      startedAt,
      ...(ended ? { endedAt: unixSeconds(startedAt + length) } : {}),
      status: ended ? 'ended' : 'live',
    },
    figures: {},
    timeline: {
      interval: seconds(INTERVAL),
      series: [{ metric: 'orders', kind: 'amount', points: points.map(([at, n]) => [at, n]) }],
    },
  };
}

beforeEach(async () => {
  world = await testPorts();
  for (const place of [1, 2, 3, 4, 5]) {
    await world.archive.store(live(roomId(place), place * DAY, 2 * HOUR, 10 + place, true), NOW);
  }
  list.value = { ...list.value, rooms: await world.archive.rooms() };
  now.value = NOW;
});
afterEach(() => world.close());

const store = () =>
  createPaceStore({
    ports: world.ports,
    engine: signal(engine),
    room,
    own: createOwnStore({ room, list, settings: { settings, change } }).view,
    now,
    reading,
    which: () => which.value,
  });

describe('the pace of a LIVE', () => {
  it('is told while it runs, against own LIVEs at the same elapsed time', async () => {
    room.value = { ...room.value, id: running, session: live(running, HOUR, HOUR, 5, false) };
    const pace = store();
    await settle(() => pace.value !== undefined);
    expect(pace.value).toMatchObject({ state: 'told', elapsed: HOUR, lives: 5 });
    const orders = pace.value?.state === 'told' ? pace.value.rows[0] : undefined;
    expect(orders).toMatchObject({ metric: 'orders', now: 60, standing: 'behind' });
    expect(orders?.usual).toMatchObject({ p50: 156, n: 5 });
  });

  it('moves on with the clock without another reading', async () => {
    room.value = { ...room.value, id: running, session: live(running, HOUR, HOUR, 5, false) };
    const pace = store();
    await settle(() => pace.value !== undefined);
    now.value = unixMs(NOW - 30 * 60 * 1000);
    expect(pace.value).toMatchObject({ state: 'told', elapsed: HOUR / 2 });
  });

  it('is told once the minutes of enough earlier LIVEs are read', async () => {
    await world.close();
    world = await testPorts();
    const earlier = [1, 2, 3, 4, 5].map((place) =>
      live(roomId(place), place * DAY, 2 * HOUR, 10 + place, true),
    );
    for (const { timeline: _, ...listed } of earlier) await world.archive.store(listed, NOW);
    list.value = { ...list.value, rooms: await world.archive.rooms() };
    room.value = { ...room.value, id: running, session: live(running, HOUR, HOUR, 5, false) };
    const pace = store();
    await settle(() => pace.value !== undefined);
    expect(pace.value).toMatchObject({ state: 'untold', needs: { key: 'pace_moreLives' } });
    reading.value = 'running';
    for (const session of earlier) await world.archive.store(session, NOW);
    reading.value = 'done';
    await settle(() => pace.value?.state === 'told');
    expect(pace.value).toMatchObject({ state: 'told', lives: 5 });
  });

  it('is no matter once the LIVE has ended', async () => {
    room.value = { ...room.value, id: running, session: live(running, HOUR, HOUR, 5, false) };
    const pace = store();
    await settle(() => pace.value !== undefined);
    room.value = { ...room.value, session: live(running, HOUR, HOUR, 5, true) };
    expect(pace.value).toBeUndefined();
  });
});
