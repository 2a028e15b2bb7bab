import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../archive/storage-error.ts';
import { fault, ok } from '../../metrics/fault.ts';
import { launcherWordsBy } from '../../platform/launcher-words.ts';
import { panelOn } from '../../platform/panel-choices.ts';
import { EXTENSION, senders } from '../browser.fixture.ts';
import { handlers as workerHandlers } from './handlers.ts';
import { type Handlers, route } from './router.ts';

vi.mock('../../platform/browser.ts', async () => ({
  browser: (await import('../browser.fixture.ts')).memoryBrowser(),
}));

const panel = panelOn({}, undefined);
const words = launcherWordsBy((key) => key);
/** What these tests ask answers at once; the rest is as in the worker. */
const handlers: Handlers = {
  ...workerHandlers,
  'page.at': async () => ok({ panel, words }),
  'archive.forget': async () => ok({}),
  'room.fetch': async ({ room }) => ok({ room, outcome: 'fresh', missing: [] }),
  'rooms.fetch': async () => {
    throw new StorageError(fault('storage-full'));
  },
  'room.latest': async () => {
    throw new TypeError('a mistake of ours');
  },
};
const app = 'live-diagnosis';
const at = { app, verb: 'page.at', request: { page: 'live-dashboard' } };
const forget = { app, verb: 'archive.forget', request: {} };
const refused = { ok: false, fault: { code: 'bad-message' } };

describe('the router', () => {
  it('answers each verb to those who may ask it', async () => {
    expect(await route(at, senders.page(), handlers)).toEqual(ok({ panel, words }));
    expect(await route(forget, senders.dockedPanel(), handlers)).toEqual(ok({}));
    expect(await route(forget, senders.panelTab(), handlers)).toEqual(ok({}));
  });

  it.each([
    ['a page that asks as the panel', forget, senders.page()],
    ['the panel that asks as a page', at, senders.dockedPanel()],
    ['a page of another host', at, senders.page(1, 'https://evil.example/workbench')],
    [
      'a host that only starts like ours',
      at,
      senders.page(1, 'https://shop.tiktok.com.evil.example/'),
    ],
    ['a page without encryption', at, senders.page(1, 'http://shop.tiktok.com/')],
    ['a page outside of any tab', at, { ...senders.page(), tab: undefined }],
    ['a frame without an origin', at, { ...senders.page(), origin: 'null' }],
    ['another extension', forget, { ...senders.panelTab(), id: 'someoneelse' }],
    [
      'another extension under our id',
      forget,
      { ...senders.panelTab(), origin: 'chrome-extension://x' },
    ],
    ['nobody', at, {}],
  ])('refuses %s', async (_name, message, sender) => {
    expect(await route(message, sender, handlers)).toMatchObject(refused);
  });

  it('goes by the address where the browser names no origin', async () => {
    const { origin: _origin, ...page } = senders.page();
    expect(await route(at, page, handlers)).toMatchObject({ ok: true });
    const { origin: _none, ...docked } = senders.dockedPanel();
    expect(await route(forget, { ...docked, url: `${EXTENSION}/x` }, handlers)).toMatchObject({
      ok: true,
    });
  });

  it('refuses what no schema knows', async () => {
    const ask = (verb: string, request: unknown) =>
      route({ app, verb, request }, senders.panelTab(), handlers);
    expect(await ask('room.fetch', { room: 'not a room' })).toMatchObject(refused);
    expect(await ask('room.fetch', { room: 7649951805363391000 })).toMatchObject(refused);
    expect(await ask('toString', {})).toMatchObject(refused);
    expect(await ask('__proto__', {})).toMatchObject(refused);
  });

  it('answers with a fault where a handler throws', async () => {
    const ask = (verb: string) => route({ app, verb, request: {} }, senders.panelTab(), handlers);
    expect(await ask('rooms.fetch')).toMatchObject({ fault: { code: 'storage-full' } });
    expect(await ask('room.latest')).toMatchObject({ fault: { code: 'internal' } });
  });

  it('leaves other messages alone at once, and answers its own with a Result whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.string(), fc.anything(), async (other, verb, request) => {
        expect(route(other, senders.panelTab(), handlers)).toBeUndefined();
        const reply = route({ app, verb, request }, senders.panelTab(), handlers);
        expect(await reply).toHaveProperty('ok');
      }),
    );
  });
});
