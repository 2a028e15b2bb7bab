import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { AccountHandleSchema, type RoomId } from '../../metrics/ids.ts';
import { CurrencyCodeSchema, money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import type { ListView } from './list-store.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';
import { createTwoLivesStore, type TwoLivesStore } from './two-lives-store.ts';

const HOUR = 3_600;
const START = NOW / 1000 - 86_400;
const here = roomId(50);
const origin = { how: 'file', endpoint: 'test', at: unixMs(0) } as const;
let world: Awaited<ReturnType<typeof testPorts>>;
let store: TwoLivesStore | undefined;
const list = signal<ListView>({ rooms: [], known: true, fetching: false });
const settings = signal<Settings>(defaultSettings);

/** A LIVE of an hour, so many days before the one in view, that made so many dollars. */
function live(id: RoomId, days: number, gmv: string, handle = 'mine'): Session {
  const startedAt = unixSeconds(START - days * 86_400);
  return {
    version: 1,
    comparisons: { market: {}, own: {} },
    origins: { figures: origin },
    gaps: [],
    currency: v.parse(CurrencyCodeSchema, 'USD'),
    room: {
      id,
      startedAt,
      endedAt: unixSeconds(startedAt + HOUR),
      status: 'ended',
      accountHandle: v.parse(AccountHandleSchema, handle),
    },
    figures: {
      gmv: { money: money(gmv, 'USD'), origin },
      orders: { value: 5, origin },
      views: { value: 100, origin },
    },
  };
}

/** Keeps LIVEs and lists them, newest first. */
async function keep(...sessions: readonly Session[]): Promise<void> {
  for (const session of sessions) await world.archive.store(session, NOW);
  const rooms = await world.archive.rooms();
  list.value = { ...list.value, rooms, withFigures: rooms };
}

function open(other?: RoomId): TwoLivesStore {
  const made = createTwoLivesStore({
    ports: world.ports,
    list,
    settings,
    which: 'shop',
    room: here,
    other,
  });
  store = made;
  return made;
}

const told = async (of: TwoLivesStore) => {
  await settle(() => of.view.value.state === 'told');
  if (of.view.value.state !== 'told') throw new Error(of.view.value.state);
  return of.view.value;
};

beforeEach(async () => {
  world = await testPorts();
  settings.value = defaultSettings;
  list.value = { ...list.value, rooms: [] };
});
afterEach(async () => {
  store?.stop();
  await world.close();
});

describe('two LIVEs held against each other', () => {
  it('are at first the one in view and the one that was chosen for it', async () => {
    await keep(live(here, 0, '300'), live(roomId(1), 1, '50'), live(roomId(2), 2, '200'));
    const compared = open(roomId(2));
    expect(compared.second.value).toEqual({ kind: 'live', room: roomId(2) });
    expect((await told(compared)).comparison.money).toMatchObject({ difference: 100 });
  });

  it('are at first the one in view and the own LIVE before it, and can be swapped', async () => {
    await keep(live(here, 0, '300'), live(roomId(1), 1, '50', 'other'), live(roomId(2), 2, '200'));
    const compared = open();
    expect(compared.second.value).toEqual({ kind: 'live', room: roomId(2) });
    expect((await told(compared)).comparison.money).toMatchObject({ difference: 100 });
    compared.swap();
    expect((await told(compared)).comparison.money).toMatchObject({ difference: -100 });
  });

  it('say that there is no second one, until the list has one', async () => {
    await keep(live(here, 0, '300'));
    const compared = open();
    expect(compared.view.value).toEqual({ state: 'choosing' });
    await keep(live(roomId(2), 2, '200'));
    expect((await told(compared)).comparison.money).toMatchObject({ difference: 100 });
  });

  it('can be what is usual on either side, that of the other side’s LIVE, and not on both', async () => {
    const earlier = [100, 110, 120, 130, 140].map((gmv, place) =>
      live(roomId(place), place + 1, String(gmv)),
    );
    await keep(live(here, 0, '300'), ...earlier, live(roomId(9), 9, '9000', 'other'));
    const compared = open();
    compared.choose('second', { kind: 'usual' });
    const { comparison, second } = await told(compared);
    expect(comparison.money).toMatchObject({ first: 300, second: 120 });
    expect(second.lives).toBe(5);
    compared.choose('first', { kind: 'usual' });
    expect((await told(compared)).comparison.money).toMatchObject({ first: 120, second: 300 });
    settings.value = { ...settings.value, ownLives: { [roomId(0)]: 'out' } };
    expect(compared.view.value).toEqual({ state: 'no-usual' });
  });

  it('are the hosts of the LIVE in view where two are marked', async () => {
    const session = live(here, 0, '300');
    const { startedAt = unixSeconds(0) } = session.room;
    const half = unixSeconds(startedAt + HOUR / 2);
    await keep({
      ...session,
      timeline: {
        interval: seconds(1_800),
        series: [
          {
            metric: 'gmv',
            kind: 'amount',
            points: [
              [startedAt, 100],
              [half, 200],
            ],
          },
        ],
      },
    });
    settings.value = {
      ...settings.value,
      hosts: {
        [here]: [
          { name: 'Ana', startedAt, endedAt: half },
          { name: 'Bo', startedAt: half },
        ],
      },
    };
    const compared = open();
    await settle(() => compared.hosts.value.length === 2);
    compared.turnTo('hosts');
    const { comparison } = await told(compared);
    expect(comparison.money).toMatchObject({ first: 200, second: 400, difference: -200 });
    expect(comparison.untold).toContain('aov');
    compared.swap();
    compared.turnTo('hosts');
    expect(compared.first.value).toEqual({ kind: 'host', name: 'Bo' });
    settings.value = { ...settings.value, hosts: {} };
    compared.turnTo('lives');
    expect(compared.first.value).toEqual({ kind: 'live', room: here });
  });

  it('stay as they were chosen when one turns to what is shown already', async () => {
    await keep(live(here, 0, '300'), live(roomId(2), 2, '200'), live(roomId(3), 3, '100'));
    const compared = open();
    compared.choose('second', { kind: 'live', room: roomId(3) });
    compared.swap();
    compared.turnTo('lives');
    compared.turnTo('hosts');
    expect(compared.first.value).toEqual({ kind: 'live', room: roomId(3) });
    expect(compared.second.value).toEqual({ kind: 'live', room: here });
  });

  it('are read where they never were, which says why it failed', async () => {
    await keep(live(here, 0, '300'));
    const compared = open();
    compared.choose('second', { kind: 'live', room: roomId(7) });
    await settle(() => compared.view.value.state === 'unread');
    const failing = compared.fetch([roomId(7)]);
    world.asked.at(-1)?.answer(failed(fault('offline')));
    await failing;
    expect(compared.refused.value).toMatchObject({ code: 'offline' });
    const reading = compared.fetch([roomId(7)]);
    expect(compared.asking.value).toEqual([roomId(7)]);
    await keep(live(roomId(7), 7, '100'));
    world.asked.at(-1)?.answer(ok({}));
    await reading;
    const { comparison, lacking } = await told(compared);
    expect(comparison.money).toMatchObject({ second: 100 });
    // Of what was read on the seller's word Seller Center tells no more.
    expect(lacking).toEqual([here]);
  });

  it('are told anew when an answer about one of them comes in', async () => {
    await keep(live(here, 0, '300'), live(roomId(2), 2, '200'));
    const compared = open();
    await told(compared);
    const { figures: _, ...room } = live(roomId(2), 2, '200');
    await world.archive.store(
      { ...room, figures: { gmv: { money: money('250', 'USD'), origin: { ...origin, at: NOW } } } },
      NOW,
    );
    await settle(() => {
      const view = compared.view.value;
      return (
        view.state === 'told' &&
        view.comparison.money.state === 'told' &&
        view.comparison.money.second === 250
      );
    });
  });
});
