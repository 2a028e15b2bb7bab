import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AccountHandleSchema, AccountIdSchema, RoomIdSchema } from '../../metrics/ids.ts';
import { money } from '../../metrics/money.ts';
import type { SessionPart } from '../../metrics/session.ts';
import { DAY_SECONDS, seconds, unixSeconds } from '../../metrics/time.ts';
import { defaultSettings } from '../../platform/settings.ts';
import { engine } from './engine.ts';
import { createListStore, knowsUsual, type ListStore } from './list-store.ts';
import { createOwnStore } from './own-store.ts';
import { NOW, testPorts } from './ports.fixture.ts';
import { createReportStore } from './report-store.ts';
import type { RoomView } from './room-store.ts';

const HOUR = 3_600;
/** Two years of LIVEs, one in nine days. */
const LIVES = 80;
const startOf = (place: number) => unixSeconds(NOW / 1000 - (3 + 9 * place) * DAY_SECONDS);
const idOf = (place: number) => v.parse(RoomIdSchema, String(BigInt(startOf(place)) << 32n));

/**
 * A LIVE of the shop, the newest first. Half name its account by a number and half by a handle; only the oldest LIVE
 * says that they are one.
 */
function live(place: number): SessionPart {
  const startedAt = startOf(place);
  const origin = { how: 'observed', endpoint: 'core/stats', at: NOW } as const;
  const perHour = 500 + 37 * (place % 11) + 3 * place;
  return {
    currency: money('1', 'USD').currency,
    room: {
      id: idOf(place),
      startedAt,
      endedAt: unixSeconds(startedAt + 2 * HOUR),
      duration: seconds(2 * HOUR),
      status: 'ended',
      ...(place % 2 === 0 || place === LIVES - 1
        ? { accountHandle: v.parse(AccountHandleSchema, 'tidyhome') }
        : {}),
      ...(place % 2 === 1 ? { accountId: v.parse(AccountIdSchema, '7190000000000000001') } : {}),
    },
    figures: {
      gmvPerHour: { money: money(String(perHour), 'USD'), origin },
      gmv: { money: money(String(2 * perHour), 'USD'), origin },
      views: { value: 1_000 + 10 * place, origin },
    },
  };
}

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
  await world.archive.storeAll(
    Array.from({ length: LIVES }, (_, place) => live(place)),
    NOW,
  );
});
afterEach(() => world.close());

/** What a panel that opened on one LIVE tells of another; undefined while it can't yet. */
async function told(list: ListStore, place: number) {
  const session = await world.archive.session(idOf(place));
  if (session === undefined) throw new Error('It was not kept.');
  const room = signal<RoomView>({ id: idOf(place), session, busy: 'no', missing: [] });
  const settings = signal(defaultSettings);
  const { view: own } = createOwnStore({
    room,
    list: list.view,
    settings: { settings, change: () => Promise.reject(new Error('Nothing is changed.')) },
  });
  const { report } = createReportStore({
    engine: signal(engine),
    room,
    list: list.view,
    own,
    settings,
    category: signal({ from: 'unknown' }),
    feeds: signal({ slices: [], lacks: [], known: true }),
  });
  return {
    isKnown: knowsUsual(list.view.value, session.room),
    verdict: report.value?.verdict,
    rests: report.value?.history.map(({ room: one }) => one),
  };
}

it.each([
  ['the newest LIVE', 0, undefined],
  ['a LIVE of the middle', 30, 30],
  ['a LIVE of which the figures before it lie among the oldest', 70, 70],
  ['the LIVE that it opened on, the newest', 0, 0],
] as const)(
  'a panel that opens on few figures tells of %s what one with all of them tells',
  async (_, place, opened) => {
    const near = createListStore(world.ports);
    await near.read('shop', opened === undefined ? undefined : idOf(opened));
    expect(near.view.value.withFigures).toBeUndefined();
    const all = createListStore(world.ports);
    await all.read('shop');
    await all.complete();
    const few = await told(near, place);
    // Nine days apart, of 92 days.
    expect(few.rests).toHaveLength(Math.min(10, LIVES - 1 - place));
    expect(few.verdict?.reference).toMatchObject({ versus: 'usual', n: few.rests?.length });
    expect(few).toEqual(await told(all, place));
  },
);

it('tells nothing of a LIVE whose usual lies beyond the figures that were read', async () => {
  const near = createListStore(world.ports);
  await near.read('shop', idOf(0));
  expect(await told(near, 40)).toEqual({ isKnown: false, verdict: undefined, rests: undefined });
  await near.complete();
  expect((await told(near, 40)).rests).toHaveLength(10);
});
