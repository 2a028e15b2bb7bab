import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../archive/parts.fixture.ts';
import { launcherWordsBy } from '../platform/launcher-words.ts';
import { panelOn } from '../platform/panel-choices.ts';
import type { Request, Verb } from '../platform/protocol.ts';
import { defaultSettings } from '../platform/settings.ts';
import { sampleArchive, shopArchive } from './archives.ts';
import { EXTENSION, senders } from './browser.fixture.ts';

const memory = await vi.hoisted(async () => (await import('./browser.fixture.ts')).memoryBrowser());
vi.mock('../platform/browser.ts', async () => ({ browser: memory }));

const starting = import('./worker.ts');
const fixtures = new URL('../sources/seller-center/fixtures/', import.meta.url);

beforeEach(async () => {
  await starting;
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json({ code: 98001002, message: 'login' })),
  );
  memory.tabs.all.length = 0;
  memory.tabs.create.mockClear();
  memory.tabs.sendMessage.mockReset().mockRejectedValue(new Error('no launcher'));
});

async function ask<V extends Verb>(verb: V, request: Request<V>, sender: object): Promise<unknown> {
  const [listener] = memory.runtime.onMessage.listeners;
  return listener?.({ app: 'live-diagnosis', verb, request }, sender);
}

function overheard(endpoint: string): Request<'page.observed'> {
  return {
    url: `https://shop.tiktok.com/api/v1/insights/workbench/live/detail/${endpoint}?aid=4068`,
    request: JSON.stringify({ request: { room_filter: { room_id: roomA } } }),
    status: 200,
    body: readFileSync(new URL(`${endpoint.replace('/', '-')}.json`, fixtures), 'utf8'),
  };
}

/** The fixture's browser says each sentence by its key. */
const words = launcherWordsBy((key) => key);

