import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../archive/parts.fixture.ts';
import { launcherWordsBy } from '../platform/launcher-words.ts';
import type { PageKind } from '../platform/page-kinds.ts';
import { panelOn } from '../platform/panel-choices.ts';
import type { Request, Verb } from '../platform/protocol.ts';
import { shopArchive } from './archives.ts';
import { senders } from './browser.fixture.ts';

const memory = await vi.hoisted(async () => (await import('./browser.fixture.ts')).memoryBrowser());
vi.mock('../platform/browser.ts', async () => ({ browser: memory }));

const starting = import('./worker.ts');

beforeEach(async () => {
  await starting;
  memory.tabs.sendMessage.mockReset().mockRejectedValue(new Error('no launcher'));
});

async function ask<V extends Verb>(verb: V, request: Request<V>, sender: object): Promise<unknown> {
  const [listener] = memory.runtime.onMessage.listeners;
  return listener?.({ app: 'live-diagnosis', verb, request }, sender);
}

const settings = async () => (await shopArchive()).settings();

/** The fixture's browser says each sentence by its key. */
const words = launcherWordsBy((key) => key);

describe('how a docked panel stands', () => {
  it('is kept, and the launcher follows', async () => {
    await ask('page.at', { page: 'live-manager' }, senders.page(6));
    memory.tabs.sendMessage.mockResolvedValue(true);
    const panel = { width: 520, dock: 'auto' };
    const reply = { ok: true, value: { panel } };
    expect(await ask('panel.set', { width: 520 }, senders.dockedPanel(6))).toEqual(reply);
    expect(memory.tabs.sendMessage).toHaveBeenCalledWith(6, {
      app: 'live-diagnosis',
      order: 'panel',
      panel,
    });
    const nothing = { page: 'live-manager', choice: {} } as const;
    expect(await ask('page.panel', nothing, senders.page())).toEqual(reply);
  });

  it('is kept for each kind of page, and for pages of no known kind not at all', async () => {
    const choice = { open: false, width: 480 };
    const stands = { value: { panel: { ...choice, dock: 'auto' } } };
    const decide = (on: object) => ask('page.panel', { ...on, choice }, senders.page());
    expect(await decide({})).toMatchObject(stands);
    const at = async (page: PageKind) => ask('page.at', { page }, senders.page(7));
    expect(await at('seller-center')).toEqual({
      ok: true,
      value: { panel: panelOn({}, 'seller-center'), words },
    });
    expect(await decide({ page: 'seller-center' })).toMatchObject(stands);
    expect(await at('seller-center')).toMatchObject(stands);
    expect(await at('live-dashboard')).toEqual({
      ok: true,
      value: { panel: panelOn({}, 'live-dashboard'), words },
    });
  });

  it('is over pages of a kind that makes no room, unless the seller says how', async () => {
    await ask('page.at', { page: 'seller-center' }, senders.page(7));
    const cramped = () => ask('page.no-room', { page: 'seller-center' }, senders.page(7));
    expect(await cramped()).toMatchObject({ value: { panel: { dock: 'overlay' } } });
    const { panels } = await settings();
    expect(panels['seller-center']?.noRoom).toBe('untold');
    const told = { panels: { 'seller-center': { noRoom: 'told' } } } as const;
    await ask('settings.set', told, senders.panelTab());
    expect(await cramped()).toMatchObject({ value: { panel: { dock: 'overlay' } } });
    expect((await settings()).panels).toMatchObject(told.panels);
    await ask('panel.set', { dock: 'push' }, senders.dockedPanel(7));
    expect(await cramped()).toMatchObject({ value: { panel: { dock: 'push' } } });
    expect((await settings()).panels['seller-center']).not.toHaveProperty('noRoom');
  });

  it('follows what the options page changes, open or closed as it was', async () => {
    await ask('page.at', { page: 'live-dashboard', room: roomA }, senders.page(4));
    await ask('page.at', { page: 'seller-center' }, senders.page(5));
    memory.tabs.sendMessage.mockImplementation((tab) =>
      tab === 4 ? new Promise(() => undefined) : Promise.resolve(true),
    );
    const panels = {
      'live-dashboard': { open: true, width: 480, dock: 'push' },
      'seller-center': { width: 640, dock: 'overlay' },
    } as const;
    expect(await ask('settings.set', { panels }, senders.panelTab())).toMatchObject({
      value: { panels },
    });
    const told = (tab: number, width: number, dock: string) =>
      expect(memory.tabs.sendMessage).toHaveBeenCalledWith(tab, {
        app: 'live-diagnosis',
        order: 'panel',
        panel: { width, dock },
      });
    told(4, 480, 'push');
    told(5, 640, 'overlay');
    memory.tabs.sendMessage.mockClear();
    await ask('settings.set', { versus: 'best' }, senders.panelTab());
    expect(memory.tabs.sendMessage).not.toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ order: 'panel' }),
    );
  });
});
