import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { benchmarkFor } from '../../diagnosis/benchmark/benchmark-for.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Report } from '../../diagnosis/report.ts';
import { failed, fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { CurrencyCodeSchema, money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { engine } from './engine.ts';
import { createMixStore } from './mix-store.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';
import type { RoomView } from './room-store.ts';

const HOUR = 3600;
const USD = v.parse(CurrencyCodeSchema, 'USD');
const START = unixSeconds(NOW / 1000 - 86_400);
const here = roomId(50);
let world: Awaited<ReturnType<typeof testPorts>>;
const room = signal<RoomView>({ busy: 'no', missing: [] });
const report = signal<Report | undefined>(undefined);

/** A LIVE of two hours with one source, that was shown so often. */
function live(id: RoomId, impressions: number): Session {
  return {
    version: 1,
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
    currency: USD,
    room: { id, startedAt: START, endedAt: unixSeconds(START + 2 * HOUR), status: 'ended' },
    figures: {},
    sources: [{ name: 'foru', impressions, views: impressions / 10, gmv: money('50', 'USD') }],
  };
}

/** The LIVE in view, with so many earlier ones as its history. */
function show(id: RoomId, earlier: number): void {
  const session = live(id, 500);
  const history = Array.from({ length: earlier }, (_, place) => ({
    room: roomId(place),
    startedAt: unixSeconds(START - (place + 1) * 86_400),
    endedAt: unixSeconds(START - (place + 1) * 86_400 + 2 * HOUR),
    figures: {},
  }));
  room.value = { ...room.value, id, session };
  report.value = diagnose({ session, benchmark: benchmarkFor('own', session, history), history });
}

beforeEach(async () => {
  world = await testPorts();
});
afterEach(() => world.close());

const store = (ports: Parameters<typeof createMixStore>[0]['ports'] = world.ports) =>
  createMixStore({ ports, engine: signal(engine), room, report, which: () => 'shop' });

describe('the mix of the LIVE in view', () => {
  it('is told once the sources of earlier LIVEs were asked for and read', async () => {
    for (const place of [0, 1, 2, 3, 4]) await world.archive.store(live(roomId(place), 1000), NOW);
    show(here, 5);
    const { mix, read } = store();
    expect(mix.value).toBe('reading');
    read();
    await settle(() => mix.value !== 'reading');
    expect(mix.value).toMatchObject({ source: { state: 'told', value: { lives: 5 } } });
    expect(mix.value).toMatchObject({ product: { state: 'untold' } });
  });

  it('reads nothing before it is asked for, and of a LIVE that comes into view nothing unasked', async () => {
    let opened = 0;
    show(here, 1);
    const { mix, read } = store({
      archive: (which) => {
        opened += 1;
        return world.ports.archive(which);
      },
    });
    expect(opened).toBe(0);
    read();
    await settle(() => mix.value !== 'reading');
    show(roomId(51), 1);
    expect(mix.value).toBe('reading');
    expect(opened).toBe(1);
  });

  it('goes by the twenty latest, and leaves out one that is unknown or has no length', async () => {
    for (let place = 0; place < 24; place += 1) {
      const whole = live(roomId(place), 1000);
      const lengthless = { ...whole, room: { id: whole.room.id } };
      if (place !== 3) await world.archive.store(place === 4 ? lengthless : whole, NOW);
    }
    show(here, 24);
    const { mix, read } = store();
    read();
    await settle(() => mix.value !== 'reading');
    expect(mix.value).toMatchObject({ source: { state: 'told', value: { lives: 18 } } });
  });

  it('is read again when other LIVEs count, and not for a new report on the same', async () => {
    let opened = 0;
    show(here, 5);
    const { mix, read } = store({
      archive: (which) => {
        opened += 1;
        return world.ports.archive(which);
      },
    });
    read();
    await settle(() => mix.value !== 'reading');
    show(here, 5);
    expect(opened).toBe(1);
    show(here, 6);
    expect(opened).toBe(2);
    await settle(() => mix.value !== 'reading');
  });

  it('says that the archive could not be read', async () => {
    show(here, 5);
    const { mix, read } = store({ archive: async () => failed(fault('internal')) });
    read();
    await settle(() => mix.value !== 'reading');
    expect(mix.value).toBe('failed');
  });
});
