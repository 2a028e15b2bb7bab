import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../archive/parts.fixture.ts';
import { shopArchive } from './archives.ts';
import { advanceGeneration } from './data-generation.ts';
import { keepPicture } from './pictures.ts';

vi.mock('../platform/browser.ts', async () => ({
  browser: (await import('./browser.fixture.ts')).memoryBrowser(),
}));

const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const svg = () => new Response(drawing, { headers: { 'content-type': 'image/svg+xml' } });
let covers = 0;
/** Another address each time: one that was asked for isn't asked for again. */
const another = () => `https://cdn.example/${covers++}.svg`;
const ledger = async () => (await (await shopArchive()).ledger()).map(({ outcome }) => outcome);
const pictures = async () => (await shopArchive()).pictures([roomA]);

beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  await (await shopArchive()).forget();
});

describe('the picture of a cover', () => {
  it('is kept, asked for without cookies and led nowhere else', async () => {
    const send = vi.fn(async (_address: string, _init: RequestInit) => svg());
    vi.stubGlobal('fetch', send);
    await keepPicture('shop', roomA, another());
    expect(send.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', redirect: 'manual' });
    expect((await pictures()).size).toBe(1);
    expect(await ledger()).toEqual(['200']);
  });

  it.each([
    ['timeout', true, new DOMException('late', 'TimeoutError')],
    ['feed-down', true, new TypeError('Failed to fetch')],
    ['offline', false, new TypeError('Failed to fetch')],
  ])('that can’t be had is told by why: %s', async (outcome, onLine, error) => {
    vi.stubGlobal('navigator', { onLine });
    vi.stubGlobal('fetch', async () => Promise.reject(error));
    await keepPicture('shop', roomA, another());
    expect((await pictures()).size).toBe(0);
    expect(await ledger()).toEqual([outcome]);
  });

  it('is given up when everything is deleted meanwhile', async () => {
    let signal: AbortSignal | null | undefined;
    vi.stubGlobal('fetch', (_address: string, init: RequestInit) => {
      signal = init.signal;
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
      });
    });
    const keeping = keepPicture('shop', roomA, another());
    await vi.waitFor(() => expect(signal).toBeDefined());
    await advanceGeneration(async () => (await shopArchive()).forget());
    await keeping;
    expect(signal?.aborted).toBe(true);
    expect(await ledger()).toEqual([]);
  });
});
