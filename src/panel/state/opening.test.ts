import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tell } from '../../archive/news.ts';
import { views } from '../../archive/parts.fixture.ts';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { unixMs, unixSeconds } from '../../metrics/time.ts';
import type { Verb } from '../../platform/protocol.ts';
import { defaultSettings } from '../../platform/settings.ts';
import type { PanelOpening } from '../../platform/verbs/panel.ts';
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
const [newest, older] = [roomId(2), roomId(1)];
const broken = failed(fault('storage-broken'));
let world: Awaited<ReturnType<typeof testPorts>>;
/** Each reading of the archive by itself. */
const archive = vi.fn();
let app: App;

async function keep(id: RoomId, hoursAgo: number): Promise<void> {
  const startedAt = unixSeconds(NOW / 1000 - hoursAgo * HOUR);
  const room = { id, startedAt, endedAt: unixSeconds(startedAt + HOUR), status: 'ended' } as const;
  await world.archive.store({ ...views(id, 40, NOW), room }, NOW);
}
const verbs = (): readonly Verb[] => world.asked.map(({ verb }) => verb);
const answer = (verb: Verb, value: Result<unknown>) => answerFirst(world.asked, verb, () => value);
/** Has the worker answer what the panel opens with, as `change` has it. */
const answerOpening = (change: (opening: PanelOpening) => PanelOpening = (opening) => opening) =>
  answerFirst(world.asked, 'panel.open', async (request) =>
    ok(change(await openingOf(world.archive, { docked: false }, request))),
  );
const inView = (id: RoomId) => settle(() => app.room.view.value.session?.room.id === id);

beforeEach(async () => {
  world = await testPorts();
  await keep(newest, 100);
  await keep(older, 200);
  archive.mockReset().mockImplementation(world.ports.archive);
  app = createApp({ ...world.ports, archive });
});
afterEach(() => world.close());

describe('an opening', () => {
  it.each([
    ['a LIVE that is named', `${address}?room=${older}`, older],
    ['the latest LIVE', address, newest],
  ])(
    'asks two questions at once, and has all it needs to judge %s with the first',
    async (_, at, id) => {
      void app.start(at);
      expect(verbs()).toEqual(['panel.open', 'panel.kept']);
      await answerOpening();
      await settle(() => app.report.report.value?.room === id);
      expect(archive).not.toHaveBeenCalled();
      expect(app.board.view.value.known).toBe(false);
      await answer('panel.kept', ok(nothingKept));
      await settle(() => app.board.view.value.known && app.plans.view.value.known);
      expect(archive).not.toHaveBeenCalled();
      expect(verbs()).not.toContain('pinned.list');
      expect(verbs()).not.toContain('plan.list');
      expect(verbs()).not.toContain('archive.upgrade');
      expect(verbs()).not.toContain('history.progress');
    },
  );

  it('says of a worker that answers nothing what is missing, and shows a LIVE once it answers', async () => {
    const gone = failed(fault('worker-gone'));
    archive.mockResolvedValue(gone);
    void app.start(address);
    for (const verb of ['panel.kept', 'panel.open', 'room.latest'] as const)
      await answer(verb, gone);
    await settle(() => app.lost.value?.code === 'worker-gone');
    expect(app.starting.value).toBe(false);
    expect(app.list.view.value).toMatchObject({ known: true, unread: { code: 'worker-gone' } });
    expect(app.board.view.value.fault?.code).toBe('worker-gone');
    expect(app.plans.view.value.fault?.code).toBe('worker-gone');
    archive.mockImplementation(world.ports.archive);
    void app.start(address);
    await answerOpening();
    await inView(newest);
    expect(app.lost.value).toBeUndefined();
  });

  it('shows the LIVE where the list can’t be read, and says so', async () => {
    void app.start(`${address}?room=${older}`);
    await answerOpening((opening) => ({ ...opening, list: broken }));
    await inView(older);
    await settle(() => app.list.view.value.unread?.code === 'storage-broken');
  });

  it('lists the LIVEs where the one in view can’t be read, and says so', async () => {
    void app.start(`${address}?room=${older}`);
    await answerOpening((opening) => ({
      ...opening,
      ...(opening.live && { live: { ...opening.live, session: broken } }),
    }));
    await settle(() => app.room.view.value.fault?.code === 'storage-broken');
    expect(app.list.view.value.rooms).toHaveLength(2);
  });

  it('reads the latest LIVE by itself where the worker couldn’t tell which it is', async () => {
    void app.start(address);
    await answerOpening(({ live: _unknown, ...opening }) => opening);
    await inView(newest);
  });

  it('shows the plans where the board can’t be read', async () => {
    void app.start(address);
    await answerOpening();
    await answer('panel.kept', ok({ ...nothingKept, pinned: broken }));
    await settle(() => app.plans.view.value.known);
    expect(app.board.view.value).toMatchObject({ known: false, fault: { code: 'storage-broken' } });
  });

  it('says of a list that another version packed that it can’t be read', async () => {
    void app.start(`${address}?room=${older}`);
    const list = ok({
      lists: [{ rooms: '{' }],
      near: { from: unixSeconds(0), to: unixSeconds(1) },
    });
    await answerOpening((opening) => ({ ...opening, list }));
    await inView(older);
    await settle(() => app.list.view.value.unread !== undefined);
  });
});

