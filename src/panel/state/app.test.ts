import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../archive/news.ts';
import type { ArchiveReader } from '../../archive/types.ts';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import { accountOf } from '../../metrics/live/account.ts';
import { ShopKeySchema } from '../../metrics/live/shop-key.ts';
import { unixSeconds } from '../../metrics/time.ts';
import type { PageState } from '../../platform/page-state.ts';
import type { Verb } from '../../platform/protocol.ts';
import { defaultSettings } from '../../platform/settings.ts';
import type { PanelPlace } from '../../platform/verbs/panel.ts';
import { type App, createApp } from './app.ts';
import {
  answerFirst,
  NOW,
  nothingKept,
  openingOf,
  roomId,
  settle,
  testPorts,
} from './ports.fixture.ts';

const HOUR = 3600;
const address = 'chrome-extension://id/src/panel/panel.html';
const [settling, final, older] = [roomId(3), roomId(2), roomId(1)];
let world: Awaited<ReturnType<typeof testPorts>>;
let app: App;

async function keep(id: RoomId, hoursAgo: number, handle?: string): Promise<void> {
  const startedAt = unixSeconds(NOW / 1000 - hoursAgo * HOUR);
  const endedAt = unixSeconds(startedAt + HOUR);
  await world.archive.store(
    { room: { id, startedAt, endedAt, status: 'ended', ...accountOf({ handle }) } },
    NOW,
  );
}

const answer = (verb: Verb, value: Result<unknown>) => answerFirst(world.asked, verb, () => value);
/** Has the worker answer what the panel opens with. */
const answerOpening = (place: PanelPlace = { docked: false }) =>
  answerFirst(world.asked, 'panel.open', async (request) =>
    ok(await openingOf(world.archive, place, request)),
  );
const inView = (id: RoomId) => settle(() => app.room.view.value.session?.room.id === id);

beforeEach(async () => {
  world = await testPorts();
  app = createApp(world.ports);
});
afterEach(() => world.close());

