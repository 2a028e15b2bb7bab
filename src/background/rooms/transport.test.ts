import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../../archive/parts.fixture.ts';
import { browser } from '../../platform/browser.ts';
import { shopArchive } from '../archives.ts';
import { send } from './transport.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

const asked = {
  host: 'shop.tiktok.com',
  path: '/api/v1/insights/workbench/live/detail/core/stats',
  query: 'aid=4068',
  body: '{"request":{}}',
  room: roomA,
};
const address = `https://${asked.host}${asked.path}?aid=4068`;
const answer = { ok: true, status: 200, url: address, type: 'application/json', body: '{}' };
const unreachable = new Error('Could not establish connection.');

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json({ code: 0 })),
  );
  memory.tabs.all.length = 0;
  memory.tabs.sendMessage.mockReset().mockRejectedValue(unreachable);
});
afterEach(() => {
  vi.unstubAllGlobals();
  memory.permissions.contains.mockResolvedValue(true);
});

async function lastEntry() {
  return (await (await shopArchive()).ledger(1))[0];
}

describe('the way of a request', () => {
  it('passes over a frozen tab, and over one that never answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    memory.tabs.all.push(
      { id: 1, windowId: 1, url: 'https://shop.tiktok.com/a', lastAccessed: 1 },
      { id: 2, windowId: 1, url: 'https://shop.tiktok.com/b', lastAccessed: 2, frozen: true },
    );
    const ordered = new Promise<number>((resolve) => {
      memory.tabs.sendMessage.mockImplementation((tab) => {
        resolve(tab);
        return new Promise(() => undefined);
      });
    });
    const sent = send(asked);
    expect(await ordered).toBe(1);
    vi.advanceTimersByTime(22_000);
    vi.useRealTimers();
    expect(await sent).toMatchObject({ ok: true });
    expect(memory.tabs.sendMessage).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('goes through an open tab of the host, the last used first', async () => {
    memory.tabs.all.push(
      { id: 1, windowId: 1, url: 'https://shop.tiktok.com/a', lastAccessed: 1 },
      { id: 2, windowId: 1, url: 'https://shop.tiktok.com/b', lastAccessed: 2 },
      { id: 3, windowId: 1, url: 'https://seller.tiktok.com/', lastAccessed: 3 },
    );
    memory.tabs.sendMessage.mockResolvedValue(answer);
    expect(await send(asked)).toMatchObject({ ok: true, value: { status: 200, body: '{}' } });
    expect(memory.tabs.sendMessage.mock.calls).toEqual([
      [
        2,
        {
          app: 'live-diagnosis',
          order: 'fetch',
          path: `${asked.path}?aid=4068`,
          body: asked.body,
        },
      ],
    ]);
    expect(fetch).not.toHaveBeenCalled();
    expect(await lastEntry()).toMatchObject({
      host: asked.host,
      path: asked.path,
      room: roomA,
      via: 'tab',
      outcome: '200',
    });
  });

  it.each([
    ['does not answer', unreachable],
    ['answers something else', { ok: true, status: '200' }],
    ['goes away under the request', { ok: false, reason: 'aborted' }],
  ])('goes from the worker, with cookies, when the tab %s', async (_name, reply) => {
    memory.tabs.all.push({ id: 1, windowId: 1, url: 'https://shop.tiktok.com/a' });
    if (reply instanceof Error) memory.tabs.sendMessage.mockRejectedValue(reply);
    else memory.tabs.sendMessage.mockResolvedValue(reply);
    expect(await send(asked)).toMatchObject({ ok: true, value: { status: 200 } });
    expect(fetch).toHaveBeenCalledWith(
      address,
      expect.objectContaining({ method: 'POST', credentials: 'include', body: asked.body }),
    );
    expect(await lastEntry()).toMatchObject({ via: 'worker', outcome: '200' });
  });

  it('takes a redirect for an answer, as it leads to the sign-in page', async () => {
    vi.stubGlobal('fetch', async () => ({ type: 'opaqueredirect', status: 0 }));
    expect(await send(asked)).toMatchObject({ ok: true, value: { status: 302 } });
  });

  it('tells a lost connection from a late answer', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await send(asked)).toMatchObject({ fault: { code: 'offline' } });
    expect(await lastEntry()).toMatchObject({ outcome: 'offline' });
    const late = new DOMException('late', 'TimeoutError');
    vi.stubGlobal('fetch', async () => Promise.reject(late));
    expect(await send(asked)).toMatchObject({ fault: { code: 'timeout' } });
  });

  it('takes an answer that ends in its middle for one that cannot be read', async () => {
    const text = async () => Promise.reject(new TypeError('network error'));
    const headers = new Headers();
    vi.stubGlobal('fetch', async () => ({ type: 'basic', status: 200, headers, text }));
    expect(await send(asked)).toMatchObject({ fault: { code: 'malformed' } });
  });

  it('is not taken when offline, or without the permission', async () => {
    memory.permissions.contains.mockResolvedValue(false);
    expect(await send(asked)).toMatchObject({ fault: { code: 'not-allowed' } });
    memory.permissions.contains.mockResolvedValue(true);
    vi.stubGlobal('navigator', { onLine: false });
    expect(await send(asked)).toMatchObject({ fault: { code: 'offline' } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    { ...asked, host: 'evil.example' },
    { ...asked, host: 'shop.tiktok.com@evil.example' },
    { ...asked, path: '.evil.example/api/v1' },
    { ...asked, path: `.evil.example${asked.path}` },
    { ...asked, host: '[' },
  ])('leads to no host but those of the list ($host$path)', async (wrong) => {
    expect(await send(wrong)).toMatchObject({ fault: { code: 'internal' } });
    expect(fetch).not.toHaveBeenCalled();
    expect(browser.tabs.sendMessage).not.toHaveBeenCalled();
  });

  it.each([
    '/api/v1/oec/orders',
    '/api/v1/insights/seller/delivery/stats',
    `${asked.path}/../../../../../../oec/orders`,
  ])('leads to nothing but the figures of LIVEs (%s)', async (path) => {
    expect(await send({ ...asked, path })).toMatchObject({ fault: { code: 'internal' } });
    expect(fetch).not.toHaveBeenCalled();
  });
});