describe('news while the panel opens', () => {
  it('of the LIVE has it and the list read anew', async () => {
    void app.start(`${address}?room=${older}`);
    const before = await openingOf(world.archive, { docked: false }, { room: older });
    await world.archive.store(views(older, 70, unixMs(NOW + 1)), unixMs(NOW + 1));
    await answer('panel.open', ok(before));
    await settle(() => app.room.view.value.session?.figures.views?.value === 70);
    await settle(() => app.list.view.value.known);
    const listed = app.list.view.value.rooms.find(({ id }) => id === older);
    expect(listed?.figures?.views?.value).toBe(70);
  });

  it('of another LIVE leaves the one in view as it was answered', async () => {
    void app.start(`${address}?room=${older}`);
    const before = await openingOf(world.archive, { docked: false }, { room: older });
    const session = vi.spyOn(world.archive, 'session');
    await keep(newest, 99);
    session.mockClear();
    await answer('panel.open', ok(before));
    await inView(older);
    expect(session).not.toHaveBeenCalled();
  });

  it.each([
    ['the board', { kind: 'pinned' }, 'pinned.list', 'plan.list'],
    ['the plans', { kind: 'plans' }, 'plan.list', 'pinned.list'],
    ['the reading of earlier LIVEs', { kind: 'history' }, 'history.progress', 'plan.list'],
    ['the settings', { kind: 'settings' }, 'archive.upgrade', 'plan.list'],
  ] as const)(
    'of %s has that asked for by itself, and nothing else',
    async (_, news, own, other) => {
      void app.start(address);
      tell(news);
      await answerOpening();
      await answer('panel.kept', ok(nothingKept));
      await settle(() => verbs().includes(own));
      expect(verbs()).not.toContain(other);
    },
  );

  it('of a deletion has all of it asked for by itself', async () => {
    void app.start(address);
    const before = await openingOf(world.archive, { docked: false }, {});
    await world.archive.forget();
    await answer('panel.open', ok(before));
    await answer('panel.kept', ok(nothingKept));
    await settle(() =>
      ['pinned.list', 'plan.list'].every((verb) => verbs().some((one) => one === verb)),
    );
    await answer('room.latest', failed(fault('no-rooms')));
    await settle(() => !app.starting.value);
    expect(app.room.view.value.id).toBeUndefined();
    expect(app.list.view.value.rooms).toEqual([]);
  });

  it('of a choice in another window is followed, though the opening’s answer comes after', async () => {
    void app.start(address);
    const before = await openingOf(world.archive, { docked: false }, {});
    await world.archive.changeSettings({ versus: 'best' });
    await settle(() => app.settings.settings.value.versus === 'best');
    await answer('panel.open', ok(before));
    await inView(newest);
    expect(app.settings.settings.value.versus).toBe('best');
  });

  it('keeps a choice that was made meanwhile, and reads what it is about', async () => {
    void app.start(address);
    const before = await openingOf(world.archive, { docked: false }, {});
    const change = app.settings.change({ sample: true });
    await answer('settings.set', ok({ ...defaultSettings, sample: true }));
    await change;
    await answer('panel.open', ok(before));
    await settle(() => verbs().includes('room.latest') || app.list.view.value.known);
    expect(app.which()).toBe('sample');
    expect(archive).toHaveBeenCalledWith('sample');
    await answer('panel.kept', ok(nothingKept));
    await settle(() => verbs().includes('pinned.list'));
    expect(world.asked.find(({ verb }) => verb === 'pinned.list')?.request).toEqual({
      which: 'sample',
    });
  });
});