describe('opening the panel', () => {
  it('paints the most recent LIVE with final figures before any answer about LIVEs', async () => {
    await keep(settling, 5);
    await keep(final, 100);
    await keep(older, 200);
    void app.start(address);
    await answerOpening();
    await inView(final);
    expect(app.starting.value).toBe(false);
  });

  it('paints the LIVE that ended, not the one that runs, where none is final, and keeps to it', async () => {
    const running = roomId(4);
    const startedAt = unixSeconds(NOW / 1000 - HOUR);
    await world.archive.store({ room: { id: running, startedAt, status: 'live' } }, NOW);
    await keep(settling, 5);
    await settle(() => app.list.view.value.rooms.length === 2);
    const seen = new Set<RoomId>();
    app.room.view.subscribe(({ id }) => {
      if (id !== undefined) seen.add(id);
    });
    void app.start(address);
    await answerOpening();
    await inView(settling);
    await answer('room.latest', ok({ room: settling }));
    await answer('room.fetch', ok({ room: settling, outcome: 'fresh', missing: [] }));
    await settle(() => app.room.view.value.busy === 'no');
    expect([...seen]).toEqual([settling]);
  });

  it('judges a LIVE of long ago too, whose figures the list didn’t come with', async () => {
    const hoursAgo = 400 * 24;
    const old = parseRoomId(String(BigInt(NOW / 1000 - hoursAgo * HOUR) << 32n));
    if (old === undefined) throw new Error('not a room id');
    await keep(final, 100);
    await keep(old, hoursAgo);
    // A list that follows what is stored has the figures of what changed.
    await new Promise((later) => setTimeout(later));
    app = createApp(world.ports);
    void app.start(address);
    await answerOpening();
    await settle(() => app.report.report.value?.room === final);
    expect(app.list.view.value.rooms).toHaveLength(2);
    expect(app.list.view.value.withFigures).toBeUndefined();
    void app.open(old);
    await settle(() => app.report.report.value?.room === old);
  });

  it('shows no plans of the shop while the sample’s board is on its way', async () => {
    void app.start(address);
    await answerOpening();
    await answer('panel.kept', ok(nothingKept));
    await settle(() => app.plans.view.value.known);
    void app.explore(true);
    await answer('settings.set', ok({ ...defaultSettings, sample: true }));
    await settle(() => world.asked.some(({ verb }) => verb === 'pinned.list'));
    expect(app.plans.view.value.known).toBe(false);
  });

  it('shows the room of the page it is docked in', async () => {
    await keep(final, 100);
    await keep(older, 200);
    void app.start(address);
    await answerOpening({ docked: true, page: 'live-dashboard', room: older });
    await inView(older);
    expect(world.asked.map(({ verb }) => verb)).not.toContain('room.latest');
  });

  it('goes with the page that moves on while it opens', async () => {
    await keep(final, 100);
    await keep(older, 200);
    let move: (state: PageState) => void = () => undefined;
    app = createApp({
      ...world.ports,
      followPage: (hear) => {
        move = hear;
      },
    });
    void app.start(address);
    await settle(() => world.asked.some(({ verb }) => verb === 'panel.open'));
    move({ page: 'live-dashboard', room: older });
    // What was asked before says where the page was.
    await answerOpening({ docked: true, page: 'live-dashboard', room: final });
    await inView(older);
  });

  it('keeps to the page’s newer room when it had to read the list of LIVEs anew', async () => {
    await keep(final, 100);
    await keep(older, 200);
    let move: (state: PageState) => void = () => undefined;
    let list: () => void = () => undefined;
    const listed = new Promise<void>((done) => {
      list = done;
    });
    const archive = await world.ports.archive('shop');
    if (!archive.ok) throw new Error('no archive');
    const slow: ArchiveReader = {
      ...archive.value,
      nearRooms: async (room) => {
        await listed;
        return archive.value.nearRooms(room);
      },
    };
    app = createApp({
      ...world.ports,
      archive: async () => ok(slow),
      followPage: (hear) => {
        move = hear;
      },
    });
    void app.start(address);
    // The list that comes with the opening is older than this.
    tell({ kind: 'room', room: older });
    await answerOpening({ docked: true, page: 'live-dashboard', room: final });
    await inView(final);
    move({ page: 'live-dashboard', room: older });
    list();
    await inView(older);
  });

  it('opens no LIVE of the shop when the sample is turned to while the list is read', async () => {
    await keep(final, 100);
    await keep(older, 200);
    let list: () => void = () => undefined;
    const listed = new Promise<void>((done) => {
      list = done;
    });
    const { archive } = world;
    const slow: ArchiveReader = {
      ...archive,
      nearRooms: async (room) => {
        await listed;
        return archive.nearRooms(room);
      },
    };
    app = createApp({
      ...world.ports,
      archive: async (which) => ok(which === 'shop' ? slow : archive),
    });
    const started = app.start(`${address}?room=${older}`);
    await settle(() => world.asked.some(({ verb }) => verb === 'panel.open'));
    // The list that comes with the opening is older than this.
    tell({ kind: 'room', room: final });
    await answerOpening();
    await inView(older);
    void app.explore(true);
    await answer('settings.set', ok({ ...defaultSettings, sample: true }));
    await inView(final);
    list();
    await started;
    expect(app.room.view.value.id).toBe(final);
  });

  it('shows the latest LIVE of the shop that is listed, also where another shop’s is newer', async () => {
    await keep(final, 100, 'shop.two');
    await keep(older, 200, 'shop.one');
    const shop = v.parse(ShopKeySchema, '@shop.one none');
    await world.archive.changeSettings({ shop });
    const seen = new Set<RoomId>();
    app.room.view.subscribe(({ id }) => {
      if (id !== undefined) seen.add(id);
    });
    void app.start(address);
    await answerOpening();
    await inView(older);
    await answer('room.latest', ok({ room: final }));
    await settle(() => !app.starting.value);
    expect([...seen]).toEqual([older]);
  });

  it('shows the room named in its own address', async () => {
    await keep(final, 100);
    await keep(older, 200);
    void app.start(`${address}?room=${older}`);
    await answerOpening();
    await inView(older);
  });

  it('moves to a newer LIVE the worker finds, unless the seller is already at work', async () => {
    await keep(final, 100);
    void app.start(address);
    await answerOpening();
    await inView(final);
    app.touch();
    await answer('room.latest', ok({ room: settling }));
    await answer('room.fetch', ok({ room: final, outcome: 'fresh', missing: [] }));
    await settle(() => app.room.view.value.busy === 'no');
    expect(app.room.view.value.id).toBe(final);
  });

  it('says why there is nothing to show', async () => {
    void app.start(address);
    await answerOpening();
    await answer('room.latest', failed(fault('signed-out')));
    await settle(() => !app.starting.value);
    expect(app.lost.value?.code).toBe('signed-out');
    expect(app.room.view.value.id).toBeUndefined();
  });
});

describe('deleting everything', () => {
  it('takes the LIVE out of view', async () => {
    await keep(final, 100);
    void app.start(address);
    await answerOpening();
    await inView(final);
    await world.archive.forget();
    await settle(() => app.room.view.value.id === undefined);
    expect(app.room.view.value.session).toBeUndefined();
  });
});

describe('restoring a snapshot', () => {
  it('shows a LIVE where the archive could not be opened before', async () => {
    void app.start(address);
    await answerOpening();
    await answer('room.latest', failed(fault('migration-failed')));
    await settle(() => app.lost.value?.code === 'migration-failed');
    await keep(final, 100);
    tell({ kind: 'restored' });
    await inView(final);
    expect(app.lost.value).toBeUndefined();
  });

  it('reads the LIVE in view anew, out of what was restored', async () => {
    await keep(final, 100);
    void app.start(address);
    await answerOpening();
    await inView(final);
    tell({ kind: 'restored' });
    await settle(() => app.room.view.value.session === undefined);
    await inView(final);
  });
});