describe('the worker', () => {
  it('has one listener for messages, and one for each event it wakes for', () => {
    const { runtime, action, alarms, tabs } = memory;
    const events = [
      runtime.onMessage,
      runtime.onInstalled,
      runtime.onStartup,
      action.onClicked,
      alarms.onAlarm,
      tabs.onRemoved,
    ];
    expect(events.map(({ listeners }) => listeners.length)).toEqual(events.map(() => 1));
    expect(memory.alarms.create).toHaveBeenCalledWith('round', { periodInMinutes: 30 });
  });

  it('follows where a page is, until its tab is closed', async () => {
    const reply = await ask('page.at', { page: 'live-dashboard', room: roomA }, senders.page(4));
    expect(reply).toEqual({ ok: true, value: { panel: panelOn({}, 'live-dashboard'), words } });
    const placed = (value: object) => ({ ok: true, value: { place: { ok: true, value } } });
    expect(await ask('panel.open', {}, senders.dockedPanel(4))).toMatchObject(
      placed({ docked: true, page: 'live-dashboard', room: roomA }),
    );
    expect(await ask('panel.open', {}, senders.panelTab(4))).toMatchObject(
      placed({ docked: false }),
    );
    await memory.tabs.onRemoved.listeners[0]?.(4);
    await vi.waitFor(() => expect(memory.storage.session.kept.has(`page:${4}`)).toBe(false));
  });

  it('archives what a page overheard, and says signed out on the badge when that is what it heard', async () => {
    expect(await ask('page.observed', overheard('core/stats'), senders.page())).toEqual({
      ok: true,
      value: { taken: true },
    });
    const session = await (await shopArchive()).session(roomA);
    expect(session?.figures.gmv?.money.amount).toBe('2607080');
    expect(session?.figures.gmv?.origin.how).toBe('observed');
    const signedOut = { ...overheard('core/stats'), body: '{"code":98001002,"message":"login"}' };
    expect(await ask('page.observed', signedOut, senders.page())).toMatchObject({
      fault: { code: 'signed-out' },
    });
    expect(memory.action.setBadgeText).toHaveBeenLastCalledWith({ text: '!' });
    await ask('page.observed', overheard('core/stats'), senders.page());
    expect(memory.action.setBadgeText).toHaveBeenLastCalledWith({ text: '' });
  });

  it('takes no answer that is none', async () => {
    const other = { url: 'https://shop.tiktok.com/api/v1/other', status: 200, body: '{}' };
    expect(await ask('page.observed', other, senders.page())).toEqual({
      ok: true,
      value: { taken: false },
    });
  });

  it('fetches a room from the host it is asked from, and tells the panel that nobody is signed in', async () => {
    const sender = senders.dockedPanel(5, 'https://seller-us.tiktok.com/compass/live-analysis');
    expect(await ask('room.fetch', { room: roomA, force: true }, sender)).toMatchObject({
      fault: { code: 'signed-out' },
    });
    expect(fetch).toHaveBeenCalledWith(
      expect.stringMatching(/^https:\/\/seller-us\.tiktok\.com\/api\/v/),
      expect.anything(),
    );
    expect((await (await shopArchive()).session(roomA))?.figures.views?.value).toBe(743);
  });

  it('lists the seller’s LIVEs, and does not take a lost connection for a sign-in', async () => {
    const badge = () => memory.action.setBadgeText.mock.lastCall;
    expect(await ask('rooms.fetch', {}, senders.panelTab())).toMatchObject({
      fault: { code: 'signed-out' },
    });
    expect(badge()).toEqual([{ text: '!' }]);
    vi.stubGlobal('navigator', { onLine: false });
    expect(await ask('rooms.fetch', {}, senders.panelTab())).toMatchObject({
      fault: { code: 'offline' },
    });
    expect(badge()).toEqual([{ text: '!' }]);
    vi.stubGlobal('navigator', { onLine: true });
    const live = { live_id: '7654451471329741576', start_timestamp: 1_782_190_934 };
    const data = { segments: [{ timed_lists: [{ stats: [live] }] }] };
    vi.stubGlobal('fetch', async () => Response.json({ code: 0, data }));
    expect(await ask('rooms.fetch', {}, senders.panelTab())).toEqual({
      ok: true,
      value: { rooms: 1 },
    });
    expect(badge()).toEqual([{ text: '' }]);
    const rooms = await (await shopArchive()).rooms();
    expect(rooms.map(({ id }) => id)).toEqual([live.live_id, roomA]);
  });

  it('keeps what two panels chose at the same time', async () => {
    const [one, other] = ['1', '2'].map((id) => ({ roomCategories: { [id]: '601450' } }));
    const change = (patch: object = {}) => ask('settings.set', patch, senders.panelTab());
    await Promise.all([change(one), change(other)]);
    expect(await change({ roomCategories: { '1': null } })).toMatchObject({
      value: { roomCategories: { '2': '601450' } },
    });
    expect((await (await shopArchive()).settings()).roomCategories).toEqual({ '2': '601450' });
  });

  it('opens the dashboard of a room on the seller’s host', async () => {
    await ask(
      'page.at',
      { page: 'seller-center' },
      senders.page(2, 'https://seller-uk.tiktok.com/'),
    );
    await ask('tab.open', { page: 'live-dashboard', room: roomA }, senders.panelTab());
    expect(memory.tabs.create).toHaveBeenCalledWith({
      url: `https://seller-uk.tiktok.com/workbench/live/overview?room_id=${roomA}`,
      windowId: 1,
    });
  });

  it('takes the shop’s category back, as messages arrive', async () => {
    const category = '601450';
    const change = (patch: Request<'settings.set'>) =>
      ask('settings.set', JSON.parse(JSON.stringify(patch)), senders.panelTab());
    expect(await change({ shopCategory: category })).toMatchObject({
      value: { shopCategory: category },
    });
    const back = { ok: true, value: { shopCategory: undefined } };
    expect(await change({ shopCategory: null })).toMatchObject(back);
    expect(await ask('archive.settings', { which: 'shop' }, senders.panelTab())).toMatchObject(
      back,
    );
  });

  it('answers from the sample shop, with no request at all, while that is explored', async () => {
    await ask('settings.set', { sample: true }, senders.panelTab());
    expect(await ask('rooms.fetch', {}, senders.panelTab())).toEqual({
      ok: true,
      value: { rooms: 60 },
    });
    const latest = await ask('room.latest', {}, senders.panelTab());
    expect(latest).toMatchObject({ ok: true });
    expect(await ask('room.fetch', { room: roomA }, senders.panelTab())).toMatchObject({
      fault: { code: 'unknown-room' },
    });
    expect(fetch).not.toHaveBeenCalled();
    const own = await (await shopArchive()).rooms();
    expect(own.some(({ simulated }) => simulated)).toBe(false);
    await ask('settings.set', { sample: false }, senders.panelTab());
    expect(await ask('room.latest', {}, senders.panelTab())).toEqual({
      ok: true,
      value: { room: roomA },
    });
  }, 30_000);
});

describe('everything on the seller’s word', () => {
  it('is deleted, with what the worker remembers beside the archives, and where pages are stays', async () => {
    await ask('page.at', { page: 'live-dashboard', room: roomA }, senders.page(4));
    await ask('page.observed', overheard('core/stats'), senders.page(4));
    await memory.storage.session.set({ [`backoff:${roomA}`]: {} });
    expect(memory.storage.local.kept.size).toBeGreaterThan(0);
    memory.notifications.getAll.mockResolvedValueOnce({ reminder: {} });
    expect(await ask('archive.forget', {}, senders.panelTab())).toEqual({ ok: true, value: {} });
    expect(memory.notifications.clear).toHaveBeenCalledWith('reminder');
    expect(await (await shopArchive()).rooms()).toEqual([]);
    expect(await (await shopArchive()).settings()).toEqual(defaultSettings);
    expect(await (await sampleArchive()).rooms()).toEqual([]);
    expect(memory.storage.local.kept.size).toBe(0);
    const remembered = [...memory.storage.session.kept.keys()];
    expect(remembered).toContain(`page:${4}`);
    expect(remembered.filter((key) => key.startsWith('backoff:'))).toEqual([]);
  });

  it('does not come back with the late answers of a fetch under way', async () => {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const send = vi.fn(async (address: string) => {
      await late;
      const endpoint = new URL(address).pathname.replace(/^.*\/detail\//, '');
      return new Response(overheard(endpoint).body);
    });
    vi.stubGlobal('fetch', send);
    const fetching = ask('room.fetch', { room: roomA, force: true }, senders.panelTab());
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    await ask('archive.forget', {}, senders.panelTab());
    answer();
    expect(await fetching).toMatchObject({ ok: false });
    const archive = await shopArchive();
    expect(await archive.rooms()).toEqual([]);
    expect(await archive.ledger()).toEqual([]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(memory.storage.session.kept.has(`backoff:${roomA}`)).toBe(false);
  });

  it('stays where a page asks for it', async () => {
    const reply = await ask('archive.forget', {}, senders.page());
    expect(reply).toMatchObject({ ok: false, fault: { code: 'bad-message' } });
  });
});

describe('the toolbar icon', () => {
  it('says what it does in another language as soon as that is chosen', async () => {
    const said = {
      action_title: { message: 'Buka LIVE terakhir' },
      language_code: { message: 'id' },
    };
    vi.stubGlobal('fetch', async () => Response.json(said));
    await memory.storage.local.set({ language: 'id' });
    const changes = { language: { newValue: 'id' } };
    for (const hear of memory.storage.onChanged.listeners) hear(changes, 'local');
    const title = () => memory.action.setTitle.mock.lastCall;
    await vi.waitFor(() => expect(title()).toEqual([{ title: 'Buka LIVE terakhir' }]));
    await memory.storage.local.remove('language');
    const back = { language: { oldValue: 'id' } };
    for (const hear of memory.storage.onChanged.listeners) hear(back, 'local');
    await vi.waitFor(() => expect(title()).toEqual([{ title: 'action_title' }]));
  });

  const click = (url: string): unknown =>
    memory.action.onClicked.listeners[0]?.({ id: 3, windowId: 1, url });
  const dashboard = 'https://shop.tiktok.com/workbench/live/overview';
  const panelPage = `${EXTENSION}/src/panel/panel.html`;

  it('opens or closes the docked panel of a supported page', async () => {
    memory.tabs.sendMessage.mockResolvedValue(true);
    click(dashboard);
    await vi.waitFor(() =>
      expect(memory.tabs.sendMessage).toHaveBeenCalledWith(3, {
        app: 'live-diagnosis',
        order: 'toggle',
        words,
      }),
    );
    expect(memory.tabs.create).not.toHaveBeenCalled();
  });

  it.each([
    ['on an unrelated page', 'https://example.com/'],
    ['where the launcher is gone', dashboard],
  ])('opens the panel as a tab %s, once a window', async (_name, url) => {
    click(url);
    await vi.waitFor(() =>
      expect(memory.tabs.create).toHaveBeenCalledWith({ windowId: 1, url: panelPage }),
    );
    memory.tabs.update.mockClear();
    click(url);
    await vi.waitFor(() => expect(memory.tabs.update).toHaveBeenCalledWith(1, { active: true }));
    expect(memory.tabs.create).toHaveBeenCalledTimes(1);
  });
});
